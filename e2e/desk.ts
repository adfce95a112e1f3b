import type { Msg, SecretNetworkClient } from 'secretjs'
import type { Devnet } from '../devnet/index'
import { type Scene, setScene } from './approval-scene'
import { discardBrowser, type ExtensionBrowser, launchBrowser } from './browser'
import { ApprovalWindow } from './pages/approval-window'
import { DemoPage } from './pages/demo-page'
import { clientThrough, type SignMode } from './pages/page-signer'
import { WalletPage } from './pages/wallet-page'
import { test as base } from './world'

/** What became of a transaction on the chain. */
interface Outcome {
  readonly code: number
  readonly rawLog: string
}

export interface Asked {
  readonly approval: ApprovalWindow
  /** What the site gets for its request in the end; rejects where the person said no. */
  readonly outcome: Promise<Outcome>
}

interface AskOptions {
  readonly mode?: SignMode
  /** Public on chain. */
  readonly memo?: string
  readonly gas?: number | undefined
  /** False for what is only to be signed. */
  readonly send?: boolean
}

const SIGNED: Outcome = { code: 0, rawLog: '' }

/** An open wallet with a connected page beside it, which asks for one transaction after the other. */
export class Desk {
  readonly browser: ExtensionBrowser
  readonly wallet: WalletPage
  readonly dapp: DemoPage
  readonly devnet: Devnet
  readonly me: string
  readonly #clients: Readonly<Record<SignMode, SecretNetworkClient>>

  private constructor(parts: Pick<Desk, 'browser' | 'wallet' | 'dapp' | 'devnet' | 'me'>) {
    const { browser, wallet, dapp, devnet, me } = parts
    this.browser = browser
    this.wallet = wallet
    this.dapp = dapp
    this.devnet = devnet
    this.me = me
    this.#clients = {
      direct: clientThrough(dapp.page, devnet, me),
      amino: clientThrough(dapp.page, devnet, me, 'amino'),
    }
  }

  static async open(devnet: Devnet, demoUrl: string): Promise<Desk> {
    const account = devnet.accounts.find(({ name }) => name === 'a')
    if (account === undefined) throw new Error('The local network has no account a.')
    const browser = await launchBrowser()
    const wallet = await WalletPage.open(browser)
    await wallet.importPhrase(account.mnemonic)
    await wallet.chooseLocalNetwork(devnet.lcdUrl)
    await wallet.goTo('Home')
    const dapp = await DemoPage.open(browser, demoUrl)
    await dapp.connect()
    return new Desk({ browser, wallet, dapp, devnet, me: account.address })
  }

  /** A client that reads the chain, and signs nothing unless the person does. */
  get client(): SecretNetworkClient {
    return this.#clients.direct
  }

  /** Asks to sign one transaction, which goes to the chain once it is approved unless it is only to be signed. */
  async ask(messages: readonly Msg[], options: AskOptions = {}): Promise<Asked> {
    const { mode = 'direct', memo = '', gas = 400_000, send = true } = options
    const { tx } = this.#clients[mode]
    const fee = { gasLimit: gas, memo }
    return await this.#during(async () => {
      if (!send) {
        await tx.signTx([...messages], fee)
        return SIGNED
      }
      return await tx.broadcast([...messages], {
        ...fee,
        broadcastCheckIntervalMs: 100,
        ibcTxsOptions: { resolveResponses: false },
      })
    })
  }

  async #during(act: () => Promise<Outcome>): Promise<Asked> {
    let outcome: Promise<Outcome> | undefined
    const approval = await ApprovalWindow.during(this.browser, async () => {
      outcome = act()
      // Awaited by the test, and until then nobody's failure.
      outcome.catch(() => undefined)
    })
    if (outcome === undefined) throw new Error('Nothing was asked.')
    return { approval, outcome }
  }
}

/** One browser, one wallet and one connected page for all tests of a worker, so that each costs only its own request. */
export const test = base.extend<object, { readonly desk: Desk; readonly scene: Scene }>({
  desk: [
    async ({ devnet, demo }, use) => {
      const desk = await Desk.open(devnet, demo.url)
      await use(desk)
      await discardBrowser(desk.browser)
    },
    { scope: 'worker' },
  ],
  scene: [
    async ({ devnet }, use) => {
      await use(await setScene(devnet))
    },
    { scope: 'worker' },
  ],
})

export { expect } from '@playwright/test'
