import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '../../devnet/index'
import { Mnemonic, SigningKey } from '../crypto/index'
import { parseAddress } from '../domain/index'
import { CHAINS, type Chain } from './chains'
import { createClient } from './client'
import { buildDirectTx, type ChainMessage } from './codec/index'
import { type FeeAllowance, getFeeAllowances, isCovered } from './feegrant'
import { getGasFloor, parseGasPrice } from './gas-price'
import { fakeClock, fakeNodes, type Reply, refusal } from './node.fake'
import { simulate } from './simulate'

const chain = CHAINS.find(({ chainId }) => chainId === 'secretdev-1') as Chain
const NODE = 'https://a.example'
const ADDRESS = parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03')
const GRANTER = parseAddress('secret18vd8fpwxzck93qlwghaj6arh4p7c5n8978vsyg')
const CONFIG = '/cosmos/base/node/v1beta1/config'
const SIMULATE = '/cosmos/tx/v1beta1/simulate'
const ALLOWANCES = `/cosmos/feegrant/v1beta1/allowances/${ADDRESS}`
const TX = { bodyBytes: new Uint8Array([1]), authInfoBytes: new Uint8Array([2]) }

function client(replies: Record<string, Reply>) {
  const nodes = fakeNodes({ [NODE]: replies })
  return createClient({ chain, endpoints: [NODE], fetch: nodes.fetch, clock: fakeClock() })
}

describe('the lowest price of a node', () => {
  it.each([
    ['0.05uscrt', '0.05'],
    ['0.050000000000000000uscrt', '0.05'],
    ['1uatom,0.0125uscrt', '0.0125'],
    ['0uscrt', '0'],
    ['', '0'],
    ['0.1uatom', '0'],
    ['-1uscrt', '0'],
    ['1e9uscrt', '0'],
  ])('%j is read as %s', async (minimum_gas_price, price) => {
    expect(await getGasFloor(client({ [CONFIG]: { minimum_gas_price } }))).toBe(price)
  })

  it('is compared without rounding', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n - 1n }), fc.nat({ max: 999_999 }), (whole, part) => {
        const price = parseGasPrice(`${whole}.${String(part).padStart(6, '0')}`)
        expect(price).toBe(whole * 10n ** 18n + BigInt(part) * 10n ** 12n)
      }),
    )
    for (const text of ['', '-1', '1e3', '.1', '1,5', '0x1', ' 1'])
      expect(parseGasPrice(text)).toBeUndefined()
  })
})

describe('trying a transaction out', () => {
  it.each([
    ['insufficient funds', 'does not hold enough'],
    ['account sequence mismatch, expected 3, got 2', 'came first'],
    ['out of gas in location: x', 'gas limit'],
    ['<script>no</script>', 'found a fault'],
  ])('says of %j in plain words what is wrong', async (message, words) => {
    const found = await simulate(client({ [SIMULATE]: () => refusal(2, message) }), TX)
    expect(found).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining(words),
      detail: message,
    })
  })

  it('N72: a figure of 2^64 or less than nothing is no answer', async () => {
    for (const gas_used of [(1n << 64n).toString(), '-1', '1e6', 5]) {
      const node = client({ [SIMULATE]: { gas_info: { gas_used } } })
      await expect(simulate(node, TX)).rejects.toMatchObject({ code: 'chain/bad-answer' })
    }
  })
})

describe('fee allowances', () => {
  const uscrt = (amount: bigint) => [{ denom: 'uscrt', amount }]
  const basic: FeeAllowance = {
    granter: GRANTER,
    limit: uscrt(100n),
    period: undefined,
    expires: 1000,
    typeUrls: undefined,
  }
  const asked = { coins: uscrt(100n), typeUrls: ['/a'], now: 999 }

  it('cover what they hold, until they end', () => {
    expect(isCovered(basic, asked)).toBe(true)
    expect(isCovered(basic, { ...asked, now: 1000 })).toBe(false)
    expect(isCovered(basic, { ...asked, coins: uscrt(101n) })).toBe(false)
    expect(isCovered({ ...basic, limit: [] }, { ...asked, coins: uscrt(1n << 200n) })).toBe(true)
    expect(isCovered({ ...basic, typeUrls: ['/b'] }, asked)).toBe(false)
    const period = { canSpend: uscrt(1n), limit: uscrt(100n), resetsAt: 500 }
    expect(isCovered({ ...basic, period }, asked)).toBe(true)
    expect(isCovered({ ...basic, period: { ...period, resetsAt: 5000 } }, asked)).toBe(false)
  })

  it('of others, of no known kind and of no sense are left out', async () => {
    const basicAny = { '@type': '/cosmos.feegrant.v1beta1.BasicAllowance', spend_limit: [], expiration: null }
    const good = { granter: GRANTER, grantee: ADDRESS, allowance: basicAny }
    const allowances = [
      good,
      { ...good, grantee: GRANTER },
      { ...good, allowance: { '@type': '/unknown' } },
      { ...good, allowance: { ...basicAny, spend_limit: [{ denom: 'uscrt', amount: '-5' }] } },
      null,
    ]
    const found = await getFeeAllowances(client({ [ALLOWANCES]: { allowances } }), ADDRESS)
    expect(found).toEqual([
      { granter: GRANTER, limit: [], period: undefined, expires: undefined, typeUrls: undefined },
    ])
  })
})

describe('against a local network', () => {
  let devnet: Devnet
  beforeAll(async () => {
    devnet = await startDevnet({ blockMs: 100 })
  })
  afterAll(() => devnet.stop())

  it('reads the floor and tries a send out', async () => {
    const node = createClient({ chain, endpoints: [devnet.lcdUrl], fetch })
    expect(await getGasFloor(node)).toBe('0.0125')
    const [a] = devnet.accounts
    if (a === undefined) throw new Error('no account')
    expect(await getFeeAllowances(node, a.address)).toEqual([])
    const path = { coinType: 529, account: 0, change: 0, index: 0 } as const
    const key = SigningKey.fromSeed(await Mnemonic.fromText(a.mnemonic).seed(), path)
    const send = (amount: bigint): ChainMessage => ({
      kind: 'send',
      typeUrl: '/cosmos.bank.v1beta1.MsgSend',
      from: a.address,
      to: ADDRESS,
      amount: [{ denom: 'uscrt', amount }],
    })
    const tx = (amount: bigint) =>
      buildDirectTx({
        messages: [send(amount)],
        memo: '',
        publicKey: key.publicKey(),
        sequence: 0n,
        gas: 100_000n,
        fee: { amount: [] },
      })
    const passed = await simulate(node, tx(1n))
    expect(passed).toMatchObject({ kind: 'passes' })
    expect(passed.kind === 'passes' && passed.gasUsed > 10_000n && passed.gasUsed < 100_000n).toBe(true)
    expect(await simulate(node, tx(1n << 100n))).toMatchObject({
      kind: 'refused',
      message: 'The account does not hold enough to pay for this.',
    })
  })
})
