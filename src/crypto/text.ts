import { CryptoError } from './crypto-error'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Encodes as UTF-8. Throws `text/surrogate` for a lone surrogate, which an encoder would silently replace. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  if (/\p{Surrogate}/u.test(text)) {
    throw new CryptoError('text/surrogate', 'This text holds half a character and cannot be sent as it is.')
  }
  return encoder.encode(text)
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
