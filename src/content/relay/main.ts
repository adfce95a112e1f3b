import { startRelay } from './relay'
import type { RuntimePort } from './relay-host'

declare const browser: { readonly runtime: RuntimePort } | undefined

// The manifest asks for top frames only; a frame never speaks for the page around it.
if (window === window.top) {
  startRelay({
    window,
    runtime: typeof browser === 'undefined' ? chrome.runtime : browser.runtime,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  })
}
