import {
  type Address,
  type ChainId,
  type CodeHash,
  parseAddress,
  parseChainId,
  parseCodeHash,
} from '../domain/index'

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
  /** Who on the network says what its coin is worth; absent where nobody does. */
  readonly oracle?: Oracle
}

/** A contract that is asked for prices. Protocol 6.11. */
export interface Oracle {
  readonly contract: Address
  /** Of the code that is trusted with it: another one cannot read the question. */
  readonly codeHash: CodeHash
  /** The coin's name there. */
  readonly key: string
}

const SECRET = { bech32Prefix: 'secret', coinType: 529, denom: 'uscrt', decimals: 6, symbol: 'SCRT' } as const

/**
 * The networks that are built in. Endpoints and gas prices of secret-4 and pulsar-3 come from the Cosmos chain registry
 * (github.com/cosmos/chain-registry, licensed CC BY 4.0), https endpoints only. The oracle of secret-4 is the router of Shade
 * Protocol, that of secretdev-1 the one of devnet.
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
    oracle: oracle(
      'secret10n2xl5jmez6r9umtdrth78k0vwmce0l5m9f5dm',
      '32c4710842b97a526c243a68511b15f58d6e72a388af38a7221ff3244c754e91',
    ),
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
    oracle: oracle(
      'secret178szs06m53cpw85a4l3fxqsu6n9czt7wljjxzu',
      'ba5bf09505669acf4579c7b9b6443eac10c64d8d35818187b65423ddc44d9dad',
    ),
  },
]

// Else the words, which need no network, would carry these addresses.
/* @__NO_SIDE_EFFECTS__ */
function oracle(contract: string, codeHash: string): Oracle {
  return { contract: parseAddress(contract), codeHash: parseCodeHash(codeHash), key: SECRET.symbol }
}

/** The fee for a gas limit at a price per unit such as `0.1`, rounded up to whole base units. Protocol 5. */
export function feeFor(gas: bigint, price: string): bigint {
  const match = /^(\d{1,9})(?:\.(\d{1,18}))?$/.exec(price)
  if (match === null) throw new TypeError('A gas price is a plain decimal number.')
  const fraction = match[2] ?? ''
  const scale = 10n ** BigInt(fraction.length)
  return (gas * BigInt((match[1] ?? '') + fraction) + scale - 1n) / scale
}
