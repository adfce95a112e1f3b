import { describe, expect, it } from 'vitest'
import { TxSeed } from '../crypto/index'
import {
  approveOnly,
  bankSend,
  connect,
  directParams,
  execute,
  type FakePage,
  fakePage,
  sealed,
  views,
} from './page-side.fake'
import { BOB, fakeWallet, type Wallet } from './wallet.fake'

const NEW_KEY = TxSeed.fromBytes(new Uint8Array(32).fill(4)).pair().publicKey
const TRANSFER = { transfer: { recipient: BOB, amount: '1' } }

/** A page waits for a signature over a contract message, and the person has seen it. */
async function shownMessage(): Promise<{ readonly wallet: Wallet; readonly page: FakePage }> {
  const wallet = fakeWallet()
  const page = fakePage(wallet)
  await connect(wallet, page)
  const wire = sealed(wallet, TRANSFER)
  await page.call('signDirect', await directParams(wallet, [await execute(wallet, wire)]))
  await views(wallet)
  return { wallet, page }
}

describe('a message for a network key that is no longer the newest', () => {
  it('N64: is stopped before it is signed when the network renewed its key between showing and approving', async () => {
    const { wallet, page } = await shownMessage()
    wallet.networks.keys = [NEW_KEY, ...wallet.networks.keys]
    await expect(approveOnly(wallet)).rejects.toMatchObject({
      code: 'approval/retired-key',
      message: expect.stringContaining('Nothing was signed'),
    })
    expect(wallet.vault.signatures).toBe(0)
    expect(page.replies()).toEqual([])
    expect((await wallet.side.activity.page()).items).toEqual([])
  })

  it('N64: is stopped also when it was shown as what it is', async () => {
    const { wallet } = await shownMessage()
    wallet.networks.keys = [NEW_KEY, ...wallet.networks.keys]
    await views(wallet)
    await expect(approveOnly(wallet)).rejects.toMatchObject({ code: 'approval/retired-key' })
    expect(wallet.vault.signatures).toBe(0)
  })

  it('N64: is not signed while the nodes’ key is in question, and is signed after that was answered', async () => {
    const { wallet, page } = await shownMessage()
    wallet.networks.blocked = true
    await expect(approveOnly(wallet)).rejects.toMatchObject({ code: 'approval/key-in-question' })
    wallet.networks.blocked = false
    await approveOnly(wallet)
    expect(page.replies()).toMatchObject([{ kind: 'result' }])
  })

  it('leaves what is not encrypted alone', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('signDirect', await directParams(wallet, [await bankSend(wallet)]))
    await views(wallet)
    wallet.networks.blocked = true
    await approveOnly(wallet)
    expect(wallet.vault.signatures).toBe(1)
  })
})
