import { hex } from '@scure/base'
import { checkLength, equalBytes } from './bytes'
import { CryptoError } from './crypto-error'

/**
 * Every encoding of the eight points whose order divides 8, the top bit left out as X25519 ignores it:
 * 0, 1, the two points of order 8, p - 1, and the non-canonical p and p + 1. RFC 7748 section 6.1.
 */
const LOW_ORDER_POINTS = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map((point) => hex.decode(point))

const LAST_BYTE = 31

/**
 * Takes an X25519 public key (32 bytes) and gives it back unchanged, in whichever of its writings RFC 7748 section 5 reads.
 * Throws `tx-key/length`, and `tx-key/low-order` for a key under which every shared secret is zero (section 6.1).
 */
export function checkAgreementKey(bytes: Uint8Array): Uint8Array {
  checkLength(bytes, 32, "network's transaction key", 'tx-key/length')
  const masked = Uint8Array.from(bytes)
  masked[LAST_BYTE] = (masked[LAST_BYTE] ?? 0) & 0x7f
  if (LOW_ORDER_POINTS.some((point) => equalBytes(point, masked))) {
    throw new CryptoError(
      'tx-key/low-order',
      'The transaction key that the node served would let anyone read your messages. Nothing was sent.',
    )
  }
  return bytes
}

/**
 * Takes the network's X25519 public key (32 bytes) as a node served it and gives it back unchanged. Throws as
 * `checkAgreementKey` does, and `tx-key/not-canonical` for one that is written in a second way, so that two texts are
 * never one key. Protocol 1.1.
 */
export function checkIoPublicKey(bytes: Uint8Array): Uint8Array {
  checkAgreementKey(bytes)
  if (!isCanonical(bytes)) {
    throw new CryptoError(
      'tx-key/not-canonical',
      'The transaction key that the node served is not written as the network writes its keys. Nothing was sent.',
    )
  }
  return bytes
}

/** Below p = 2^255 - 19, little endian. */
function isCanonical(bytes: Uint8Array): boolean {
  if ((bytes[LAST_BYTE] ?? 0) > 0x7f) return false
  const isTopOfRange =
    bytes[LAST_BYTE] === 0x7f && bytes.subarray(1, LAST_BYTE).every((byte) => byte === 0xff)
  return !isTopOfRange || (bytes[0] ?? 0) < 0xed
}
