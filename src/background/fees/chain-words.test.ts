import { base64 } from '@scure/base'
import { describe, expect, it, vi } from 'vitest'
import { encodeAuthInfo, SIGN_MODE } from '../../chain/codec/index'
import { approveOnly, bankSend, errorCode } from '../page-side.fake'
import { BOB, fakeWallet } from '../wallet.fake'
import { askDirect, authOf, choose, openChoices, seen, signedBy } from './fee.fake'

const uscrt = (amount: bigint) => [{ denom: 'uscrt', amount }]

describe('fee allowances', () => {
  const allowance = {
    granter: BOB,
    limit: uscrt(20_000n),
    period: undefined,
    expires: undefined,
    typeUrls: undefined,
  }

  it('can be picked, and then pay', async () => {
    const wallet = fakeWallet()
    wallet.facts.feeAllowances = async () => [allowance]
    const { page } = await askDirect(wallet)
    expect(openChoices(await seen(wallet)).payers).toMatchObject([
      { granter: BOB, limit: { amount: '20000', symbol: 'SCRT' } },
    ])
    await choose(wallet, { kind: 'payer', granter: BOB })
    const review = await seen(wallet)
    expect(review.fee?.granter).toBe(BOB)
    expect(review.preview?.rows).toMatchObject([{ change: '-1500000' }])
    expect(authOf(await signedBy(wallet, page)).fee).toMatchObject({ granter: BOB, gas: 150_000n })
  })

  it('that are over or too small are not offered and cannot be picked', async () => {
    const wallet = fakeWallet()
    wallet.facts.feeAllowances = async () => [
      { ...allowance, expires: wallet.browser.clock() },
      { ...allowance, limit: uscrt(14_999n) },
      { ...allowance, typeUrls: ['/cosmos.gov.v1.MsgVote'] },
    ]
    await askDirect(wallet)
    expect(openChoices(await seen(wallet)).payers).toEqual([])
    await expect(choose(wallet, { kind: 'payer', granter: BOB })).rejects.toMatchObject({ code: 'fee/payer' })
  })

  it('set by the site survive a change of the fee, and are said when they do not cover it', async () => {
    const wallet = fakeWallet()
    wallet.facts.feeAllowances = async () => [allowance]
    const { publicKey } = await wallet.vault.account()
    const fee = { amount: uscrt(15_000n), gas: 150_000n, payer: '', granter: BOB }
    const given = { publicKey, mode: SIGN_MODE.direct, sequence: 2n, fee }
    const { page } = await askDirect(wallet, {
      change: { authInfoBytes: base64.encode(encodeAuthInfo(given)) },
    })
    const dangers = async () =>
      (await seen(wallet)).warnings.filter(({ level }) => level === 'danger').map(({ text }) => text)
    expect(await dangers()).toEqual([])
    await choose(wallet, { kind: 'level', level: 'high' })
    expect(await dangers()).toEqual([expect.stringContaining('does not cover')])
    expect(authOf(await signedBy(wallet, page)).fee).toEqual({
      amount: uscrt(25_000n),
      gas: 100_000n,
      payer: '',
      granter: BOB,
    })
  })
})

describe('what the chain says', () => {
  it('is not waited for', async () => {
    const wallet = fakeWallet()
    const never = () => new Promise<never>(() => undefined)
    Object.assign(wallet.facts, { balances: never, gasFloor: never, feeAllowances: never, simulate: never })
    await askDirect(wallet)
    const [view] = await wallet.side.questions.views()
    expect(view?.body).toMatchObject({
      trial: 'asking',
      preview: { rows: [{ change: '-1515000', balance: { kind: 'asking' } }] },
    })
  })

  it('is asked for once for each request, and anew for the next one', async () => {
    const wallet = fakeWallet()
    let questions = 0
    wallet.facts.balances = async () => {
      questions += 1
      return uscrt(9_000_000n)
    }
    // A window takes longer than reading ahead what it will show.
    const { open } = wallet.browser.windows
    vi.spyOn(wallet.browser.windows, 'open').mockImplementation(async (options) => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      return await open(options)
    })
    const { page, params } = await askDirect(wallet)
    for (const asked of [1, 2, 3]) {
      await seen(wallet)
      expect(questions).toBe(asked)
      await approveOnly(wallet)
      await page.call('signDirect', params)
    }
  })

  it('S120: warns of what is missing and stops nobody', async () => {
    const wallet = fakeWallet()
    wallet.facts.balances = async () => uscrt(1_500_000n)
    const { page } = await askDirect(wallet)
    const dangers = (await seen(wallet)).warnings.filter(({ level }) => level === 'danger')
    expect(dangers).toMatchObject([{ text: expect.stringMatching(/Not enough SCRT: 0\.015 SCRT/) }])
    await approveOnly(wallet)
    expect(page.replies()).toMatchObject([{ kind: 'result' }])
  })

  it('says when not even the fee is there, and keeps silent when the site asks for it', async () => {
    const wallet = fakeWallet()
    wallet.facts.balances = async () => []
    await askDirect(wallet)
    expect(JSON.stringify((await seen(wallet)).warnings)).toContain('Not enough SCRT for the fee')
    const other = fakeWallet()
    other.facts.balances = async () => []
    await askDirect(other, { change: { skipBalanceCheck: true } })
    expect(JSON.stringify((await seen(other)).warnings)).not.toContain('Not enough')
  })

  it('N73: a trial that fails is a danger in plain words, and one that passes promises nothing', async () => {
    const wallet = fakeWallet()
    wallet.facts.simulate = async () => ({
      kind: 'refused',
      message: 'The account does not hold enough to pay for this.',
      detail: 'insufficient funds\u202e',
    })
    await askDirect(wallet)
    const review = await seen(wallet)
    expect(review.trial).toBe('refused')
    expect(review.warnings).toContainEqual({
      level: 'danger',
      text: 'The chain would refuse this now. The account does not hold enough to pay for this. (The node says: insufficient funds\\u{202e})',
    })
    const passing = fakeWallet()
    const { page } = await askDirect(passing)
    await seen(passing)
    await approveOnly(passing)
    // Signed, and no more than that: whether it arrives is the chain's to say.
    expect((await passing.side.activity.page()).items).toMatchObject([{ status: 'pending' }])
    expect(page.replies().map(errorCode)).toEqual([undefined])
  })

  it.each([
    [{ accountNumber: 8n, sequence: 2n }, 'account number'],
    [{ accountNumber: 7n, sequence: 3n }, 'came first'],
    [{ accountNumber: 7n, sequence: 1n }, 'waits for an earlier'],
    [undefined, 'does not know this account'],
  ])('N71, P31: numbers that are not the chain’s are said: %o', async (account, words) => {
    const wallet = fakeWallet()
    wallet.facts.account = async () => account
    await askDirect(wallet)
    expect(JSON.stringify((await seen(wallet)).warnings)).toContain(words)
  })

  it('N71: a node that counts fewer transactions than before is not believed', async () => {
    const wallet = fakeWallet()
    await askDirect(wallet)
    await seen(wallet)
    wallet.facts.account = async () => ({ accountNumber: 7n, sequence: 0n })
    wallet.browser.now += 61_000
    const ofNumbers = (await seen(wallet)).warnings.filter(({ rule }) => rule === undefined)
    expect(ofNumbers).toEqual([{ level: 'caution', text: expect.stringContaining('fewer transactions') }])
  })

  it('N76: of two sends with one sequence, the second is told that it comes too late', async () => {
    const wallet = fakeWallet()
    const { page, params } = await askDirect(wallet)
    await seen(wallet)
    await approveOnly(wallet)
    wallet.facts.account = async () => ({ accountNumber: 7n, sequence: 3n })
    wallet.browser.now += 61_000
    await page.call('signDirect', {
      ...params,
      bodyBytes: (await askDirect(fakeWallet(), { messages: [await bankSend(wallet, 1n)] })).params.bodyBytes,
    })
    expect(JSON.stringify((await seen(wallet)).warnings)).toContain('came first')
    expect(wallet.vault.signatures).toBe(1)
  })
})
