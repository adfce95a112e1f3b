const BLOCK = 512
const LENGTH_BYTES = 4

/** Puts 4 bytes of length before the text and zeros behind it, to a multiple of 512 bytes: small texts all look alike. */
export function padSealed(plaintext: Uint8Array): Uint8Array<ArrayBuffer> {
  const used = LENGTH_BYTES + plaintext.length
  const padded = new Uint8Array(Math.ceil(used / BLOCK) * BLOCK)
  new DataView(padded.buffer).setUint32(0, plaintext.length)
  padded.set(plaintext, LENGTH_BYTES)
  return padded
}

/** Takes the padding off again; undefined when it is not the padding that `padSealed` makes. */
export function unpadSealed(padded: Uint8Array): Uint8Array | undefined {
  if (padded.length === 0 || padded.length % BLOCK !== 0) return undefined
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  const used = LENGTH_BYTES + length
  if (used > padded.length || padded.length - used >= BLOCK) return undefined
  if (padded.subarray(used).some((byte) => byte !== 0)) return undefined
  return padded.slice(LENGTH_BYTES, used)
}
