import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '../../devnet/index'
import type { JsonValue } from '../domain/index'
import { CHAINS, type Chain } from './chains'
import { createClient } from './client'
import { ContractError } from './contract-error'
import { getPrice, readPrice, shownUntil } from './oracle'
import { getTxKey } from './tx-key'

const MINUTE = 60_000
const NOW = 1_707_858_606_000
/** An answer of Shade's router as its own client is tested with it; the last number is none that a double holds. */
const RECORDED =
  '{"key":"BTC","data":{"rate":"49521843708800000000000","last_updated_base":1707858482,"last_updated_quote":18446744073709551615}}'

function answer(change: object, key: unknown = 'SCRT'): JsonValue {
  const data = { rate: '1', last_updated_base: 1, last_updated_quote: 1, ...change }
  return JSON.parse(JSON.stringify({ key, data }))
}

const refused = (json: JsonValue): void => expect(() => readPrice(json, 'SCRT')).toThrow(ContractError)

describe('the answer of an oracle', () => {
  it('is read, with the time of its older side', () => {
    expect(readPrice(JSON.parse(RECORDED), 'BTC')).toEqual({
      rate: 49_521_843_708_800_000_000_000n,
      at: 1_707_858_482_000,
    })
    expect(readPrice(answer({ last_updated_base: 9, last_updated_quote: 7 }), 'SCRT').at).toBe(7000)
  })

  it('may say more, as a later version of the contract would', () => {
    expect(readPrice({ ...Object(answer({ confidence: '5' })), source: 'band' }, 'SCRT').rate).toBe(1n)
  })

  it.each<[string, object]>([
    ['0', { rate: '0' }],
    ['more than a million dollars', { rate: String(10n ** 24n + 1n) }],
    ['2^256', { rate: String(2n ** 256n) }],
    ['a fraction', { rate: '0.18' }],
    ['a sign', { rate: '-1' }],
    ['an exponent', { rate: '1e18' }],
    ['a number', { rate: 184637500000000000 }],
    ['digits of another script', { rate: '١٢٣' }],
    ['nothing', { rate: undefined }],
  ])('is refused with a rate of %s', (_, change) => refused(answer(change)))

  it.each<[string, object]>([
    ['before 1970', { last_updated_base: -1 }],
    ['between two seconds', { last_updated_base: 1.5 }],
    ['as text', { last_updated_base: '1707858482' }],
    ['that no clock shows', { last_updated_quote: 2 ** 60 }],
    ['that never passes, of the coin itself', { last_updated_base: 2 ** 64 }],
    ['that is missing', { last_updated_base: undefined }],
    ['that is missing of the dollar', { last_updated_quote: undefined }],
  ])('is refused with a time %s', (_, change) => refused(answer(change)))

  it.each(['SHD', 'scrt', '', 5, null])('is refused for the key %j', (key) => refused(answer({}, key)))

  it('makes typed errors only, and a price within bounds', () => {
    const rates = fc.oneof(fc.bigInt({ min: -1n, max: 2n ** 257n }).map(String), fc.jsonValue())
    const times = fc.oneof(fc.integer(), fc.double(), fc.jsonValue())
    const near = fc.record({ rate: rates, last_updated_base: times, last_updated_quote: times })
    const shaped = near.map((data) => ({ key: 'SCRT', data }))
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), shaped), (json) => {
        try {
          const { rate, at } = readPrice(json as JsonValue, 'SCRT')
          expect(rate > 0n && rate <= 10n ** 24n).toBe(true)
          expect(at >= 0 && Number.isFinite(at)).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(ContractError)
        }
      }),
    )
  })
})

describe('a price', () => {
  it('is shown for an hour', () => {
    const until = NOW + 60 * MINUTE
    expect(shownUntil({ at: NOW }, NOW)).toBe(until)
    expect(shownUntil({ at: NOW }, until - 1)).toBe(until)
    expect(shownUntil({ at: NOW }, until)).toBeUndefined()
  })

  it('is shown while a clock may explain that it is from the future, and no longer', () => {
    expect(shownUntil({ at: NOW + 5 * MINUTE }, NOW)).toBeDefined()
    expect(shownUntil({ at: NOW + 5 * MINUTE + 1 }, NOW)).toBeUndefined()
    expect(
      shownUntil(
        readPrice(answer({ last_updated_base: 2 ** 53 - 1, last_updated_quote: 2 ** 64 }), 'SCRT'),
        NOW,
      ),
    ).toBeUndefined()
  })
})

describe('the oracle of the local network', () => {
  let devnet: Devnet
  beforeAll(async () => {
    devnet = await startDevnet({ byHand: true })
  })
  afterAll(() => devnet.stop())

  it('stands where the wallet asks for it, and answers', async () => {
    const chain = CHAINS.find(({ chainId }) => chainId === devnet.chainId) as Chain
    const { address: contract, codeHash } = devnet.contracts.oracle
    expect(chain.oracle).toEqual({ contract, codeHash, key: 'SCRT' })
    const client = createClient({ chain, endpoints: [devnet.lcdUrl], fetch })
    const txKey = await getTxKey(client)
    if (txKey.kind !== 'agreed' || chain.oracle === undefined) throw new Error(txKey.kind)
    const price = await getPrice(client, { ...chain.oracle, ioPublicKey: txKey.key })
    expect(price.rate).toBe(250_000_000_000_000_000n)
    expect(shownUntil(price, Date.now())).toBeDefined()
  })
})

it('only networks with a known oracle have one', () => {
  expect(CHAINS.filter(({ oracle }) => oracle !== undefined).map(({ chainId }) => chainId)).toEqual([
    'secret-4',
    'secretdev-1',
  ])
})
