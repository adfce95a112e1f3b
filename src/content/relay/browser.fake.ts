import type { BackgroundMessage, RelayMessage, WaitingAnswer } from '../../messages/page'
import type { MessageSender, RelayHost, RuntimePort } from './relay-host'

type Listener = Parameters<RuntimePort['onMessage']['addListener']>[0]

const ORIGIN = 'https://app.example'
const EXTENSION_ID = 'sotto-extension'

/** A window that clones what is posted to it, like a real one. */
class FakeWindow extends EventTarget {
  readonly location = { origin: ORIGIN }
  readonly document = Object.assign(new EventTarget(), { prerendering: false })

  readonly crypto = { randomUUID: () => `visit-${this.posted.length}` }
  readonly posted: unknown[] = []

  postMessage(data: unknown, origin: string): void {
    if (origin !== ORIGIN) return
    this.posted.push(structuredClone(data))
    queueMicrotask(() => this.arrive(structuredClone(data)))
  }

  /** A message from anywhere: `from` stands for the window and the origin it came from. */
  arrive(data: unknown, from: { source?: unknown; origin?: string } = {}): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data, source: this, origin: ORIGIN, ...from }))
  }
}

/** One document, its extension messaging and its clock, with what went through recorded. */
export function fakeBrowser() {
  const fake = new FakeWindow()
  const listeners: Listener[] = []
  const state = {
    id: EXTENSION_ID as string | undefined,
    /** How often the extension's own objects were asked for. */
    opened: 0,
    background: async (_message: RelayMessage): Promise<unknown> => ({ kind: 'pending' }),
  }
  const sent: RelayMessage[] = []
  const sleepers: (() => void)[] = []
  const runtime: RuntimePort = {
    get id() {
      return state.id
    },
    sendMessage: (message) => {
      if (state.id === undefined) throw new Error('Extension context invalidated.')
      sent.push(message)
      return state.background(message)
    },
    onMessage: { addListener: (listener) => listeners.push(listener) },
  }
  const host: RelayHost = {
    window: fake as unknown as Window,
    runtime: () => {
      state.opened += 1
      return runtime
    },
    wait: () => new Promise((resolve) => sleepers.push(resolve)),
  }
  const fromBackground = (
    message: BackgroundMessage | Record<string, unknown>,
    sender: MessageSender = { id: EXTENSION_ID },
  ): WaitingAnswer | undefined => {
    let answer: WaitingAnswer | undefined
    for (const listener of listeners) {
      listener(message, sender, (given) => {
        answer = given
      })
    }
    return answer
  }
  return { host, window: fake, state, sent, posted: fake.posted, sleepers, fromBackground }
}

/** Long enough for every promise that waits for nothing. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}
