/** A network that a site suggests. Nothing of it is asked, kept or replaced before the person has seen it. */
import { ChainError, parseEndpoint } from '../chain/index'
import { parseChainId } from '../domain/index'
import type { PageParams } from '../messages/page-schema'
import { connectSubject } from './connect-subject'
import type { AddedChain } from './networks/added-chain-schema'
import { builtInChain, isSameNetwork, type KnownChains } from './networks/known-chains'
import { NEEDED_CAPABILITY } from './origins/needed-capability'
import type { Origins, Party } from './origins/origins'
import { pageRefusal, pageResult } from './page-errors'
import type { Handled } from './page-handler'

type Suggestion = PageParams['suggestChain']

interface SuggestChainParts {
  readonly chains: Pick<KnownChains, 'list'>
  readonly origins: Pick<Origins, 'missing'>
}

const USUAL_GAS_PRICES = { low: '0.05', average: '0.1', high: '0.25' }
const COIN_TYPES = [529, 118] as const

/** A network that is there already stays as it is; for one that the person added, the site learns that only once connected. */
export async function suggestChain(
  { chains, origins }: SuggestChainParts,
  suggestion: Suggestion,
  party: Party,
): Promise<Handled> {
  const known = (await chains.list()).find(({ chainId }) => isSameNetwork(chainId, suggestion.chainId))
  if (known !== undefined) {
    if (builtInChain(known.chainId) !== undefined) return pageResult(null)
    const wanted = await origins.missing(party, [known.chainId], NEEDED_CAPABILITY.suggestChain)
    return wanted === undefined ? pageResult(null) : connectSubject(wanted)
  }
  const coinType = COIN_TYPES.find((type) => type === suggestion.coinType)
  if (suggestion.bech32Prefix !== 'secret' || coinType === undefined) return pageRefusal('not-secret-chain')
  const endpoint = safeEndpoint(suggestion.endpoint)
  if (endpoint === undefined) return pageRefusal('chain-endpoint')
  return { kind: 'add-chain', chain: describe(suggestion, { coinType, endpoint }) }
}

function describe(
  { chainId, name, denom, symbol, decimals, gasPrices, saysSecret }: Suggestion,
  { coinType, endpoint }: Pick<AddedChain, 'coinType' | 'endpoint'>,
): AddedChain {
  return {
    chainId: parseChainId(chainId),
    name,
    coinType,
    denom,
    symbol,
    decimals,
    endpoint,
    gasPrices:
      gasPrices === undefined
        ? USUAL_GAS_PRICES
        : {
            low: priceText(gasPrices.low),
            average: priceText(gasPrices.average),
            high: priceText(gasPrices.high),
          },
    saysSecret,
  }
}

/** A price as digits: numbers may be written with an exponent. */
function priceText(price: number): string {
  return price.toFixed(18).replace(/\.?0+$/, '')
}

function safeEndpoint(text: string): string | undefined {
  try {
    return parseEndpoint(text)
  } catch (error) {
    if (error instanceof ChainError) return undefined
    throw error
  }
}
