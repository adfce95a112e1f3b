import type { RelayMessage, WaitingAnswer } from '../../messages/page'

export interface MessageSender {
  readonly id?: string | undefined
  readonly tab?: unknown
}

/** The part of `chrome.runtime` that the relay uses. */
export interface RuntimePort {
  /** Goes away when the extension is updated, reloaded or turned off under the page. */
  readonly id: string | undefined
  sendMessage(message: RelayMessage): Promise<unknown>
  readonly onMessage: {
    addListener(
      listener: (message: unknown, sender: MessageSender, respond: (answer: WaitingAnswer) => void) => void,
    ): void
  }
}

/** What open requests stand on: the extension's messaging, and time. */
export interface Line {
  readonly runtime: RuntimePort
  wait(milliseconds: number): Promise<void>
}

/** What the relay stands on: one document, and the way to the background when it is needed. */
export interface RelayHost {
  readonly window: Window
  /** Asked for once. Where the extension has gone away, one without an id that nobody answers. */
  runtime(): RuntimePort
  wait(milliseconds: number): Promise<void>
}

export const NO_RUNTIME: RuntimePort = {
  id: undefined,
  sendMessage: () => Promise.reject(new Error('The extension is gone.')),
  onMessage: { addListener: () => undefined },
}
