import { sha256 } from '@noble/hashes/sha2.js'
import { bech32 } from '@scure/base'
import { type Address, addressBytes } from '../../src/domain/index'

/** The operator address of the validator that an account runs: `secretvaloper1…`. */
export function operatorAddress(account: Address): string {
  return bech32.encode('secretvaloper', bech32.toWords(addressBytes(account)))
}

/** The address a validator signs blocks under, by its ed25519 key: `secretvalcons1…`. */
export function consensusAddress(key: Uint8Array): string {
  return renderConsensusAddress(consensusAddressBytes(key))
}

/** The first 20 bytes of SHA-256 over an ed25519 key. */
export function consensusAddressBytes(key: Uint8Array): Uint8Array {
  return sha256(key).slice(0, 20)
}

export function renderConsensusAddress(address: Uint8Array): string {
  return bech32.encode('secretvalcons', bech32.toWords(address))
}
