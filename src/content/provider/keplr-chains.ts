import type { SottoNetwork } from '../../../types/index.d.ts'
import { keplrError, PROVIDER_WORDS } from './keplr-errors'
import type { KeplrSession } from './keplr-session'
import type { KeplrChain, KeplrSurface } from './keplr-surface'
import { NativeError, NativeNumber } from './natives'
import { PageFailure } from './page-failure'

type Chains = Pick<KeplrSurface, 'getChainInfosWithoutEndpoints' | 'getChainInfoWithoutEndpoints'>

/** The networks that are built in: the same for every person, so nobody is asked. */
export function chainMethods({ sotto, ask }: KeplrSession): Chains {
  async function read(chainId?: string): Promise<KeplrChain[]> {
    const networks = await ask(sotto.getNetworks)
    const chains: KeplrChain[] = []
    for (let index = 0; index < networks.length; index += 1) {
      const network = networks[index]
      if (network && (chainId === undefined || network.chainId === chainId)) {
        chains[chains.length] = chainInfo(network)
      }
    }
    return chains
  }

  return {
    getChainInfosWithoutEndpoints: () => read(),
    getChainInfoWithoutEndpoints: async (chainId) => {
      if (!chainId) throw new NativeError('Chain id not set')
      const chain = (await read(chainId))[0]
      if (chain) return chain
      throw keplrError(new PageFailure('unknown-chain', '', chainId), PROVIDER_WORDS)
    },
  }
}

function chainInfo(network: SottoNetwork): KeplrChain {
  const { chainId, name, bech32Prefix, coinType, denom, decimals, symbol, gasPrices, testnet } = network
  const currency = { coinDenom: symbol, coinMinimalDenom: denom, coinDecimals: decimals }
  const gasPriceStep = {
    low: NativeNumber(gasPrices.low),
    average: NativeNumber(gasPrices.average),
    high: NativeNumber(gasPrices.high),
  }
  return {
    rpc: undefined,
    rest: undefined,
    nodeProvider: undefined,
    chainId,
    chainName: name,
    bip44: { coinType },
    bech32Config: {
      bech32PrefixAccAddr: bech32Prefix,
      bech32PrefixAccPub: `${bech32Prefix}pub`,
      bech32PrefixValAddr: `${bech32Prefix}valoper`,
      bech32PrefixValPub: `${bech32Prefix}valoperpub`,
      bech32PrefixConsAddr: `${bech32Prefix}valcons`,
      bech32PrefixConsPub: `${bech32Prefix}valconspub`,
    },
    stakeCurrency: currency,
    currencies: [currency],
    feeCurrencies: [{ ...currency, gasPriceStep }],
    features: ['secretwasm'],
    isTestnet: testnet,
  }
}
