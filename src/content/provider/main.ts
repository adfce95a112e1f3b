import { startProvider } from './provider'

// Top frames only, and no sandboxed documents: their origin is nobody's.
if (window === window.top && window.origin === window.location.origin && !('sotto' in window)) {
  startProvider(window)
}
