import { startDevnet } from '../devnet/index'
import { discardBrowser, launchBrowser } from '../e2e/browser'
import { ApprovalWindow } from '../e2e/pages/approval-window'
import { WalletPage } from '../e2e/pages/wallet-page'
import { measureApproval } from './approval-speed'
import { startEmptySite } from './empty-site'
import type { Figure } from './figure'
import { measurePageCost } from './page-cost'
import { measurePopup } from './popup-speed'
import { measureProvider } from './provider-speed'
import { measureView } from './view-speed'

/** Everything that needs the extension in a real browser: one wallet, one connected empty page, one local network. */
export async function measureInBrowser(): Promise<Figure[]> {
  const devnet = await startDevnet({ blockMs: 1000 })
  const site = await startEmptySite()
  const browser = await launchBrowser()
  try {
    const wallet = await WalletPage.open(browser)
    await wallet.importPhrase(devnet.accounts[0]?.mnemonic ?? '')
    await wallet.chooseLocalNetwork(devnet.lcdUrl)
    const page = await browser.context.newPage()
    await page.goto(site.url)
    const connected = ApprovalWindow.during(browser, async () => {
      await page.evaluate(() => {
        void window.keplr?.enable('secretdev-1')
      })
    })
    await (await connected).approve('Connect')
    const popup = await measurePopup(browser, wallet)
    const view = await measureView(wallet.page)
    // An open popup keeps a port to the worker and wakes it by itself; from here on none is open, the welcome tab included.
    const quiet = wallet.page
    await quiet.goto(`chrome-extension://${browser.extensionId}/manifest.json`)
    const others = browser.context
      .pages()
      .filter((each) => each !== quiet && each.url().includes('/popup.html'))
    for (const other of others) await other.close()
    const subject = { browser, page, quiet, account: devnet.accounts[0], contract: devnet.contracts.sscrt }
    return [
      ...popup,
      ...view,
      ...(await measurePageCost(browser, site.url)),
      ...(await measureProvider(subject)),
      ...(await measureApproval(subject)),
    ]
  } finally {
    await discardBrowser(browser)
    await site.stop()
    await devnet.stop()
  }
}
