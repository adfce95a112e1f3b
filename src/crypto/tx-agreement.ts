import { checkLength } from './bytes'
import { OpaqueKey } from './opaque-key'
import { NONCE_LENGTH } from './random'
import type { TxSeed } from './tx-seed'

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
 * Agrees with the network on the key of the message with that nonce (32 bytes).
 * Throws `nonce/length`, `tx-key/length`, `tx-key/low-order`, `key/wiped`. Protocol 1.1.
 */
export function deriveTxKey(seed: TxSeed, ioPublicKey: Uint8Array, nonce: Uint8Array): TxKey {
  checkLength(nonce, NONCE_LENGTH, 'nonce', 'nonce/length')
  return TxKey.fromBytes(seed.messageSecret(ioPublicKey, nonce))
}
