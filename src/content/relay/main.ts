import { startRelay } from './relay'
import { NO_RUNTIME, type RuntimePort } from './relay-host'

declare const browser: { readonly runtime?: RuntimePort } | undefined

// The manifest asks for top frames only; a frame never speaks for the page around it.
if (window === window.top) {
  startRelay({
    window,
    runtime: extensionRuntime,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  })
}

/** In a document that outlived its extension the browser has taken it away, and may refuse to say so politely. */
function extensionRuntime(): RuntimePort {
  try {
    return (typeof browser === 'undefined' ? chrome.runtime : browser.runtime) ?? NO_RUNTIME
  } catch {
    return NO_RUNTIME
  }
}
