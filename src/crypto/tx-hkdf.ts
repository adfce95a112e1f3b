import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'

/** The salt fixed by the network. Protocol 1.1. */
const NETWORK_SALT = hex.decode('000000000000000000024bead8df69990852c202db0e0097c1a12ea637d7e96d')
const EXTRACT = hmac.create(sha256, NETWORK_SALT)
/** With empty info and 32 bytes wanted, the expand step is one HMAC over the counter alone. RFC 5869 section 2.3. */
const FIRST_COUNTER = Uint8Array.of(1)

/** HKDF-SHA256 of a shared secret (32 bytes) and a nonce (32 bytes): the 32 bytes of a tx key. RFC 5869, Protocol 1.1. */
export function expandTxKey(sharedSecret: Uint8Array, nonce: Uint8Array): Uint8Array {
  const pseudorandomKey = EXTRACT.clone().update(sharedSecret).update(nonce).digest()
  const bytes = hmac(sha256, pseudorandomKey, FIRST_COUNTER)
  pseudorandomKey.fill(0)
  return bytes
}
