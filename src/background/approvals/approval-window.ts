import type { Runtime, Windows } from '../platform'
import { KEYS } from '../storage/keys'
import { readStored, type Store, updateStored } from '../storage/stored'

/** The one window in which the person is asked. Its id outlives the worker. */
export interface ApprovalWindow {
  /** Opens it, or brings it to the front. */
  show(): Promise<void>
  /** Opens it where there is none. */
  ensure(): Promise<void>
  /** Closes it unless it is needed, which is asked at the last moment: a question may come in while it closes. */
  close(isNeeded: () => Promise<boolean>): Promise<void>
  /** True when the window that was just closed was this one, and not by us. */
  wasClosed(windowId: number): Promise<boolean>
}

interface ApprovalWindowParts {
  readonly store: Store
  readonly windows: Windows
  readonly runtime: Runtime
  /** Called when a window is being made: there is time to read ahead what it will show. */
  readonly opening: () => void
}

const PAGE = 'popup.html?approval'
const SIZE = { width: 360, height: 640 }

export function createApprovalWindow({
  store,
  windows,
  runtime,
  opening,
}: ApprovalWindowParts): ApprovalWindow {
  async function open(): Promise<number> {
    opening()
    return await windows.open({ url: runtime.url(PAGE), ...SIZE })
  }

  return {
    async show() {
      // Changes of one record wait for each other, so two questions at once open one window.
      await updateStored(store, KEYS.approvalWindow, async (windowId) =>
        windowId !== null && (await windows.focus(windowId)) ? windowId : await open(),
      )
    },

    async ensure() {
      if ((await readStored(store, KEYS.approvalWindow)) !== null) return
      await updateStored(store, KEYS.approvalWindow, async (windowId) => windowId ?? (await open()))
    },

    async close(isNeeded) {
      if ((await readStored(store, KEYS.approvalWindow)) === null) return
      let unneeded: number | null = null
      // Forgotten first: the browser reports the closing, and that must not count as the person's no.
      await updateStored(store, KEYS.approvalWindow, async (windowId) => {
        if (await isNeeded()) return windowId
        unneeded = windowId
        return null
      })
      if (unneeded !== null) await windows.close(unneeded)
    },

    async wasClosed(windowId) {
      if ((await readStored(store, KEYS.approvalWindow)) !== windowId) return false
      await updateStored(store, KEYS.approvalWindow, (current) => (current === windowId ? null : current))
      return true
    },
  }
}
