import {
  EVENT_CHANNEL,
  type PageEvent,
  type PageMethod,
  type PageReply,
  type PageResults,
  REPLY_CHANNEL,
  REQUEST_CHANNEL,
} from '../../messages/page'
import { emptyRecord, NativePromise } from './natives'
import { PageFailure } from './page-failure'

/** A call whose parameters were written down at the moment of the call. */
export interface Call<M extends PageMethod = PageMethod> {
  readonly method: M
  readonly params: string
}

export interface Wire {
  send<M extends PageMethod>(call: Call<M>): Promise<PageResults[M]>
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (failure: PageFailure) => void
}

/** Speaks to the relay of this document. `onAccountChange` is called when a connected account changed. */
export function openWire(window: Window, onAccountChange: () => void): Wire {
  const post = window.postMessage.bind(window)
  const newId = window.crypto.randomUUID.bind(window.crypto)
  const { origin } = window.location
  const waiting = emptyRecord<Waiting>()

  window.addEventListener('message', (event) => {
    if (event.source !== window || event.origin !== origin) return
    const message = readRelayMessage(event.data)
    if (message === undefined) return
    if (message.channel === EVENT_CHANNEL) return onAccountChange()
    const { id, outcome } = message
    const call = waiting[id]
    if (call === undefined) return
    delete waiting[id]
    // Other scripts that listen to every message have no business with this one.
    event.stopImmediatePropagation()
    if (outcome.kind === 'result') call.resolve(outcome.value as never)
    else call.reject(new PageFailure(outcome.error.code, outcome.error.message))
  })

  return {
    send: ({ method, params }) =>
      new NativePromise((resolve, reject) => {
        const id = newId()
        waiting[id] = { resolve, reject }
        post({ channel: REQUEST_CHANNEL, id, method, params }, origin)
      }),
  }
}

/**
 * Only scripts of this same page could forge a relay message, and they would deceive nobody but their page; so
 * the channel is enough to know its shape.
 */
function readRelayMessage(data: unknown): PageReply | PageEvent | undefined {
  if (typeof data !== 'object' || data === null || !('channel' in data)) return undefined
  if (data.channel !== REPLY_CHANNEL && data.channel !== EVENT_CHANNEL) return undefined
  return data as PageReply | PageEvent
}
