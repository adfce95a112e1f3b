import { type Chain, getPrice, type Oracle, type Price, shownUntil } from '../../chain/index'
import { SottoError } from '../../domain/index'
import type { PriceView } from '../../messages/popup'
import type { Networks } from '../networks/networks'
import type { PageNetworks } from '../page-ports'
import type { Settings } from '../settings/settings-schema'
import { KEYS } from '../storage/keys'
import { readStored, type Store, writeStored } from '../storage/stored'

/** What a network's coin is worth. Nobody is asked before the person turned prices on. */
export interface Prices {
  view(chain: Chain): Promise<PriceView>
  /** Asks the network's oracle, unless it answered a moment ago. One question at a time; no answer is no price. */
  refresh(chain: Chain): Promise<void>
}

export interface PricesParts {
  readonly store: Store
  readonly settings: () => Promise<Settings>
  readonly networks: Pick<Networks, 'client'> & Pick<PageNetworks, 'txKey'>
  readonly clock: () => number
  readonly changed: () => void
}

const ENOUGH_MS = 5 * 60_000

export function createPrices({ store, settings, networks, clock, changed }: PricesParts): Prices {
  let last: Promise<unknown> = Promise.resolve()

  async function refresh({ chainId, oracle }: Chain): Promise<void> {
    if (oracle === undefined || !(await settings()).showPrices) return
    const known = await readStored(store, KEYS.price, chainId)
    if (known !== null && Math.abs(clock() - known.askedAt) < ENOUGH_MS) return
    const price = await ask(chainId, oracle)
    if (price === undefined) return
    const { rate, at } = price
    await writeStored(store, KEYS.price, { rate: rate.toString(), at, askedAt: clock() }, chainId)
    changed()
  }

  /** Whatever stands in the way, from the network's key to the answer's age, is told nobody: an amount goes without a price. */
  async function ask(chainId: string, oracle: Oracle): Promise<Price | undefined> {
    try {
      const txKey = await networks.txKey(chainId)
      if (txKey.kind === 'blocked') return undefined
      return await getPrice(await networks.client(chainId), { ...oracle, ioPublicKey: txKey.key })
    } catch (error) {
      if (error instanceof SottoError) return undefined
      throw error
    }
  }

  return {
    async view({ chainId, oracle }) {
      if (!(await settings()).showPrices) return { kind: 'off' }
      if (oracle === undefined) return { kind: 'none' }
      const known = await readStored(store, KEYS.price, chainId)
      const until = known === null ? undefined : shownUntil(known, clock())
      return known === null || until === undefined
        ? { kind: 'unknown' }
        : { kind: 'known', rate: known.rate, until }
    },
    async refresh(chain) {
      const turn = last.catch(() => undefined).then(() => refresh(chain))
      last = turn
      await turn
    },
  }
}
