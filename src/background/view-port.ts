import type { View, ViewPush } from '../messages/popup'

/** One open page of ours that shows the view. */
export interface ViewListener {
  post(push: ViewPush): void
}

/** Pushes the whole view to every open page after each change. */
export interface ViewPort {
  /** Sends the view now and after every change, until the function returned is called. */
  connect(listener: ViewListener): () => void
  /** Changes that come while a view is being made are shown together by the next one. */
  changed(): void
}

/** `read` never throws: what cannot be read is a view too. */
export function createViewPort(read: () => Promise<View>): ViewPort {
  const listeners = new Set<ViewListener>()
  let stale = false
  let running = false

  async function push(): Promise<void> {
    running = true
    try {
      while (stale && listeners.size > 0) {
        stale = false
        const view = await read()
        for (const listener of listeners) post(listener, view)
      }
    } finally {
      running = false
    }
  }

  function post(listener: ViewListener, view: View): void {
    try {
      listener.post({ kind: 'view', view })
    } catch {
      // A port refuses once its page is gone, which the browser may tell us a moment later.
      listeners.delete(listener)
    }
  }

  function changed(): void {
    stale = true
    if (!running) void push()
  }

  return {
    connect(listener) {
      listeners.add(listener)
      changed()
      return () => void listeners.delete(listener)
    },
    changed,
  }
}
