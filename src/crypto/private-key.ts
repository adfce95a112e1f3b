import { hex } from '@scure/base'
import { CryptoError } from './crypto-error'
import { SigningKey } from './signing-key'

const DIGITS = 64
const LONGEST_TEXT = 1000

/** Reads a private key as 64 hex digits, with or without `0x`, in any case and spacing. Throws `private-key/format`, `key/range`. */
export function parsePrivateKey(text: string): SigningKey {
  if (text.length > LONGEST_TEXT) throw format('This text is far too long to be a private key.')
  const digits = text.replace(/\s+/g, '').replace(/^0x/i, '').toLowerCase()
  if (digits === '') throw format('Enter a private key: 64 digits from 0 to 9 and a to f.')
  if (!/^[0-9a-f]+$/.test(digits)) {
    throw format('A private key has digits from 0 to 9 and a to f alone. This has other characters.')
  }
  if (digits.length !== DIGITS) throw format(`A private key has 64 digits. This has ${digits.length}.`)
  const bytes = hex.decode(digits)
  try {
    return SigningKey.fromBytes(bytes)
  } finally {
    bytes.fill(0)
  }
}

function format(message: string): CryptoError {
  return new CryptoError('private-key/format', message)
}
