import { CryptoError } from './crypto-error'

declare global {
  interface String {
    /** False when a surrogate stands alone. ES2024, in every engine that can run this. */
    isWellFormed(): boolean
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Encodes as UTF-8. Throws `text/surrogate` for a lone surrogate, which an encoder would silently replace. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  checkWellFormed(text)
  return encoder.encode(text)
}

/**
 * Encodes as UTF-8 into `target` if it fits; undefined if not, else how many bytes it took. Throws `text/surrogate`.
 * Into memory at hand this is ten times faster than into an array of the encoder's own.
 */
export function encodeTextInto(text: string, target: Uint8Array): number | undefined {
  checkWellFormed(text)
  const { read, written } = encoder.encodeInto(text, target)
  return read === text.length ? written : undefined
}

/** Decodes UTF-8 exactly, a byte order mark included; undefined when the bytes are not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Throws `text/surrogate` when a surrogate stands alone: no UTF-8 exists for it. */
export function checkWellFormed(text: string): void {
  if (!text.isWellFormed()) {
    throw new CryptoError('text/surrogate', 'This text holds half a character and cannot be sent as it is.')
  }
}
