/**
 * The browser as the background sees it: a few narrow ports, so that everything behind them can be built from
 * parameters and tested without a browser. This file, storage/browser-area.ts and main.ts
 * are the only ones that know the extension API.
 */
import type { Browser, Runtime as BrowserRuntime } from 'webextension-polyfill'
import type { KdfParams, RandomBytes } from '../crypto/index'
import type { Area } from './storage/area'
import { browserArea, rememberedArea } from './storage/browser-area'

export interface Alarms {
  /** Replaces an alarm of the same name. `at` is in milliseconds since 1970. */
  set(name: string, at: number): Promise<void>
  clear(name: string): Promise<void>
}

export interface Windows {
  /** Opens one of our own pages in a small window and gives its id. */
  open(options: { readonly url: string; readonly width: number; readonly height: number }): Promise<number>
  /** False when the window is gone. */
  focus(windowId: number): Promise<boolean>
  close(windowId: number): Promise<void>
}

/** Where in a tab a message goes: one document where the browser names documents, else its top frame. */
export type DocumentTarget = { readonly documentId: string } | { readonly frameId: 0 }

export interface Tabs {
  open(url: string): Promise<void>
  /** The relay's answer; undefined when nobody listens there any more. */
  send(tabId: number, message: unknown, target: DocumentTarget): Promise<unknown>
}

export interface Runtime {
  readonly id: string
  /** The address of one of our own files. */
  url(path: string): string
}

export interface Deps {
  readonly storage: { readonly local: Area; readonly session: Area; readonly second: Area }
  /** Keeps content scripts out of local storage, in a browser that knows how. */
  readonly hideLocalStorage: () => Promise<void>
  readonly alarms: Alarms
  readonly windows: Windows
  readonly tabs: Tabs
  readonly runtime: Runtime
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly random: RandomBytes
  /** What one guess of the password costs. */
  readonly kdf: KdfParams
  /** Calls back once after so many milliseconds, unless the worker dies first; the function returned forgets it. */
  readonly after: (milliseconds: number, callback: () => void) => () => void
}

/** What happens to the background, in the browser's words. */
export interface Events {
  /** Undefined means that nobody answers. */
  message(message: unknown, sender: unknown): Promise<unknown> | undefined
  connect(port: BrowserRuntime.Port): void
  installed(reason: string): void
  alarm(name: string): void
  tabRemoved(tabId: number): void
  windowRemoved(windowId: number): void
  /** The person locked the computer, or it locked itself. */
  computerLocked(): void
}

type Listened = {
  readonly runtime: Pick<Browser['runtime'], 'onMessage' | 'onConnect' | 'onInstalled' | 'onStartup'>
  readonly alarms: Pick<Browser['alarms'], 'onAlarm'>
  readonly tabs: Pick<Browser['tabs'], 'onRemoved'>
  readonly windows: Pick<Browser['windows'], 'onRemoved'>
  readonly idle: Pick<Browser['idle'], 'onStateChanged'>
}

/**
 * Adds every listener at once: a woken worker hears the event that woke it only if it listens before its first turn
 * ends. `events` is made at the first call.
 */
export function registerListeners(browser: Listened, events: () => Events): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: unknown) =>
    events().message(message, sender),
  )
  browser.runtime.onConnect.addListener((port) => events().connect(port))
  browser.runtime.onInstalled.addListener(({ reason }) => events().installed(reason))
  // Being awake is all that is needed: it sends what a closed browser still owed.
  browser.runtime.onStartup.addListener(() => void events())
  browser.alarms.onAlarm.addListener(({ name }) => events().alarm(name))
  browser.tabs.onRemoved.addListener((tabId) => events().tabRemoved(tabId))
  browser.windows.onRemoved.addListener((windowId) => events().windowRemoved(windowId))
  browser.idle.onStateChanged.addListener((state) => {
    if (state === 'locked') events().computerLocked()
  })
}

type Ports = Pick<Deps, 'storage' | 'hideLocalStorage' | 'alarms' | 'windows' | 'tabs' | 'runtime'>

/** The ports over a real browser. Methods stay attached to their API objects, because detached ones refuse to run. */
export function browserPorts(browser: Browser, second: Area): Ports {
  return {
    storage: {
      local: rememberedArea('local', browser.storage),
      session: browserArea(browser.storage.session),
      second,
    },
    hideLocalStorage: () => trustedContextsOnly(browser.storage.local),
    alarms: {
      async set(name, at) {
        browser.alarms.create(name, { when: at })
      },
      async clear(name) {
        await browser.alarms.clear(name)
      },
    },
    windows: browserWindows(browser),
    tabs: browserTabs(browser),
    runtime: { id: browser.runtime.id, url: (path) => browser.runtime.getURL(path) },
  }
}

/** What Chromium's storage areas have and Firefox's have not. */
interface Restrictable {
  setAccessLevel(options: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>
}

async function trustedContextsOnly(storage: object): Promise<void> {
  if (!isRestrictable(storage)) return
  try {
    await storage.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
  } catch {
    // A Chromium that restricts other areas than this one: then it is as in Firefox, and what is kept is sealed anyway.
  }
}

function isRestrictable(storage: object): storage is Restrictable {
  return 'setAccessLevel' in storage && typeof storage.setAccessLevel === 'function'
}

function browserWindows(browser: Browser): Windows {
  return {
    async open({ url, width, height }) {
      const wanted = { url, type: 'popup', width, height, focused: true } as const
      const place = await besideLastFocused(browser, width)
      // A browser refuses a place that is mostly off its screens; being asked matters more than where.
      const opened = await browser.windows
        .create({ ...wanted, ...place })
        .catch(() => browser.windows.create(wanted))
      if (opened.id === undefined) throw new Error('The browser opened a window without an id.')
      return opened.id
    },
    async focus(windowId) {
      return await browser.windows.update(windowId, { focused: true }).then(
        () => true,
        // Rejects only when there is no such window.
        () => false,
      )
    },
    async close(windowId) {
      await browser.windows.remove(windowId).catch(() => {
        // Already closed by the person: what was wanted is so.
      })
    },
  }
}

/** The upper right corner of the window in use; nothing when the browser will not say where that is. */
async function besideLastFocused(browser: Browser, width: number): Promise<{ left?: number; top?: number }> {
  const last = await browser.windows.getLastFocused().catch(() => undefined)
  if (last?.left === undefined || last.top === undefined || last.width === undefined) return {}
  return { left: Math.max(0, last.left + last.width - width - 16), top: Math.max(0, last.top + 72) }
}

function browserTabs(browser: Browser): Tabs {
  return {
    async open(url) {
      await browser.tabs.create({ url })
    },
    async send(tabId, message, target) {
      // Rejects when the tab, the document or its content script is gone: all mean that nobody waits there.
      return await browser.tabs.sendMessage(tabId, message, { ...target }).catch(() => undefined)
    },
  }
}
