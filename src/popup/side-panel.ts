/** What browsers have for a page beside the page: Chromium a side panel, Firefox a sidebar, some neither. */
export interface PanelBrowser {
  readonly windows: { getCurrent(): Promise<{ readonly id?: number | undefined }> }
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> } | undefined
  readonly sidebarAction?: { open(): Promise<void> } | undefined
}

/** Opens Sotto beside the page of this window; undefined in a browser without such a place. */
export function panelOpener(browser: PanelBrowser): (() => Promise<void>) | undefined {
  const { sidePanel, sidebarAction } = browser
  if (typeof sidePanel?.open === 'function') {
    return async () => {
      const { id } = await browser.windows.getCurrent()
      if (id === undefined) throw new Error('expected the window of this page to have an id')
      await sidePanel.open({ windowId: id })
    }
  }
  // Firefox opens it only in the very turn of the click.
  return typeof sidebarAction?.open === 'function' ? () => sidebarAction.open() : undefined
}
