import { describe, expect, it } from 'vitest'
import { panelOpener } from './side-panel'

const windows = { getCurrent: async () => ({ id: 7 }) }

describe('panelOpener', () => {
  it('opens Chromium’s side panel in the window of the page', async () => {
    const opened: unknown[] = []
    const sidePanel = { open: async (options: { windowId: number }) => void opened.push(options) }
    await panelOpener({ windows, sidePanel })?.()
    expect(opened).toEqual([{ windowId: 7 }])
  })

  it('opens Firefox’s sidebar in the turn of the click', () => {
    let opened = 0
    const sidebarAction = {
      open: async () => {
        opened += 1
      },
    }
    void panelOpener({ windows, sidebarAction })?.()
    expect(opened).toBe(1)
  })

  it('is not there in a browser that has neither', () => {
    expect(panelOpener({ windows })).toBeUndefined()
  })
})
