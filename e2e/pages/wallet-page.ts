import { expect, type Locator, type Page } from '@playwright/test'
import { type ExtensionBrowser, openWindow } from '../browser'

export const PASSWORD = 'a quiet long password'

/** The wallet in a full tab: the same page as the popup, which stays open. */
export class WalletPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async open(browser: ExtensionBrowser): Promise<WalletPage> {
    const page = await openWindow(browser)
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

  /** Imports a phrase into an empty wallet. Its accounts are not looked for: no network is reachable yet. */
  async importPhrase(phrase: string, password = PASSWORD): Promise<void> {
    await this.press('Import an existing wallet')
    await this.page.getByLabel('Words of the phrase').fill(phrase)
    await this.typeNewPassword(password)
    await this.press('Import wallet')
    await expect(this.heading('Your accounts')).toBeVisible()
    await this.press('Skip')
    await expect(this.page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
  }

  async typeNewPassword(password: string, confirm = password): Promise<void> {
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByLabel('Confirm password', { exact: true }).fill(confirm)
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
    await this.goToNetworks()
    const network = this.page.getByRole('radio', { name: /secretdev-1/ })
    await network.click()
    await expect(network).toBeChecked()
    await this.setNode(nodeUrl)
    await expect(this.page.getByRole('listitem').filter({ hasText: nodeUrl })).toBeVisible()
  }

  async goToNetworks(): Promise<void> {
    await this.goTo('Settings')
    await this.page.getByRole('button', { name: 'Network and nodes' }).click()
  }

  /** Goes to a place under Settings by the names on the way. */
  async goToSetting(...way: readonly string[]): Promise<void> {
    await this.goTo('Settings')
    for (const name of way) await this.page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
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
