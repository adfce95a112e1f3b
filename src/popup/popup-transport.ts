export interface ViewPort {
  onMessage(listener: (message: unknown) => void): void
  onDisconnect(listener: () => void): void
  disconnect(): void
}

export function sendRequest(message: unknown): Promise<unknown> {
  return chrome.runtime.sendMessage(message)
}

export function openPort(name: string): ViewPort {
  const port = chrome.runtime.connect({ name })
  return {
    onMessage: (listener) => port.onMessage.addListener((message: unknown) => listener(message)),
    onDisconnect: (listener) =>
      port.onDisconnect.addListener(() => {
        // Reading lastError tells Chromium that the loss was noticed.
        void chrome.runtime.lastError
        listener()
      }),
    disconnect: () => port.disconnect(),
  }
}
