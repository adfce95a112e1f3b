import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { decodeAuthInfo, encodeSignDoc } from '../../chain/codec/index'
import { encodeAminoJson, sha256, verifySignature } from '../../crypto/index'
import type { JsonObject } from '../../domain/index'
import { execute, sealed } from '../page-side.fake'
import { BOB, CHAIN_ID, fakeWallet, type Wallet } from '../wallet.fake'
import { askAmino, askDirect, authOf, choose, openChoices, seen, signedBy } from './fee.fake'

const uscrt = (amount: bigint) => [{ denom: 'uscrt', amount }]
const FEE = { amount: [{ denom: 'uscrt', amount: '15000' }], gas: '150000' }

function isSignedWith(wallet: Wallet, signBytes: Uint8Array, signature: string): boolean {
  return verifySignature(wallet.vault.key.publicKey(), sha256(signBytes), base64.decode(signature))
}

describe('a fee that is chosen', () => {
  it('is the site’s own at first, beside three of ours', async () => {
    const wallet = fakeWallet()
    await askDirect(wallet)
    const review = await seen(wallet)
    expect(openChoices(review)).toMatchObject({
      chosen: 'site',
      site: { gas: '150000', coins: [{ amount: '15000', symbol: 'SCRT' }] },
      levels: [
        { level: 'low', gas: '100000', coins: [{ amount: '1250' }] },
        { level: 'average', gas: '100000', coins: [{ amount: '10000' }] },
        { level: 'high', gas: '100000', coins: [{ amount: '25000' }] },
      ],
      payer: '',
      payers: [],
    })
  })

  it('I3: is shown, signed and answered, and nothing else of the document changes', async () => {
    const wallet = fakeWallet()
    const { page, params } = await askDirect(wallet)
    await seen(wallet)
    await choose(wallet, { kind: 'level', level: 'high' })
    const review = await seen(wallet)
    expect(review.fee).toMatchObject({ gas: '100000', coins: [{ amount: '25000' }] })
    expect(review.raw.json).toContain('25000')
    const value = await signedBy(wallet, page)
    const { bodyBytes, authInfoBytes, signature } = value as Record<string, string>
    expect(bodyBytes).toBe(params.bodyBytes)
    expect(authOf(value)).toEqual({
      ...decodeAuthInfo(base64.decode(params.authInfoBytes)),
      fee: { amount: uscrt(25_000n), gas: 100_000n, payer: '', granter: '' },
    })
    const signBytes = encodeSignDoc({
      bodyBytes: base64.decode(bodyBytes ?? ''),
      authInfoBytes: base64.decode(authInfoBytes ?? ''),
      chainId: CHAIN_ID,
      accountNumber: 7n,
    })
    expect(isSignedWith(wallet, signBytes, signature ?? '')).toBe(true)
  })

  it('replaces the fee of an amino document alone', async () => {
    const wallet = fakeWallet()
    const page = await askAmino(wallet, { ...FEE, granter: BOB })
    const before = await seen(wallet)
    await choose(wallet, { kind: 'custom', gas: '123456', price: '0.5' })
    const after = await seen(wallet)
    expect(openChoices(after)).toMatchObject({ chosen: 'custom', custom: { gas: '123456', price: '0.5' } })
    expect({ ...after, fee: before.fee, raw: before.raw, feeChoices: 0, warnings: 0, preview: 0 }).toEqual({
      ...before,
      feeChoices: 0,
      warnings: 0,
      preview: 0,
    })
    const value = (await signedBy(wallet, page)) as { signed: JsonObject; signature: string }
    expect(value.signed).toMatchObject({
      memo: 'a memo',
      sequence: '2',
      fee: { amount: [{ denom: 'uscrt', amount: '61728' }], gas: '123456', granter: BOB },
    })
    expect(isSignedWith(wallet, encodeAminoJson(value.signed), value.signature)).toBe(true)
  })

  it('U55: what was shown before the choice is not what is signed: it has to be shown again', async () => {
    const wallet = fakeWallet()
    await askDirect(wallet)
    await seen(wallet)
    await choose(wallet, { kind: 'level', level: 'low' })
    const [question] = await wallet.side.approvals.questions()
    await expect(wallet.side.approvals.approve(question?.id ?? '')).rejects.toMatchObject({
      code: 'approval/not-shown',
    })
    expect(wallet.vault.signatures).toBe(0)
  })

  it('I9: outlives the worker', async () => {
    const wallet = fakeWallet()
    const { page } = await askDirect(wallet)
    await seen(wallet)
    await choose(wallet, { kind: 'level', level: 'high' })
    wallet.restart()
    expect((await seen(wallet)).fee?.coins).toMatchObject([{ amount: '25000' }])
    expect(authOf(await signedBy(wallet, page)).fee?.amount).toEqual(uscrt(25_000n))
  })

  it('goes back to the site’s, byte for byte', async () => {
    const wallet = fakeWallet()
    const { page, params } = await askDirect(wallet)
    await seen(wallet)
    await choose(wallet, { kind: 'level', level: 'high' })
    await seen(wallet)
    await choose(wallet, { kind: 'site' })
    expect(openChoices(await seen(wallet)).chosen).toBe('site')
    expect(await signedBy(wallet, page)).toMatchObject({ authInfoBytes: params.authInfoBytes })
  })
})

describe('a fee that is not to be touched', () => {
  it('stays when the site asks for it', async () => {
    const wallet = fakeWallet()
    await askAmino(wallet, FEE, true)
    const { feeChoices } = await seen(wallet)
    expect(feeChoices).toEqual({ kind: 'fixed', reason: 'The site asks to keep its fee as it is.' })
    await expect(choose(wallet, { kind: 'level', level: 'low' })).rejects.toMatchObject({ code: 'fee/fixed' })
  })

  it('stays in a direct document too, and where it has several coins', async () => {
    const wallet = fakeWallet()
    await askDirect(wallet, { change: { keepFee: true } })
    expect((await seen(wallet)).feeChoices).toMatchObject({ kind: 'fixed' })
    const other = fakeWallet()
    await askAmino(other, { ...FEE, amount: [...FEE.amount, { denom: 'uatom', amount: '1' }] })
    expect((await seen(other)).feeChoices).toMatchObject({
      kind: 'fixed',
      reason: expect.stringContaining('several coins'),
    })
  })

  it('P28: stays where the document is written in a way that writing it again would change', async () => {
    const wallet = fakeWallet()
    const { authInfoBytes } = (await askDirect(fakeWallet())).params
    // Field 15, which no AuthInfo has.
    const odd = base64.encode(Uint8Array.from([...base64.decode(authInfoBytes), 0x7a, 0]))
    await askDirect(wallet, { change: { authInfoBytes: odd } })
    expect((await seen(wallet)).feeChoices).toMatchObject({
      kind: 'fixed',
      reason: expect.stringContaining('unusual'),
    })
    await expect(choose(wallet, { kind: 'level', level: 'low' })).rejects.toMatchObject({ code: 'fee/fixed' })
    const [question] = await wallet.side.approvals.questions()
    expect(question?.fee).toBeUndefined()
  })

  it('is no fee at all in a permit', async () => {
    const wallet = fakeWallet()
    const { page } = await askDirect(wallet)
    const [question] = await wallet.side.approvals.questions()
    await wallet.side.approvals.reject(question?.id ?? '')
    const { address } = await wallet.vault.account()
    const signDoc = JSON.stringify({
      account_number: '0',
      chain_id: CHAIN_ID,
      fee: { amount: [{ amount: '0', denom: 'uscrt' }], gas: '1' },
      memo: '',
      msgs: [
        {
          type: 'query_permit',
          value: { permit_name: 'p', allowed_tokens: [BOB], permissions: ['balance'] },
        },
      ],
      sequence: '0',
    })
    const params = { chainId: CHAIN_ID, signer: address, signDoc, keepFee: false, keepMemo: false }
    await page.call('signAmino', params)
    await expect(choose(wallet, { kind: 'level', level: 'low' })).rejects.toMatchObject({ code: 'fee/fixed' })
  })

  it('is not of a question that is gone or of another account', async () => {
    const wallet = fakeWallet()
    await askDirect(wallet)
    await expect(wallet.side.chooseFee('nobody', { kind: 'site' })).rejects.toMatchObject({
      code: 'approval/gone',
    })
    const [question] = await wallet.side.approvals.questions()
    await wallet.side.approvals.reject(question?.id ?? '')
    await expect(wallet.side.chooseFee(question?.id ?? '', { kind: 'site' })).rejects.toMatchObject({
      code: 'approval/gone',
    })
  })
})

describe('prices and gas', () => {
  it('are never below what the node takes, unless no honest node would ask for it', async () => {
    const wallet = fakeWallet()
    wallet.facts.gasFloor = async () => '0.2'
    await askDirect(wallet)
    const amounts = async () => openChoices(await seen(wallet)).levels.map(({ coins }) => coins[0]?.amount)
    expect(await amounts()).toEqual(['20000', '20000', '25000'])
    await expect(choose(wallet, { kind: 'custom', gas: '1', price: '0.19' })).rejects.toMatchObject({
      code: 'fee/price',
    })
    wallet.restart()
    wallet.facts.gasFloor = async () => '1000000'
    expect(await amounts()).toEqual(['1250', '10000', '25000'])
  })

  it('P27: a gas limit above a block, of nothing, and a fee in an unknown coin are said', async () => {
    const texts = async (fee: object) => {
      const wallet = fakeWallet()
      await askAmino(wallet, fee as JsonObject)
      return (await seen(wallet)).warnings.map(({ text }) => text).join(' ')
    }
    expect(await texts({ ...FEE, gas: '18446744073709551615' })).toContain('more than a block holds')
    expect(await texts({ ...FEE, gas: '0' })).toContain('no gas')
    expect(await texts({ ...FEE, amount: [{ denom: 'uatom', amount: '5' }] })).toContain('does not take')
    expect(await texts({ ...FEE, amount: [] })).toContain('lower than the node takes')
    const wallet = fakeWallet()
    await askDirect(wallet)
    await expect(choose(wallet, { kind: 'custom', gas: '10000001', price: '1' })).rejects.toMatchObject({
      code: 'fee/gas',
    })
  })

  it.each([0n, 10_000_001n, (1n << 63n) - 1n, 1n << 63n])(
    'N72: an estimate of %s is not believed',
    async (gasUsed) => {
      const wallet = fakeWallet()
      wallet.facts.simulate = async () => ({ kind: 'passes', gasUsed })
      await askDirect(wallet)
      expect(openChoices(await seen(wallet)).levels[0]?.gas).toBe('200000')
    },
  )

  it('of a contract message come from the table, never below the site’s own, and it is not tried out', async () => {
    const wallet = fakeWallet()
    wallet.facts.simulate = () => Promise.reject(new TypeError('Nothing of this is simulated.'))
    await askDirect(wallet, {
      messages: [await execute(wallet, sealed(wallet, { transfer: { recipient: BOB, amount: '1' } }))],
    })
    const review = await seen(wallet)
    expect(review.trial).toBe('impossible')
    expect(openChoices(review).levels[0]?.gas).toBe('200000')
  })
})
