import { expect, type Page } from '@playwright/test'
import { type ExtensionBrowser, openWindow } from '../browser'
import { ApprovalWindow } from './approval-window'

/** The demo dApp, which knows nothing of Sotto: it asks for window.keplr. */
export class DemoPage {
  readonly page: Page
  readonly #browser: ExtensionBrowser

  constructor(browser: ExtensionBrowser, page: Page) {
    this.page = page
    this.#browser = browser
  }

  static async open(browser: ExtensionBrowser, url: string): Promise<DemoPage> {
    const page = await openWindow(browser)
    await page.setViewportSize({ width: 1100, height: 800 })
    await page.goto(url)
    return new DemoPage(browser, page)
  }

  /** Presses a button that makes the page ask the wallet, and answers with the wallet's window. */
  ask(button: string): Promise<ApprovalWindow> {
    return ApprovalWindow.during(this.#browser, () => this.press(button))
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click()
  }

  async connect(): Promise<void> {
    const approval = await this.ask('Connect wallet')
    await approval.approve('Connect')
    await this.says(/^Connected as/)
  }

  /** Waits for the page to say how its last step ended. */
  async says(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('status')).toContainText(text, { timeout: 20_000 })
  }
}
