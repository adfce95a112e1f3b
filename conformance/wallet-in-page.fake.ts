/**
 * A page with the whole wallet behind it, but for the browser: our provider, our relay and our background over a browser
 * in memory, and a person who approves what a test lets them approve. The network is a real one on this machine.
 */
import { fakeBrowser } from '../src/background/platform.fake'
import { createBackground } from '../src/background/wiring'
import { startProvider } from '../src/content/provider/provider'
import { startRelay } from '../src/content/relay/relay'
import type { RelayHost } from '../src/content/relay/relay-host'
import type { ApprovalView, PopupReply, View, ViewPush } from '../src/messages/popup'
import type { PopupMethod, PopupParams } from '../src/messages/popup-schema'
import { loopbackFetch } from './loopback-fetch.fake'

const SITE = 'https://app.example'
const CHAIN = 'secretdev-1'
/** Where the built-in table looks for a local network; a test's network has a port of its own. */
const BUILT_IN_NODE = 'http://localhost:1317'
const TAB = 1
const PASSWORD = 'a password of a test'

type Background = ReturnType<typeof createBackground>
type Port = Parameters<Background['connect']>[0]
type Listener = Parameters<ReturnType<RelayHost['runtime']>['onMessage']['addListener']>[0]

/** A window that clones what is posted to it, like a real one. */
class PageWindow extends EventTarget {
  readonly location = { origin: SITE }
  readonly document = Object.assign(new EventTarget(), { prerendering: false })
  readonly crypto = globalThis.crypto

  postMessage(data: unknown, origin: string): void {
    if (origin !== SITE) return
    const copy: unknown = structuredClone(data)
    queueMicrotask(() =>
      this.dispatchEvent(Object.assign(new Event('message'), { data: copy, source: this, origin: SITE })),
    )
  }
}

export interface WalletInPage {
  /** What the page finds on its window. */
  readonly window: Record<string, unknown>
  /** Everything the person was shown and approved, oldest first. */
  readonly approved: readonly ApprovalView[]
  popup<M extends PopupMethod>(method: M, params: PopupParams[M]): Promise<PopupReply<M>>
}

/** `isReadable` is how much the person waits for before the yes: without it, for what a request can be read by. */
export async function openWalletInPage(
  lcdUrl: string,
  mnemonic: string,
  isReadable: (view: ApprovalView) => boolean = ({ body }) => body.kind !== 'preparing',
): Promise<WalletInPage> {
  const browser = fakeBrowser(Date.now(), (length) => crypto.getRandomValues(new Uint8Array(length)))
  browser.respond = (url, init) => loopbackFetch(url.replace(BUILT_IN_NODE, lcdUrl), init)
  const background = createBackground({ ...browser, clock: Date.now })
  const page = new PageWindow()
  const listeners: Listener[] = []
  browser.answer = ({ message }) => {
    let answer: unknown
    for (const listener of listeners)
      listener(message, { id: browser.runtime.id }, (given) => (answer = given))
    return answer
  }
  startProvider(page as unknown as Window)
  startRelay(relayHost(page, browser.runtime.id, background, listeners))
  const popup = popupOf(background, browser.runtime)
  const wallet: WalletInPage = {
    window: page as unknown as Record<string, unknown>,
    approved: approveAll(background, browser.runtime, { popup, isReadable }),
    popup,
  }
  const secret = { kind: 'phrase', phrase: mnemonic, passphrase: '', unlisted: false } as const
  await done(popup('importVault', { password: PASSWORD, secret, coinType: 529 }))
  await done(popup('chooseNetwork', { chainId: CHAIN }))
  return wallet
}

function relayHost(page: PageWindow, id: string, background: Background, listeners: Listener[]): RelayHost {
  const sender = {
    id,
    url: `${SITE}/`,
    origin: SITE,
    frameId: 0,
    documentId: 'D1',
    documentLifecycle: 'active',
    tab: { id: TAB, active: true },
  }
  return {
    window: page as unknown as Window,
    runtime: () => ({
      id,
      sendMessage: async (message) => await background.message(structuredClone(message), sender),
      onMessage: { addListener: (listener) => void listeners.push(listener) },
    }),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  }
}

function popupOf(
  background: Background,
  { id, url }: { readonly id: string; readonly url: (path: string) => string },
): WalletInPage['popup'] {
  const sender = { id, url: url('popup.html'), origin: url('').slice(0, -1) }
  return async (method, params) =>
    (await background.message({ kind: 'popup-request', method, params }, sender)) as PopupReply<typeof method>
}

/** The person's eyes and hand: approves whatever has been read, once. */
function approveAll(
  background: Background,
  { id, url }: { readonly id: string; readonly url: (path: string) => string },
  person: { readonly popup: WalletInPage['popup']; readonly isReadable: (view: ApprovalView) => boolean },
): ApprovalView[] {
  const approved: ApprovalView[] = []
  const look = (view: View): void => {
    if (view.kind !== 'unlocked') return
    for (const approval of view.approvals) {
      if (!person.isReadable(approval) || approved.some((known) => known.id === approval.id)) continue
      approved.push(approval)
      void done(person.popup('approve', { id: approval.id }))
    }
  }
  const port = {
    name: 'sotto:view',
    sender: { id, url: url('popup.html') },
    postMessage: ({ view }: ViewPush) => look(view),
    onDisconnect: { addListener: () => undefined },
    disconnect: () => undefined,
  } as unknown as Port
  background.connect(port)
  return approved
}

async function done(reply: Promise<PopupReply<PopupMethod>>): Promise<void> {
  const given = await reply
  if (given.kind === 'error') throw new Error(given.error.message)
}
