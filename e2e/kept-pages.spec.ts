import type { Page } from '@playwright/test'
import type { Devnet } from '../devnet/index'
import { discardBrowser, type ExtensionBrowser, launchBrowser } from './browser'
import { ApprovalWindow } from './pages/approval-window'
import { addressIn, type BareSite, beginConnecting, startBareSite } from './pages/bare-site'
import { WalletPage } from './pages/wallet-page'
import { expect, test } from './world'

let site: BareSite

test.beforeAll(async () => {
  site = await startBareSite({ '/': '<h1>A site</h1>', '/away': '<h1>Elsewhere</h1>' })
})

test.afterAll(async () => {
  await site.stop()
})

/** A browser that keeps pages a person leaves, as theirs does, with a wallet of account a and a connected page. */
async function browserThatKeepsPages(
  devnet: Devnet,
  mnemonic: string,
): Promise<{ readonly browser: ExtensionBrowser; readonly wallet: WalletPage; readonly page: Page }> {
  const browser = await launchBrowser({ backForwardCache: true })
  const wallet = await WalletPage.open(browser)
  await wallet.importPhrase(mnemonic)
  await wallet.chooseLocalNetwork(devnet.lcdUrl)
  const page = await browser.context.newPage()
  await page.goto(`${site.origin}/`)
  await (await ApprovalWindow.during(browser, () => beginConnecting(page))).approve('Connect')
  return { browser, wallet, page }
}

/** Leaves the page and comes back to it, which must have been kept. `meanwhile` happens while it is away. */
async function leaveAndComeBack(
  page: Page,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<void> {
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }), { once: true })
  })
  await page.goto(`${site.other}/away`)
  await meanwhile()
  await page.evaluate(() => void setTimeout(() => history.back()))
  await expect.poll(() => page.url()).toBe(`${site.origin}/`)
  expect(await page.evaluate(() => (window as unknown as { persisted?: boolean }).persisted)).toBe(true)
}

test('P22: a connected page that comes back from the back-forward cache is heard again', async ({
  devnet,
  a,
}) => {
  const { browser, page } = await browserThatKeepsPages(devnet, a.mnemonic)
  try {
    await leaveAndComeBack(page)
    expect(await addressIn(page)).toBe(a.address)
  } finally {
    await discardBrowser(browser)
  }
})

test('P22: a page that comes back hears of the account that was chosen meanwhile, once', async ({
  devnet,
  a,
}) => {
  const { browser, wallet, page } = await browserThatKeepsPages(devnet, a.mnemonic)
  try {
    await wallet.goToSetting('Accounts and backup', 'Accounts')
    await wallet.press('Add account')
    await wallet.page.getByRole('button', { name: /^One more of a phrase/ }).click()
    await wallet.press('Add the next account')
    await expect(wallet.heading('Account 2')).toBeVisible()
    await wallet.goTo('Home')
    await page.evaluate(() => {
      const heard = { changes: 0 }
      Object.assign(window, { heard })
      addEventListener('keplr_keystorechange', () => {
        heard.changes += 1
      })
    })
    const changes = () =>
      page.evaluate(() => (window as unknown as { heard: { changes: number } }).heard.changes)
    await leaveAndComeBack(page)
    expect(await addressIn(page)).toBe(a.address)
    expect(await changes()).toBe(0)
    await leaveAndComeBack(page, async () => {
      await wallet.page.keyboard.press('a')
      await wallet.page.keyboard.press('2')
      await expect(wallet.page.getByRole('button', { name: /Account 2/ })).toBeVisible()
    })
    await expect.poll(changes).toBe(1)
    await leaveAndComeBack(page)
    // Asked and answered after whatever it could be told.
    await page.evaluate(() => (window as unknown as { keplr: { ping(): Promise<void> } }).keplr.ping())
    expect(await changes()).toBe(1)
  } finally {
    await discardBrowser(browser)
  }
})
