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

/** What the relay stands on: one document, the extension's messaging, and time. */
export interface RelayHost {
  readonly window: Window
  readonly runtime: RuntimePort
  wait(milliseconds: number): Promise<void>
}
