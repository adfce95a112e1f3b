import type { SuggestedNetwork } from '../../../types/index.d.ts'
import { type KeplrSession, need } from './keplr-session'
import type { KeplrSurface, SuggestedChain } from './keplr-surface'
import { isArray } from './natives'

/** What its features are called where contracts are secret. */
const SECRET_FEATURE = 'secretwasm'

export function suggestMethods({ sotto, ask }: KeplrSession): Pick<KeplrSurface, 'experimentalSuggestChain'> {
  return {
    experimentalSuggestChain: async (chainInfo) => {
      await ask(() => {
        need(chainInfo?.chainId, 'chain id not set')
        need(!chainInfo.hideInUI, 'hideInUI is not allowed')
        return sotto.addNetwork(describe(chainInfo))
      })
    },
  }
}

/** The description in our own words. What is missing is left empty, and the wallet refuses it. */
function describe(chainInfo: SuggestedChain): SuggestedNetwork {
  const { chainId, chainName, rest, bech32Config, bip44, coinType, features } = chainInfo
  const fee = chainInfo.feeCurrencies?.[0]
  const coin = chainInfo.stakeCurrency ?? fee
  const step = fee?.gasPriceStep ?? chainInfo.gasPriceStep
  return {
    chainId,
    name: chainName,
    endpoint: rest,
    bech32Prefix: bech32Config?.bech32PrefixAccAddr ?? '',
    coinType: bip44?.coinType ?? coinType ?? 0,
    denom: coin?.coinMinimalDenom ?? '',
    symbol: coin?.coinDenom ?? '',
    decimals: coin?.coinDecimals ?? 0,
    saysSecret: names(features, SECRET_FEATURE),
    gasPrices: step && { low: step.low, average: step.average, high: step.high },
  }
}

function names(features: readonly string[] | undefined, wanted: string): boolean {
  if (!isArray(features)) return false
  const { length } = features
  for (let index = 0; index < length; index += 1) if (features[index] === wanted) return true
  return false
}
