import { base64, utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { deriveKeplrTxSeed, deriveTxKey, deriveTxSeed, type TxSeed } from '../crypto/index'
import { sealCiphertext } from '../crypto/tx-cipher'
import {
  approveOnly,
  connect,
  directParams,
  errorCode,
  execute,
  type FakePage,
  fakePage,
  sealed,
  views,
} from './page-side.fake'
import { CHAIN_ID, ENCLAVE, fakeVault, fakeWallet, OTHER_ORIGIN, SSCRT, type Wallet } from './wallet.fake'

const NONCE = new Uint8Array(32).fill(5)
const ANSWER = '{"balance":{"amount":"1"}}'

async function connected(): Promise<{ readonly wallet: Wallet; readonly page: FakePage }> {
  const wallet = fakeWallet()
  const page = fakePage(wallet)
  await connect(wallet, page)
  return { wallet, page }
}

function keyOf(seed: TxSeed, nonce: Uint8Array = NONCE): Uint8Array {
  return deriveTxKey(seed, ENCLAVE.pair().publicKey, nonce).bytes()
}

function ciphertextOf(seed: TxSeed, text = ANSWER): string {
  return base64.encode(sealCiphertext(keyOf(seed), utf8.decode(text)))
}

function question(ciphertext: string, nonce = NONCE) {
  return { chainId: CHAIN_ID, nonce: base64.encode(nonce), ciphertext }
}

describe('messages that a site did not encrypt itself', () => {
  it('I5: are revealed once, after the person saw what they say, whichever of the account’s seeds they are under', async () => {
    const { wallet, page } = await connected()
    const { key } = wallet.vault
    for (const seed of [deriveTxSeed(key, CHAIN_ID), deriveKeplrTxSeed(key, CHAIN_ID)]) {
      wallet.browser.sent.length = 0
      const asked = question(ciphertextOf(seed))
      expect(await page.call('openCiphertext', asked)).toEqual({ kind: 'pending' })
      const [view] = await views(wallet)
      expect(view?.body).toMatchObject({
        kind: 'reveal',
        items: [{ kind: 'text', content: { text: ANSWER, printable: true } }],
      })
      await approveOnly(wallet)
      expect(page.replies()).toEqual([{ kind: 'result', value: base64.encode(utf8.decode(ANSWER)) }])
      expect(await page.call('openCiphertext', asked)).toEqual({ kind: 'pending' })
      await wallet.side.approvals.reject((await views(wallet))[0]?.id ?? '')
    }
  })

  it('I5: look the same to the page until the person answers, whether this account can open them or not', async () => {
    const { wallet, page } = await connected()
    const own = question(ciphertextOf(deriveTxSeed(wallet.vault.key, CHAIN_ID)))
    const foreign = question(ciphertextOf(deriveTxSeed(fakeVault(2).key, CHAIN_ID)))
    for (const asked of [own, foreign]) {
      expect(await page.call('openCiphertext', asked)).toEqual({ kind: 'pending' })
      await views(wallet)
      expect(page.replies()).toEqual([])
      wallet.browser.now += 60_000
      await wallet.side.approvals.reject((await views(wallet))[0]?.id ?? '')
      expect(page.replies().map(errorCode)).toEqual(['rejected'])
      wallet.browser.sent.length = 0
    }
    await page.call('openCiphertext', foreign)
    const [view] = await views(wallet)
    expect(view?.body).toMatchObject({ kind: 'reveal', items: [{ kind: 'text' }] })
    expect(JSON.stringify(view?.body)).not.toContain('content')
    await approveOnly(wallet)
    expect(page.replies().map(errorCode)).toEqual(['not-yours'])
  })

  it('a key says which own transaction it opens', async () => {
    const { wallet, page } = await connected()
    const wire = sealed(wallet, { transfer: { recipient: SSCRT, amount: '5' } })
    await page.call('signDirect', await directParams(wallet, [await execute(wallet, wire)]))
    await approveOnly(wallet)
    wallet.browser.sent.length = 0
    const other = fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })
    await connect(wallet, other)
    const nonce = wire.subarray(0, 32)
    await other.call('getTxKey', { chainId: CHAIN_ID, nonce: base64.encode(nonce) })
    const [view] = await views(wallet)
    expect(view?.body).toMatchObject({
      kind: 'reveal',
      items: [{ kind: 'key', transaction: { contract: SSCRT, sentence: expect.stringContaining('Send') } }],
    })
    await approveOnly(wallet)
    const seed = deriveTxSeed(wallet.vault.key, CHAIN_ID)
    expect(other.replies()).toEqual([{ kind: 'result', value: base64.encode(keyOf(seed, nonce)) }])
    expect(await wallet.side.origins.views()).toMatchObject([
      { had: [{ kind: 'signatures', asked: 1, given: 1 }] },
      { origin: OTHER_ORIGIN, had: [{ kind: 'message-keys', given: 1 }] },
    ])
  })

  it('P17: fifty fit into one question, and the rest is told to wait', async () => {
    const { wallet, page } = await connected()
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        page.call('getTxKey', { chainId: CHAIN_ID, nonce: base64.encode(new Uint8Array(32).fill(index)) }),
      ),
    )
    expect(answers.filter((answer) => errorCode(answer) === 'busy')).toHaveLength(10)
    const [view] = await views(wallet)
    expect(view?.body.kind === 'reveal' ? view.body.items : []).toHaveLength(50)
    expect(wallet.browser.openWindows.size).toBe(1)
    await approveOnly(wallet)
    expect(page.replies().map(({ kind }) => kind)).toEqual(Array.from({ length: 50 }, () => 'result'))
  })

  it('U55: one that joins after the person looked is not revealed by a yes to the others', async () => {
    const { wallet, page } = await connected()
    await page.call('getTxKey', { chainId: CHAIN_ID, nonce: base64.encode(NONCE) })
    const [view] = await views(wallet)
    await page.call('getTxKey', { chainId: CHAIN_ID, nonce: base64.encode(new Uint8Array(32).fill(6)) })
    await expect(wallet.side.approvals.approve(view?.id ?? '')).rejects.toMatchObject({
      code: 'approval/changed',
    })
    expect(page.replies()).toEqual([])
  })

  it('nothing is revealed that was never shown, nor after the capability was taken back', async () => {
    const { wallet, page } = await connected()
    await page.call('getTxKey', { chainId: CHAIN_ID, nonce: base64.encode(NONCE) })
    const [asked] = await wallet.side.approvals.questions()
    await expect(wallet.side.approvals.approve(asked?.id ?? '')).rejects.toMatchObject({
      code: 'approval/not-shown',
    })
    await views(wallet)
    const party = { origin: 'https://dapp.example', account: wallet.vault.signing.address }
    await wallet.side.origins.revokeGrant(party, { chainId: CHAIN_ID as never, capability: 'decrypt' })
    await expect(wallet.side.approvals.approve(asked?.id ?? '')).rejects.toMatchObject({
      code: 'approval/not-connected',
    })
    expect(page.replies()).toEqual([])
  })
})
