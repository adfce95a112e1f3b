import { describe, expect, it } from 'vitest'
import type { Chain } from '../../chain/index'
import { builtInChain } from '../networks/known-chains'
import { type FakeBrowser, fakeBrowser } from '../platform.fake'
import { readSettings, updateSettings } from '../settings/settings'
import { createStore, type Store } from '../storage/stored'
import { type FakeOracle, fakeOracle, priceOf } from './oracle.fake'
import { createPrices, type Prices } from './prices'

const MINUTE = 60_000
const RATE = '184637500000000000'

function chainOf(chainId: string): Chain {
  const chain = builtInChain(chainId)
  if (chain === undefined) throw new Error(chainId)
  return chain
}
const MAINNET = chainOf('secret-4')

interface Setup {
  readonly browser: FakeBrowser
  readonly store: Store
  readonly oracle: FakeOracle
  readonly prices: Prices
  /** The same stored state under a new worker. */
  again(): Prices
  changes: number
}

async function setup(show = true): Promise<Setup> {
  const browser = fakeBrowser()
  const store = createStore(browser.storage)
  const oracle = fakeOracle(browser)
  oracle.says = priceOf(RATE, browser.now)
  const again = (): Prices =>
    createPrices({
      store,
      settings: () => readSettings(store),
      networks: oracle,
      clock: browser.clock,
      changed: () => {
        made.changes += 1
      },
    })
  const made: Setup = { browser, store, oracle, prices: again(), again, changes: 0 }
  if (show) await updateSettings(store, { showPrices: true })
  return made
}

describe('prices', () => {
  it('are off at first, and nobody is asked', async () => {
    const { oracle, prices } = await setup(false)
    await prices.refresh(MAINNET)
    expect(await prices.view(MAINNET)).toEqual({ kind: 'off' })
    expect(oracle.asked).toEqual([])
  })

  it('are asked for once they are on, of the network’s contract and about its coin', async () => {
    const made = await setup()
    expect(await made.prices.view(MAINNET)).toEqual({ kind: 'unknown' })
    await made.prices.refresh(MAINNET)
    const until = Math.floor(made.browser.now / 1000) * 1000 + 60 * MINUTE
    expect(await made.prices.view(MAINNET)).toEqual({ kind: 'known', rate: RATE, until })
    expect(made.changes).toBe(1)
    expect(made.oracle.asked).toMatchObject([
      {
        path: '/compute/v1beta1/query/secret10n2xl5jmez6r9umtdrth78k0vwmce0l5m9f5dm',
        query: { get_price: { key: 'SCRT' } },
      },
    ])
  })

  it('stand nowhere any more once they are off again', async () => {
    const { store, prices, oracle, browser } = await setup()
    await prices.refresh(MAINNET)
    await updateSettings(store, { showPrices: false })
    expect(await prices.view(MAINNET)).toEqual({ kind: 'off' })
    browser.now += 60 * MINUTE
    await prices.refresh(MAINNET)
    expect(oracle.asked).toHaveLength(1)
  })

  it('are not there on a network without an oracle, which is asked nothing', async () => {
    const { oracle, prices } = await setup()
    const pulsar = chainOf('pulsar-3')
    await prices.refresh(pulsar)
    expect(await prices.view(pulsar)).toEqual({ kind: 'none' })
    expect(oracle.asked).toEqual([])
  })

  it('of one network are not those of another', async () => {
    const { prices } = await setup()
    await prices.refresh(MAINNET)
    expect(await prices.view(chainOf('secretdev-1'))).toEqual({ kind: 'unknown' })
  })
})

describe('an oracle', () => {
  it('is asked once in five minutes, also by the next worker', async () => {
    const { oracle, prices, again, browser } = await setup()
    await prices.refresh(MAINNET)
    browser.now += 5 * MINUTE - 1
    await prices.refresh(MAINNET)
    await again().refresh(MAINNET)
    expect(oracle.asked).toHaveLength(1)
    expect((await again().view(MAINNET)).kind).toBe('known')
    browser.now += 1
    await again().refresh(MAINNET)
    expect(oracle.asked).toHaveLength(2)
  })

  it('is asked by a key pair of each question’s own', async () => {
    const { oracle, prices, browser } = await setup()
    await prices.refresh(MAINNET)
    browser.now += 5 * MINUTE
    await prices.refresh(MAINNET)
    expect(new Set(oracle.asked.map(({ publicKey }) => publicKey)).size).toBe(2)
  })

  it('is asked one question at a time', async () => {
    const { oracle, prices } = await setup()
    let answer = (): void => undefined
    oracle.hold = new Promise((resolve) => {
      answer = resolve
    })
    const all = [prices.refresh(MAINNET), prices.refresh(MAINNET), prices.refresh(MAINNET)]
    while (oracle.asked.length === 0) await new Promise((resolve) => setTimeout(resolve))
    answer()
    await Promise.all(all)
    expect(oracle.asked).toHaveLength(1)
  })

  it('that does not answer, or senselessly, leaves what it said before as long as that holds', async () => {
    const { oracle, prices, browser } = await setup()
    await prices.refresh(MAINNET)
    const before = await prices.view(MAINNET)
    for (const says of [undefined, 'hello', '{}', priceOf('0', browser.now), priceOf('1', 1, 'SHD')]) {
      browser.now += 10 * MINUTE
      oracle.says = says
      await prices.refresh(MAINNET)
      expect(await prices.view(MAINNET)).toEqual(before)
    }
    browser.now += 10 * MINUTE
    expect(await prices.view(MAINNET)).toEqual({ kind: 'unknown' })
  })

  it('is asked again at the next occasion when it did not answer', async () => {
    const { oracle, prices } = await setup()
    const { says } = oracle
    oracle.says = undefined
    await prices.refresh(MAINNET)
    oracle.says = says
    await prices.refresh(MAINNET)
    expect((await prices.view(MAINNET)).kind).toBe('known')
  })

  it.each([
    ['an hour ago', -60 * MINUTE],
    ['in ten minutes', 10 * MINUTE],
  ])('whose price was true %s gives none', async (_, ago) => {
    const { oracle, prices, browser } = await setup()
    oracle.says = priceOf(RATE, browser.now + ago)
    await prices.refresh(MAINNET)
    expect(await prices.view(MAINNET)).toEqual({ kind: 'unknown' })
    expect(oracle.asked).toHaveLength(1)
  })

  it('is not asked while encryption for its network is stopped', async () => {
    const { oracle, prices } = await setup()
    oracle.blocked = true
    await prices.refresh(MAINNET)
    expect(oracle.asked).toEqual([])
    expect(await prices.view(MAINNET)).toEqual({ kind: 'unknown' })
  })
})
