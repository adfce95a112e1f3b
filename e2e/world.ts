import { test as base } from '@playwright/test'
import { type Devnet, startDevnet } from '../devnet/index'
import { type Demo, startDemo } from '../scripts/demo.mjs'
import { discardBrowser, type ExtensionBrowser, launchBrowser } from './browser'
import { DemoPage } from './pages/demo-page'
import { WalletPage } from './pages/wallet-page'

interface WorkerWorld {
  /** A local network on free ports, for the tests of one worker. */
  readonly devnet: Devnet
  readonly demo: Demo
}

interface TestWorld {
  /** The account that the local network calls a: it holds SCRT and 1,000 sSCRT. */
  readonly a: Account
  /** A browser on a new profile with the extension in it. */
  readonly sotto: ExtensionBrowser
  /** The wallet in that browser, with account a on the local network. */
  readonly wallet: WalletPage
  /** The demo dApp beside that wallet, not connected yet. */
  readonly dapp: DemoPage
}

interface Account {
  readonly mnemonic: string
  readonly address: string
}
/** Everything a test needs around it: a network, a dApp and a browser that knows neither. */
export const test = base.extend<TestWorld, WorkerWorld>({
  devnet: [
    // biome-ignore lint/correctness/noEmptyPattern: the fixture needs nothing, and the pattern is what Playwright reads
    async ({}, use) => {
      const devnet = await startDevnet({ blockMs: 300 })
      await use(devnet)
      await devnet.stop()
    },
    { scope: 'worker' },
  ],
  demo: [
    async ({ devnet }, use) => {
      const demo = await startDemo({ port: 0, lcdUrl: devnet.lcdUrl, chainId: devnet.chainId })
      await use({ ...demo, url: `${demo.url}&faucet=${encodeURIComponent(devnet.faucetUrl)}` })
      await demo.stop()
    },
    { scope: 'worker' },
  ],
  a: async ({ devnet }, use) => {
    const account = devnet.accounts.find(({ name }) => name === 'a')
    if (account === undefined) throw new Error('The local network has no account a.')
    await use(account)
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  sotto: async ({}, use) => {
    const browser = await launchBrowser()
    await use(browser)
    await discardBrowser(browser)
  },
  wallet: async ({ sotto, devnet, a }, use) => {
    const wallet = await WalletPage.open(sotto)
    await wallet.importPhrase(a.mnemonic)
    await wallet.chooseLocalNetwork(devnet.lcdUrl)
    await use(wallet)
  },
  dapp: async ({ sotto, demo, wallet }, use) => {
    await wallet.goTo('Home')
    await use(await DemoPage.open(sotto, demo.url))
  },
})

export { expect } from '@playwright/test'
