import { type ChainId, parseChainId } from '../domain/index'

/** A Secret Network, as the wallet needs to know it. */
export interface Chain {
  readonly chainId: ChainId
  readonly name: string
  readonly bech32Prefix: 'secret'
  readonly coinType: 529 | 118
  readonly denom: string
  readonly decimals: number
  readonly symbol: string
  /** LCD addresses, best first. */
  readonly endpoints: readonly string[]
  /** Base units of `denom` per unit of gas, as decimal strings. */
  readonly gasPrices: { readonly low: string; readonly average: string; readonly high: string }
  readonly blockMs: number
  readonly testnet: boolean
}

const SECRET = { bech32Prefix: 'secret', coinType: 529, denom: 'uscrt', decimals: 6, symbol: 'SCRT' } as const

/**
 * The networks that are built in. Endpoints and gas prices of secret-4 and pulsar-3 come from the Cosmos chain registry
 * (github.com/cosmos/chain-registry, licensed CC BY 4.0), https endpoints only.
 */
export const CHAINS: readonly Chain[] = [
  {
    ...SECRET,
    chainId: parseChainId('secret-4'),
    name: 'Secret Network',
    endpoints: [
      'https://rest.lavenderfive.com/secretnetwork',
      'https://lcd.mainnet.secretsaturn.net',
      'https://rest-secret.01node.com',
      'https://1rpc.io/scrt-lcd',
      'https://public.stakewolle.com/cosmos/secretnetwork/rest',
    ],
    gasPrices: { low: '0.05', average: '0.1', high: '0.25' },
    blockMs: 6000,
    testnet: false,
  },
  {
    ...SECRET,
    chainId: parseChainId('pulsar-3'),
    name: 'Secret Testnet',
    endpoints: ['https://lcd.testnet.secretsaturn.net', 'https://api.pulsar.scrttestnet.com'],
    gasPrices: { low: '0.1', average: '0.1', high: '0.25' },
    blockMs: 6000,
    testnet: true,
  },
  {
    ...SECRET,
    chainId: parseChainId('secretdev-1'),
    name: 'Local Secret',
    endpoints: ['http://localhost:1317'],
    gasPrices: { low: '0.0125', average: '0.1', high: '0.25' },
    blockMs: 1000,
    testnet: true,
  },
]

/** The fee for a gas limit at a price per unit such as `0.1`, rounded up to whole base units. Protocol 5. */
export function feeFor(gas: bigint, price: string): bigint {
  const match = /^(\d{1,9})(?:\.(\d{1,18}))?$/.exec(price)
  if (match === null) throw new TypeError('A gas price is a plain decimal number.')
  const fraction = match[2] ?? ''
  const scale = 10n ** BigInt(fraction.length)
  return (gas * BigInt((match[1] ?? '') + fraction) + scale - 1n) / scale
}
