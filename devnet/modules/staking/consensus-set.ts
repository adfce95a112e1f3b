import { base64, hex } from '@scure/base'
import type { Store } from '../../store/store'
import { consensusAddressBytes } from '../validator-address'
import { bondedValidators, powerOf } from './validator-set'

/** A validator as those see it who agree on blocks. */
export interface ConsensusValidator {
  /** 20 bytes. */
  readonly address: Uint8Array
  /** 32 bytes, ed25519. */
  readonly publicKey: Uint8Array
  /** In SCRT. */
  readonly power: bigint
}

/** Who signs blocks: the strongest first, and those of the same strength in the order of their addresses. */
export function consensusSet(store: Store): ConsensusValidator[] {
  return bondedValidators(store)
    .map((validator) => {
      const publicKey = base64.decode(validator.consensusKey)
      return { publicKey, address: consensusAddressBytes(publicKey), power: powerOf(validator) }
    })
    .sort((a, b) => compare(b.power, a.power) || compare(hex.encode(a.address), hex.encode(b.address)))
}

/** Whose turn it is to propose the block of a height, as lower-case hex of the address; undefined when nobody signs. */
export function proposerAt(store: Store, height: number): string | undefined {
  const set = consensusSet(store)
  const proposer = set[height % set.length]
  return proposer && hex.encode(proposer.address)
}

function compare<T extends bigint | string>(a: T, b: T): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
