import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { encodeTxRaw } from '../chain/codec/index'
import { TxSeed } from '../crypto/index'
import type { RelayAnswer } from '../messages/page'
import {
  approveOnly,
  bankSend,
  connect,
  directParams,
  errorCode,
  execute,
  type FakePage,
  fakePage,
  sealed,
  views,
} from './page-side.fake'
import { BOB, CHAIN_ID, fakeWallet, type Wallet } from './wallet.fake'

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

  it('N64: is not sent either when it was signed before the network renewed its key', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const params = await directParams(wallet, [await execute(wallet, sealed(wallet, TRANSFER))])
    await page.call('signDirect', params)
    await approveOnly(wallet)
    const [reply] = page.replies()
    const { signature } = (reply?.kind === 'result' ? reply.value : {}) as { signature: string }
    const sent: string[] = []
    wallet.browser.respond = (url) => {
      sent.push(url)
      return Promise.reject(new TypeError('no host'))
    }
    const tx = encodeTxRaw({
      bodyBytes: base64.decode(params.bodyBytes),
      authInfoBytes: base64.decode(params.authInfoBytes),
      signatures: [base64.decode(signature)],
    })
    const sending = { chainId: CHAIN_ID, tx: base64.encode(tx) }
    wallet.networks.keys = [NEW_KEY, ...wallet.networks.keys]
    const refused = await page.call('sendTx', sending)
    expect(errorMessage(refused)).toContain('its fee would be lost, so it was not sent')
    wallet.networks.blocked = true
    expect(errorCode(await page.call('sendTx', sending))).toBe('blocked')
    expect(sent).toEqual([])
    wallet.networks.blocked = false
    wallet.networks.keys.shift()
    expect(errorMessage(await page.call('sendTx', sending))).toContain('Failed to fetch')
    expect(sent.length).toBeGreaterThan(0)
  })
})

function errorMessage(answer: RelayAnswer | undefined): string {
  return answer?.kind === 'done' && answer.outcome.kind === 'error' ? answer.outcome.error.message : ''
}
