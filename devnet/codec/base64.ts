/** Bytes as base64 by Node itself, which takes a tenth of the time that JavaScript does: every query is written so twice. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
}

/** The bytes; undefined for text that `toBase64` would not write. */
export function fromBase64(text: string): Uint8Array | undefined {
  // Node reads whatever looks a little like base64.
  const bytes = new Uint8Array(Buffer.from(text, 'base64'))
  return toBase64(bytes) === text ? bytes : undefined
}
