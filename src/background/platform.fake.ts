/** The browser in memory, for tests. A killed worker is a second wallet built over the same fake. */
import { PHRASE_LANGUAGES } from '../crypto/index'
import { WORDLISTS } from '../crypto/wordlists.fake'
import type { Deps, DocumentTarget } from './platform'
import type { Area } from './storage/area'

export const FAKE_EXTENSION_ID = 'abcdefghijklmnopabcdefghijklmnop'
export const FAKE_EXTENSION_URL = `chrome-extension://${FAKE_EXTENSION_ID}/`

/** The least that a vault accepts: a test has no use for the time of a full one. */
const CHEAPEST_KDF = { memoryKib: 19 * 1024, iterations: 2, parallelism: 1 }

export interface SentMessage {
  readonly tabId: number
  readonly message: unknown
  readonly target: DocumentTarget
}

export interface FakeBrowser extends Deps {
  readonly local: FakeArea
  readonly session: FakeArea
  readonly second: FakeArea
  readonly scheduled: Map<string, number>
  readonly openWindows: Map<number, string>
  readonly openTabs: string[]
  readonly sent: SentMessage[]
  /** What a relay answers; by default nobody listens. */
  answer: (message: SentMessage) => unknown
  now: number
  /** Whether content scripts were shut out of local storage; a browser that was closed has forgotten it. */
  localStorageHidden: boolean
  /** Every fetch of the wallet goes here; by default the network is down. */
  respond: (url: string, init?: RequestInit) => Promise<Response> | Response
  /** Another browser with the same in its storage. */
  copy(): FakeBrowser
  /** Ends the browser: session storage, windows and alarms are gone, local storage stays. */
  restart(): void
}

/** One storage area with the browser's manners: values pass through JSON and never keep their identity. */
export class FakeArea implements Area {
  readonly values = new Map<string, string>()
  writes = 0
  /** Set to make the next writes fail, as a full disk does. */
  refuse: ((name: string) => boolean) | undefined

  async read(name: string): Promise<unknown> {
    const text = this.values.get(name)
    return text === undefined ? undefined : JSON.parse(text)
  }

  async write(name: string, value: unknown): Promise<void> {
    if (this.refuse?.(name) === true) throw new Error('QuotaExceededError')
    const text = JSON.stringify(value)
    if (text === undefined) throw new Error(`Nothing that JSON can hold: ${name}`)
    this.writes += 1
    this.values.set(name, text)
  }

  async remove(name: string): Promise<void> {
    this.values.delete(name)
  }

  async names(): Promise<readonly string[]> {
    return [...this.values.keys()]
  }
}

export function fakeBrowser(start = Date.UTC(2026, 0, 2, 3, 4, 5), random = countingRandom()): FakeBrowser {
  const local = new FakeArea()
  const session = new FakeArea()
  const second = new FakeArea()
  const scheduled = new Map<string, number>()
  const openWindows = new Map<number, string>()
  const openTabs: string[] = []
  const sent: SentMessage[] = []
  let lastWindow = 0
  const fake: FakeBrowser = {
    local,
    session,
    second,
    scheduled,
    openWindows,
    openTabs,
    sent,
    now: start,
    localStorageHidden: false,
    answer: () => undefined,
    respond: () => Promise.reject(new TypeError('Failed to fetch')),
    storage: { local, session, second },
    async hideLocalStorage() {
      fake.localStorageHidden = true
    },
    alarms: {
      set: async (name, at) => void scheduled.set(name, at),
      clear: async (name) => void scheduled.delete(name),
    },
    windows: {
      async open({ url }) {
        lastWindow += 1
        openWindows.set(lastWindow, url)
        return lastWindow
      },
      focus: async (windowId) => openWindows.has(windowId),
      close: async (windowId) => void openWindows.delete(windowId),
    },
    tabs: {
      open: async (url) => void openTabs.push(url),
      async send(tabId, message, target) {
        const entry = { tabId, message, target }
        sent.push(entry)
        return fake.answer(entry)
      },
    },
    runtime: { id: FAKE_EXTENSION_ID, url: (path) => FAKE_EXTENSION_URL + path },
    async fetch(input, init) {
      const url = typeof input === 'string' ? input : 'url' in input ? input.url : input.href
      return (await ownFile(url)) ?? (await fake.respond(url, init))
    },
    clock: () => fake.now,
    random,
    kdf: CHEAPEST_KDF,
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds)
      return () => clearTimeout(timer)
    },
    copy() {
      const other = fakeBrowser(fake.now, random)
      for (const area of ['local', 'session', 'second'] as const) {
        for (const [name, value] of fake[area].values) other[area].values.set(name, value)
      }
      for (const [name, at] of scheduled) other.scheduled.set(name, at)
      return other
    },
    restart() {
      session.values.clear()
      scheduled.clear()
      openWindows.clear()
      fake.localStorageHidden = false
    },
  }
  return fake
}

/** The files that the extension carries. */
async function ownFile(url: string): Promise<Response | undefined> {
  if (!url.startsWith(FAKE_EXTENSION_URL)) return undefined
  const language = PHRASE_LANGUAGES.find((name) => url === `${FAKE_EXTENSION_URL}wordlists/${name}.txt`)
  if (language === undefined) return new Response('', { status: 404 })
  return new Response((await WORDLISTS.load(language)).join('\n'))
}

/** Different bytes at every call and the same ones in every run. */
function countingRandom(): (length: number) => Uint8Array {
  let state = 0x9e3779b9
  return (length) =>
    Uint8Array.from({ length }, () => {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return state & 0xff
    })
}
