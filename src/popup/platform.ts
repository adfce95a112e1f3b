import { browserPasskeys } from './passkeys'
import type { Passkeys } from './passkeys-port'
import { openPort, sendRequest, type ViewPort } from './popup-transport'
import { type SavedFile, saveFile } from './save-file'
import { panelOpener } from './side-panel'

export type Mode = 'popup' | 'tab' | 'panel' | 'approval'

/** What the face needs from the browser: everything of it that is not drawing. */
export interface Platform {
  /** Which page this is: the small popup, a full tab, the panel beside a page, or the window for approvals. */
  readonly mode: Mode
  /** The place that this page was opened for, as its address names it. */
  readonly place: string | undefined
  /** True in the popup that hangs from the toolbar: it vanishes with everything typed when it loses the focus. */
  readonly vanishes: boolean
  readonly version: string
  readonly passkeys: Passkeys
  /** Whether this browser can show Sotto beside a page. */
  readonly hasPanel: boolean
  connect(name: string): ViewPort
  send(message: unknown): Promise<unknown>
  copy(text: string): Promise<void>
  openTab(page: string): Promise<void>
  /** Rejects when the browser does not want to. */
  openPanel(): Promise<void>
  saveFile(file: SavedFile): void
  closeWindow(): void
  /** Opens this page anew. */
  reload(): void
  now(): number
}

/** The platform of a real extension page. */
export function extensionPlatform(): Platform {
  const openPanel = panelOpener(chrome)
  return {
    mode: modeOf(location.search),
    place: new URLSearchParams(location.search).get('place') ?? undefined,
    vanishes: chrome.extension.getViews({ type: 'popup' }).includes(window),
    version: chrome.runtime.getManifest().version,
    passkeys: browserPasskeys((length) => crypto.getRandomValues(new Uint8Array(length))),
    hasPanel: openPanel !== undefined,
    connect: openPort,
    send: sendRequest,
    copy: (text) => navigator.clipboard.writeText(text),
    openTab: async (page) => {
      await chrome.tabs.create({ url: chrome.runtime.getURL(page) })
    },
    openPanel: async () => {
      await openPanel?.()
    },
    saveFile,
    closeWindow: () => window.close(),
    reload: () => location.reload(),
    now: () => Date.now(),
  }
}

/** Reads the page's kind from the query part of its address. */
export function modeOf(search: string): Mode {
  const query = new URLSearchParams(search)
  if (query.has('approval')) return 'approval'
  if (query.has('panel')) return 'panel'
  return query.has('tab') ? 'tab' : 'popup'
}
