/**
 * X25519 (RFC 7748) as a ladder on the Montgomery curve alone. The library's own door brings the Edwards curve along to be
 * quicker with the base point, which a worker that is woken for every call pays for at each start.
 */
import { pow } from '@noble/curves/abstract/modular.js'
import { montgomery } from '@noble/curves/abstract/montgomery.js'

const P = 2n ** 255n - 19n

export const x25519 = montgomery({
  P,
  type: 'x25519',
  powPminus2: (x) => pow(x, P - 2n, P),
  adjustScalarBytes: clamped,
})

/** RFC 7748 section 5: a multiple of 8 with bit 254 set and bit 255 not. */
function clamped(scalar: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(scalar)
  bytes[0] = (bytes[0] ?? 0) & 0xf8
  bytes[31] = ((bytes[31] ?? 0) & 0x7f) | 0x40
  return bytes
}
