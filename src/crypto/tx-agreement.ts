import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'
import { checkLength } from './bytes'
import { OpaqueKey } from './opaque-key'
import type { TxSeed } from './tx-seed'

export const NONCE_LENGTH = 32
/** The HKDF salt fixed by the network. Protocol 1.1. */
const NETWORK_SALT = hex.decode('000000000000000000024bead8df69990852c202db0e0097c1a12ea637d7e96d')
const EXTRACT = hmac.create(sha256, NETWORK_SALT)
/** With empty info and 32 bytes wanted, HKDF's expand step is one HMAC over the counter alone. RFC 5869 section 2.3. */
const FIRST_COUNTER = Uint8Array.of(1)

/** The 32-byte key of one message and of everything that comes back for it. Protocol 1.4. */
export class TxKey extends OpaqueKey {
  /** Takes the 32 bytes of a tx key. Throws `tx-key/length`. */
  static fromBytes(bytes: Uint8Array): TxKey {
    checkLength(bytes, 32, 'tx key', 'tx-key/length')
    return new TxKey('TxKey', bytes)
  }

  /** A copy of the 32 bytes, for the tx cipher. Throws `key/wiped` after `wipe`. */
  bytes(): Uint8Array {
    return Uint8Array.from(this.reveal())
  }
}

/**
 * Agrees with the network on the key of the message with that nonce (32 bytes): HKDF-SHA256 of the shared secret and the nonce.
 * Throws `nonce/length`, `tx-key/length`, `tx-key/low-order`, `key/wiped`. RFC 5869, Protocol 1.1.
 */
export function deriveTxKey(seed: TxSeed, ioPublicKey: Uint8Array, nonce: Uint8Array): TxKey {
  checkLength(nonce, NONCE_LENGTH, 'nonce', 'nonce/length')
  const pseudorandomKey = EXTRACT.clone().update(seed.sharedSecret(ioPublicKey)).update(nonce).digest()
  const bytes = hmac(sha256, pseudorandomKey, FIRST_COUNTER)
  const key = TxKey.fromBytes(bytes)
  pseudorandomKey.fill(0)
  bytes.fill(0)
  return key
}
