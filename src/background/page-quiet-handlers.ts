/** The calls that never ask the person anything: they say what can be said now, also of a locked wallet. */
import { base64, hex } from '@scure/base'
import { CHAINS, type Chain, waitForTx } from '../chain/index'
import type { Origin } from '../domain/index'
import type { PageNetwork, PageOutcome } from '../messages/page'
import type { PageCall } from '../messages/page-schema'
import type { Wallet } from './accounts/wallet'
import { builtInChain, type KnownChains } from './networks/known-chains'
import type { Origins } from './origins/origins'
import type { SiteChoices } from './origins/site-choices'
import type { ClientOf } from './page-chain-handlers'
import { pageError, pageQuoted, pageResult } from './page-errors'

const QUIET = ['isConnected', 'getNetworks', 'waitForTx', 'getStanding'] as const
export type QuietMethod = (typeof QUIET)[number]
export type QuietCall = Extract<PageCall, { readonly method: QuietMethod }>

export interface QuietParts {
  readonly vault: Pick<Wallet, 'status' | 'account'>
  readonly origins: Origins
  readonly chains: Pick<KnownChains, 'list'>
  readonly choices: SiteChoices
  readonly client: ClientOf
}

/** One wait asks a node at every block, so the pages of one site get so many. */
const MOST_WAITS = 20

export function isQuiet(call: PageCall): call is QuietCall {
  return QUIET.some((method) => method === call.method)
}

/** Rejects as the parts do; the caller has one answer for that. */
export function createQuietHandlers(
  parts: QuietParts,
): (call: QuietCall, origin: Origin) => Promise<PageOutcome> {
  const { vault, origins, chains, choices } = parts
  const waits = new Map<Origin, number>()

  async function isOpenTo(origin: Origin, chainIds: readonly string[]): Promise<boolean> {
    if ((await vault.status()) !== 'unlocked') return false
    const { address } = await vault.account()
    const known = (await chains.list()).map(({ chainId }) => chainId).filter((id) => chainIds.includes(id))
    if (known.length < new Set(chainIds).size) return false
    return (await origins.missing({ origin, account: address }, known, 'see-address')) === undefined
  }

  /** A network that the person added is told to the sites that are connected to it, and to no other. */
  async function networksFor(origin: Origin): Promise<readonly Chain[]> {
    if ((await vault.status()) !== 'unlocked') return CHAINS
    const all = await chains.list()
    const told = await Promise.all(
      all.map(
        async ({ chainId }) => builtInChain(chainId) !== undefined || (await isOpenTo(origin, [chainId])),
      ),
    )
    return all.filter((_, index) => told[index])
  }

  async function wait(origin: Origin, chainId: string, hash: string): Promise<PageOutcome> {
    const before = waits.get(origin) ?? 0
    if (before >= MOST_WAITS) return pageError('busy')
    waits.set(origin, before + 1)
    try {
      const ended = await waitForTx(await parts.client(chainId), hash)
      if (ended.kind === 'not-found') return pageError('tx-unclear')
      const { code, rawLog } = ended.tx
      return pageResult({ code, log: pageQuoted(rawLog) })
    } finally {
      const left = (waits.get(origin) ?? 1) - 1
      if (left > 0) waits.set(origin, left)
      else waits.delete(origin)
    }
  }

  return async (call, origin) => {
    switch (call.method) {
      case 'getNetworks':
        return pageResult((await networksFor(origin)).map(networkOf))
      case 'isConnected':
        return pageResult(await isOpenTo(origin, call.params.chainIds))
      case 'getStanding':
        return pageResult((await vault.status()) === 'unlocked' ? await choices.of(origin) : 'ask')
      case 'waitForTx': {
        const { chainId } = call.params
        if (!(await isOpenTo(origin, [chainId]))) return pageError('tx-unclear')
        const hash = base64.decode(call.params.hash)
        return hash.length === 32
          ? await wait(origin, chainId, hex.encode(hash).toUpperCase())
          : pageError('bad-request')
      }
      default:
        return call satisfies never
    }
  }
}

/** Not its nodes: which ones a person chose is nobody's business. */
function networkOf(chain: Chain): { readonly [K in keyof PageNetwork]: PageNetwork[K] } {
  const { chainId, name, bech32Prefix, coinType, denom, decimals, symbol, gasPrices, testnet } = chain
  return { chainId, name, bech32Prefix, coinType, denom, decimals, symbol, gasPrices, testnet }
}
