import { CryptoError, type CryptoErrorCode } from './crypto-error'

/** Throws `code` unless the value is a byte array of exactly that length; `what` names it in the message. */
export function checkLength(
  bytes: Uint8Array,
  length: number,
  what: string,
  code: CryptoErrorCode = 'bytes/length',
): void {
  if (!(bytes instanceof Uint8Array) || bytes.length !== length) {
    const found = bytes instanceof Uint8Array ? `${bytes.length} bytes` : typeof bytes
    throw new CryptoError(code, `Expected ${length} bytes as the ${what}, got ${found}.`)
  }
}

/** Joins byte arrays in the order given. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** Compares without stopping at the first difference; different lengths are unequal. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0)
  return difference === 0
}

/** The same bytes as the platform's ciphers take them: a view where that is possible, else a copy. */
export function unsharedView(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
    : Uint8Array.from(bytes)
}
