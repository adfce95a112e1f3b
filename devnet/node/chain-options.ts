import type { Address } from '../../src/domain/index'
import type { Enclave } from '../enclave/enclave'
import type { GasPrice } from './ante-fee'
import type { BlockClock } from './block-clock'
import type { ChainState } from './chain-state'

/** What a chain begins with. */
export interface ChainOptions {
  readonly chainId: string
  readonly enclave: Enclave
  readonly faucet: Address
  readonly clock: BlockClock
  /** The time of the first block, milliseconds since 1970. */
  readonly genesisMs: number
  readonly gasPrice?: GasPrice
  /** What an earlier run left; without it the chain starts at its genesis. */
  readonly saved?: ChainState
}
