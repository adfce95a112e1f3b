import { createStore, type StoreApi } from 'zustand/vanilla'
import { VIEW_PORT, type View } from '../messages/popup'
import { parsePush } from './parse-push'
import type { Platform } from './platform'

/** A mirror of the background's view: replaced whole at every push, never edited here. */
export interface ViewState {
  readonly view: View | undefined
  readonly live: boolean
}

export type ViewStore = StoreApi<ViewState>

const RETRY_MS = [0, 100, 500, 2000]

export function createViewStore(): ViewStore {
  return createStore<ViewState>(() => ({ view: undefined, live: false }))
}

/** Keeps the store fed: connects again when the worker dies, with the last view still standing. Returns the way to stop. */
export function followView(store: ViewStore, platform: Pick<Platform, 'connect'>): () => void {
  let stopped = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let close: (() => void) | undefined

  function connect(): void {
    if (stopped) return
    const port = platform.connect(VIEW_PORT)
    close = () => port.disconnect()
    port.onMessage((message) => {
      const view = parsePush(message)
      if (view === undefined || stopped) return
      failures = 0
      store.setState({ view, live: true }, true)
    })
    port.onDisconnect(() => {
      if (stopped) return
      store.setState({ live: false })
      timer = setTimeout(connect, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)])
      failures += 1
    })
  }

  connect()
  return () => {
    stopped = true
    clearTimeout(timer)
    close?.()
  }
}
