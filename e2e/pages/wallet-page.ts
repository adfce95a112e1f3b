import { expect, type Locator, type Page } from '@playwright/test'
import type { ExtensionBrowser } from '../browser'

export const PASSWORD = 'a quiet long password'

/** The wallet in a full tab: the same page as the popup, which stays open. */
export class WalletPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async open(browser: ExtensionBrowser): Promise<WalletPage> {
    const page = await browser.context.newPage()
    await page.goto(`chrome-extension://${browser.extensionId}/popup.html?tab`)
    return new WalletPage(page)
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name })
  }

  async press(button: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: typeof button === 'string' }).click()
  }

  async goTo(tab: 'Home' | 'Activity' | 'Sites' | 'Settings'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('button', { name: new RegExp(`^${tab}`) })
      .click()
    await expect(this.page.getByRole('heading', { level: 1, name: tab })).toBeVisible()
  }

  async importPhrase(phrase: string, password = PASSWORD): Promise<void> {
    await this.press('Import an existing wallet')
    await this.page.getByLabel('Recovery phrase').fill(phrase)
    await this.press('Continue')
    await this.choosePassword(password)
    await expect(this.page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
  }

  async choosePassword(password: string, confirm = password): Promise<void> {
    await expect(this.heading('Choose a password')).toBeVisible()
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByLabel('Confirm password', { exact: true }).fill(confirm)
    await this.press('Continue')
  }

  async unlock(password = PASSWORD): Promise<void> {
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.press('Unlock')
  }

  async lock(): Promise<void> {
    await this.goTo('Home')
    await this.press('Lock')
    await expect(this.heading('Sotto is locked')).toBeVisible()
  }

  /** Chooses the local network and names the node's address, as a person adds a network. */
  async chooseLocalNetwork(nodeUrl: string): Promise<void> {
    await this.goTo('Settings')
    const network = this.page.getByRole('radio', { name: /secretdev-1/ })
    await network.click()
    await expect(network).toBeChecked()
    await this.setNode(nodeUrl)
    await expect(this.page.getByRole('listitem').filter({ hasText: nodeUrl })).toBeVisible()
  }

  async setNode(nodeUrl: string): Promise<void> {
    await this.page.getByLabel('Own node address').fill(nodeUrl)
    await this.press('Use this node')
  }

  /** Opens the newest transaction of the time line. */
  async openNewest(title: string | RegExp): Promise<void> {
    await this.goTo('Activity')
    await this.page.getByRole('listitem').getByRole('button', { name: title }).first().click()
  }
}
