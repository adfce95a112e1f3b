/** Every network that Sotto knows: those that are built in, and those that the person added. */
import { CHAINS, type Chain } from '../../chain/index'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store, updateSealed } from '../storage/stored'
import type { AddedChain } from './added-chain-schema'
import { NetworkError } from './network-error'

/** Added networks are sealed, so all of it throws `vault/locked` while the wallet is locked. */
export interface KnownChains {
  /** The built-in ones first. */
  list(): Promise<readonly Chain[]>
  find(chainId: string): Promise<Chain | undefined>
  added(): Promise<readonly AddedChain[]>
  /** Throws `network/known` where a network of the same name is there: nothing is ever replaced. */
  add(chain: AddedChain): Promise<void>
  /** Throws `network/unknown` for a network that was not added. */
  remove(chainId: string): Promise<void>
}

const MOST_ADDED = 20
const BLOCK_MS = 6000

export function createKnownChains({
  store,
  sealer,
}: {
  readonly store: Store
  readonly sealer: Sealer
}): KnownChains {
  async function added(): Promise<readonly AddedChain[]> {
    return await readSealed(store, sealer, KEYS.addedChains)
  }

  async function find(chainId: string): Promise<Chain | undefined> {
    const own = builtInChain(chainId)
    if (own !== undefined) return own
    const found = (await added()).find((chain) => chain.chainId === chainId)
    return found === undefined ? undefined : chainOfAdded(found)
  }

  return {
    find,
    added,
    list: async () => [...CHAINS, ...(await added()).map(chainOfAdded)],
    async add(chain) {
      await updateSealed(store, sealer, KEYS.addedChains, (chains) => {
        const known = [...CHAINS, ...chains].some((one) => isSameNetwork(one.chainId, chain.chainId))
        if (known) throw new NetworkError('network/known')
        if (chains.length >= MOST_ADDED) throw new NetworkError('network/too-many')
        return [...chains, chain]
      })
    },
    async remove(chainId) {
      await updateSealed(store, sealer, KEYS.addedChains, (chains) => {
        const left = chains.filter((chain) => chain.chainId !== chainId)
        if (left.length === chains.length) throw new NetworkError('network/unknown')
        return left
      })
    },
  }
}

/** What can be told while the wallet is locked. */
export function builtInChain(chainId: string): Chain | undefined {
  return CHAINS.find((chain) => chain.chainId === chainId)
}

/** `secret-4` and `secret-5` are two revisions of one network, as dApps count them; `SECRET-4` would only look like it. */
export function isSameNetwork(a: string, b: string): boolean {
  return networkIdentifier(a) === networkIdentifier(b)
}

/** What a network of this description would be, with the wallet's own words for the network's coin. */
export function chainOfAdded(chain: AddedChain): Chain {
  const { chainId, name, coinType, denom, endpoint, gasPrices } = chain
  // A site must not give the coin that everybody knows another name or worth.
  const { symbol, decimals } = denom === 'uscrt' ? { symbol: 'SCRT', decimals: 6 } : chain
  return {
    chainId,
    name,
    bech32Prefix: 'secret',
    coinType,
    denom,
    decimals,
    symbol,
    endpoints: [endpoint],
    gasPrices,
    blockMs: BLOCK_MS,
    testnet: false,
  }
}

function networkIdentifier(chainId: string): string {
  const lower = chainId.toLowerCase()
  return /^(.+)-\d+$/.exec(lower)?.[1] ?? lower
}
