import { openPort, sendRequest, type ViewPort } from './popup-transport'

export type Mode = 'popup' | 'tab' | 'approval'

/** What the face needs from the browser: everything of it that is not drawing. */
export interface Platform {
  /** Which page this is: the small popup, a full tab, or the window for approvals. */
  readonly mode: Mode
  /** True in the popup that hangs from the toolbar: it vanishes with everything typed when it loses the focus. */
  readonly vanishes: boolean
  readonly version: string
  connect(name: string): ViewPort
  send(message: unknown): Promise<unknown>
  copy(text: string): Promise<void>
  openTab(page: string): Promise<void>
  closeWindow(): void
  now(): number
}

/** The platform of a real extension page. */
export function extensionPlatform(): Platform {
  return {
    mode: modeOf(location.search),
    vanishes: chrome.extension.getViews({ type: 'popup' }).includes(window),
    version: chrome.runtime.getManifest().version,
    connect: openPort,
    send: sendRequest,
    copy: (text) => navigator.clipboard.writeText(text),
    openTab: async (page) => {
      await chrome.tabs.create({ url: chrome.runtime.getURL(page) })
    },
    closeWindow: () => window.close(),
    now: () => Date.now(),
  }
}

/** Reads the page's kind from the query part of its address. */
export function modeOf(search: string): Mode {
  const query = new URLSearchParams(search)
  if (query.has('approval')) return 'approval'
  return query.has('tab') ? 'tab' : 'popup'
}
