/** The few forms of CBOR (RFC 8949) that notifications consist of; each function gives the bytes of one item. */

const ARRAY = 0x80
const BYTES = 0x40
const POSITIVE_BIGNUM_TAG = 0xc2
const TIME_TAG = 0xc1

/** An array of fewer than 24 items, each already encoded. */
export function cborArray(items: readonly Uint8Array[]): Uint8Array {
  return concat([Uint8Array.of(ARRAY + items.length), ...items])
}

/** The low 64 bits of an amount, always as a bignum of 8 bytes. */
export function cborBigUint64(value: bigint): Uint8Array {
  return concat([Uint8Array.of(POSITIVE_BIGNUM_TAG), cborBytes(uint64(value))])
}

/** Fewer than 24 bytes. */
export function cborBytes(bytes: Uint8Array): Uint8Array {
  return concat([Uint8Array.of(BYTES + bytes.length), bytes])
}

/** A number from 0 to 255 in its shortest form; what is more counts as 255. */
export function cborUint8(value: number): Uint8Array {
  const byte = Math.min(value, 0xff)
  return byte < 24 ? Uint8Array.of(byte) : Uint8Array.of(0x18, byte)
}

/** Unix seconds in their shortest form, tagged as a time. */
export function cborTime(seconds: number): Uint8Array {
  return concat([Uint8Array.of(TIME_TAG), shortestUint(seconds)])
}

/** 8 bytes, big-endian; only the low 64 bits of the value. */
export function uint64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, value))
  return bytes
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

function shortestUint(value: number): Uint8Array {
  if (value <= 0xff) return cborUint8(value)
  const [head, size] = value <= 0xffff ? [0x19, 2] : value <= 0xffffffff ? [0x1a, 4] : [0x1b, 8]
  return concat([Uint8Array.of(head), uint64(BigInt(value)).subarray(8 - size)])
}
