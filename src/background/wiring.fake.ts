/** A person with a browser: pages with their relays, a popup, and a worker that can be killed at any time. */
import type { PageMethod, PageOutcome, RelayAnswer } from '../messages/page'
import type { PopupReply, View, ViewPush } from '../messages/popup'
import type { PopupMethod, PopupParams } from '../messages/popup-schema'
import { type MortalPorts, mortalPorts } from './mortal.fake'
import { FAKE_EXTENSION_ID, FAKE_EXTENSION_URL, type FakeBrowser, fakeBrowser } from './platform.fake'
import { type Background, createBackground } from './wiring'

export interface FakePage {
  readonly origin: string
  readonly tabId: number
  readonly documentId: string
  /** Sends a request as the relay does and gives the outcome, at once or later. */
  ask(method: PageMethod, params: object): { readonly id: string; readonly outcome: Promise<PageOutcome> }
  /** The relay sends a request again, because its worker died. */
  askAgain(id: string): Promise<RelayAnswer | undefined>
  leave(): void
}

export interface FakePerson {
  readonly browser: FakeBrowser
  /** The worker dies now, and a new one wakes over the same browser. */
  kill(): void
  /** The worker dies after so many more calls to the browser, and the promise tells when; `kill` wakes the next one. */
  dieAfter(calls: number): Promise<void>
  background(): Background
  page(origin: string): FakePage
  popup<M extends PopupMethod>(method: M, params: PopupParams[M]): Promise<PopupReply<M>>
  /** Opens the popup, waits until its view passes, closes it, and gives that view. */
  see(passes: (view: View) => boolean): Promise<View>
}

interface Sent {
  readonly page: FakePage
  readonly message: {
    readonly kind: 'page-request'
    readonly id: string
    readonly method: string
    readonly params: string
  }
  settle(outcome: PageOutcome): void
  settled: boolean
}

export function fakePerson(browser: FakeBrowser = fakeBrowser()): FakePerson {
  let worker: MortalPorts = mortalPorts(browser)
  let background = createBackground(worker.deps)
  let lastTab = 0
  let lastId = 0
  const sent = new Map<string, Sent>()
  const gone = new Set<string>()

  browser.answer = ({ tabId, message, target }) => {
    if (typeof message !== 'object' || message === null) return undefined
    if (!('id' in message)) return { waiting: false }
    const request = sent.get(String(message.id))
    const there =
      request?.page.tabId === tabId && 'documentId' in target && target.documentId === request.page.documentId
    if (request === undefined || !there || gone.has(request.page.documentId)) return undefined
    const waiting = !request.settled
    if (waiting && 'outcome' in message) request.settle(message.outcome as PageOutcome)
    return { waiting }
  }

  async function send(request: Sent): Promise<RelayAnswer | undefined> {
    const { page, message } = request
    const answer = (await background.message(message, senderOf(page))) as RelayAnswer | undefined
    if (answer?.kind === 'done') request.settle(answer.outcome)
    return answer
  }

  function page(origin: string): FakePage {
    lastTab += 1
    const documentId = `D${lastTab}`
    const made: FakePage = {
      origin,
      tabId: lastTab,
      documentId,
      ask(method, params) {
        lastId += 1
        const id = `request-${lastId}`
        const message = { kind: 'page-request', id, method, params: JSON.stringify(params) } as const
        const outcome = new Promise<PageOutcome>((resolve) => {
          const request: Sent = {
            page: made,
            message,
            settled: false,
            settle(found) {
              request.settled = true
              resolve(found)
            },
          }
          sent.set(id, request)
          void send(request)
        })
        return { id, outcome }
      },
      async askAgain(id) {
        const request = sent.get(id)
        return request === undefined ? undefined : await send(request)
      },
      leave() {
        gone.add(documentId)
        void background.message({ kind: 'page-gone' }, senderOf(made))
      },
    }
    return made
  }

  return {
    browser,
    kill() {
      worker.kill()
      worker = mortalPorts(browser)
      background = createBackground(worker.deps)
      background.wake()
    },
    dieAfter: (calls) => worker.dieAfter(calls),
    background: () => background,
    page,
    async popup(method, params) {
      const sender = {
        id: FAKE_EXTENSION_ID,
        url: `${FAKE_EXTENSION_URL}popup.html`,
        origin: FAKE_EXTENSION_URL.slice(0, -1),
      }
      return (await background.message({ kind: 'popup-request', method, params }, sender)) as PopupReply<
        typeof method
      >
    },
    see: (passes) => openPopup(() => background, passes),
  }
}

function senderOf({ origin, documentId, tabId }: FakePage): object {
  return {
    id: FAKE_EXTENSION_ID,
    url: `${origin}/`,
    origin,
    frameId: 0,
    documentId,
    documentLifecycle: 'active',
    tab: { id: tabId, active: true },
  }
}

type Port = Parameters<Background['connect']>[0]

async function openPopup(background: () => Background, passes: (view: View) => boolean): Promise<View> {
  const sender = { id: FAKE_EXTENSION_ID, url: `${FAKE_EXTENSION_URL}popup.html` }
  let close: ((port: Port) => void) | undefined
  let last: View | undefined
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The popup still shows ${JSON.stringify(last)}`)), 10_000)
    const addListener = (listener: (port: Port) => void): void => {
      close = listener
    }
    const port = {
      name: 'sotto:view',
      sender,
      postMessage({ view }: ViewPush) {
        last = view
        if (!passes(view)) return
        clearTimeout(timer)
        resolve(view)
        close?.(port)
      },
      onDisconnect: { addListener },
      disconnect: () => reject(new Error('The background refused the popup.')),
    } as unknown as Port
    background().connect(port)
  })
}
