import {
  EVENT_CHANNEL,
  type PageEvent,
  type PageReply,
  REPLY_CHANNEL,
  type WaitingAnswer,
} from '../../messages/page'
import { OpenRequests } from './open-requests'
import { failure, isOutcome, isRecord, readPageRequest } from './page-message'
import type { RelayHost } from './relay-host'

const NOT_A_REQUEST = failure('bad-request', 'This is not a request that Sotto knows.')

/**
 * Carries messages between one document and the background. It trusts neither the page nor any other frame. Most documents
 * never ask a wallet for anything: until one does, this is a single listener, and the extension's own objects are not made.
 */
export function startRelay(host: RelayHost): void {
  const { window } = host
  let requests: OpenRequests | undefined
  const post = (message: PageReply | PageEvent): void => {
    window.postMessage(message, window.location.origin)
  }

  window.addEventListener('message', (event) => {
    if (event.source !== window || event.origin !== window.location.origin) return
    const read = readPageRequest(event.data)
    if (read.kind === 'not-ours') return
    // Other scripts that listen to every message have no business with this one.
    event.stopImmediatePropagation()
    requests ??= openLine(host, post)
    if (read.kind === 'request') void requests.add(read.request)
    else post({ channel: REPLY_CHANNEL, id: read.id, outcome: NOT_A_REQUEST })
  })
}

/** The way to the background, from the document's first request on: it tells nothing to documents that never asked. */
function openLine(host: RelayHost, post: (message: PageReply | PageEvent) => void): OpenRequests {
  const { window } = host
  const runtime = host.runtime()
  // Kept, because it is undefined as soon as the extension goes away.
  const ownId = runtime.id
  const requests = new OpenRequests(
    { runtime, wait: host.wait },
    (id, outcome) => post({ channel: REPLY_CHANNEL, id, outcome }),
    whenActive(window.document),
  )
  window.addEventListener('pagehide', (event) =>
    requests.leave(event.persisted ? window.crypto.randomUUID() : undefined),
  )
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) requests.restore()
  })
  runtime.onMessage.addListener((message, sender, respond) => {
    if (ownId === undefined || sender.id !== ownId || sender.tab !== undefined) return
    const answer = readBackgroundMessage(message, requests, post)
    if (answer !== undefined) respond(answer)
  })
  return requests
}

function readBackgroundMessage(
  message: unknown,
  requests: OpenRequests,
  post: (event: PageEvent) => void,
): WaitingAnswer | undefined {
  if (!isRecord(message)) return undefined
  const { kind, id, outcome, name } = message
  if (kind === 'page-event' && name === 'account-change') {
    post({ channel: EVENT_CHANNEL, name })
    // Any answer says that the page was there to hear it.
    return { waiting: false }
  }
  if (typeof id !== 'string') return undefined
  if (kind === 'page-waiting') return { waiting: requests.has(id) }
  if (kind === 'page-reply' && isOutcome(outcome)) return { waiting: requests.settle(id, outcome) }
  return undefined
}

function whenActive(document: Document & { readonly prerendering?: boolean }): Promise<void> {
  if (document.prerendering !== true) return Promise.resolve()
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(), { once: true })
  })
}
