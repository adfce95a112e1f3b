import { expect, type Locator, type Page } from '@playwright/test'
import type { ExtensionBrowser } from '../browser'

/** The wallet's own window, in which a person answers a site. */
export class ApprovalWindow {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Runs `act` and waits for the window that opens because of it. */
  static async during(browser: ExtensionBrowser, act: () => Promise<unknown>): Promise<ApprovalWindow> {
    const before = new Set(browser.context.pages())
    await act()
    const opened = (): Page | undefined =>
      browser.context.pages().find((page) => !before.has(page) && page.url().includes('popup.html?approval'))
    await expect.poll(() => opened() !== undefined, { message: 'an approval window opens' }).toBe(true)
    const page = opened()
    if (page === undefined) throw new Error('The approval window closed at once.')
    return new ApprovalWindow(page)
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name })
  }

  async approve(button: 'Approve' | 'Approve once' | 'Allow' | 'Connect' = 'Approve'): Promise<void> {
    await this.answer(button)
  }

  /** Approves what may need a typed word first. */
  async agree(): Promise<void> {
    const field = this.page.getByLabel('Type SIGN if you want to sign all the same')
    if ((await field.count()) > 0) await field.fill('SIGN')
    await this.approve()
  }

  async reject(): Promise<void> {
    await this.answer('Reject')
  }

  /** Presses a button as soon as it is not inert any more; the window may stay. */
  async press(name: string): Promise<void> {
    const button = this.page.getByRole('button', { name, exact: true })
    await expect(button).toBeEnabled()
    await button.click()
  }

  /** Presses a button and waits for the window to close. */
  private async answer(name: string): Promise<void> {
    await Promise.all([this.page.waitForEvent('close'), this.press(name)])
  }
}
