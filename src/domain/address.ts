import { bech32 } from '@scure/base'
import { SottoError } from './errors'

declare const addressBrand: unique symbol
/** A checked account or contract address: lower-case bech32, prefix `secret`, 20 bytes. */
export type Address = string & { readonly [addressBrand]: true }

export const ADDRESS_PREFIX = 'secret'
const ADDRESS_LENGTH = 20

/** Reads an address as a person or a node wrote it (outer white space is dropped). Throws `address/*`. Source: BIP-173. */
export function parseAddress(text: string): Address {
  const trimmed = text.trim()
  if (trimmed === '') throw new SottoError('address/empty', 'Enter an address. It starts with secret1.')
  if (trimmed !== trimmed.toLowerCase()) {
    throw new SottoError(
      'address/case',
      'An address has only small letters and digits. Copy it again from its source.',
    )
  }
  if (!trimmed.startsWith(`${ADDRESS_PREFIX}1`)) {
    const found = /^([a-z]{1,20})1/.exec(trimmed)?.[1]
    throw new SottoError(
      'address/prefix',
      found === undefined
        ? 'This is not a Secret Network address. It must start with secret1.'
        : `This address starts with ${found}1. A Secret Network address starts with secret1.`,
    )
  }
  return checkedAddress(trimmed)
}

/** True when the text is an address exactly as `parseAddress` would return it. */
export function isAddress(text: unknown): text is Address {
  if (typeof text !== 'string') return false
  try {
    return parseAddress(text) === text
  } catch (error) {
    if (error instanceof SottoError) return false
    throw error
  }
}

/** Writes 20 raw bytes as an address. Throws `address/length`. */
export function addressFromBytes(bytes: Uint8Array): Address {
  if (bytes.length !== ADDRESS_LENGTH) throw lengthError(bytes.length)
  return bech32.encode(ADDRESS_PREFIX, bech32.toWords(bytes)) as Address
}

/** The 20 raw bytes of an address. */
export function addressBytes(address: Address): Uint8Array {
  return bech32.fromWords(bech32.decode(address, 90).words)
}

/** The first 10 and last 8 characters: what a person compares. */
export function shortAddress(address: string): string {
  return address.length <= 20 ? address : `${address.slice(0, 10)}…${address.slice(-8)}`
}

function checkedAddress(text: string): Address {
  const decoded = bech32.decodeUnsafe(text, 90)
  if (decoded === undefined) {
    throw new SottoError(
      'address/checksum',
      'A letter in this address is wrong or missing. Copy it again from its source.',
    )
  }
  const bytes = bech32.fromWordsUnsafe(decoded.words)
  if (!bytes || bytes.length !== ADDRESS_LENGTH) throw lengthError(bytes ? bytes.length : 0)
  return text as Address
}

function lengthError(found: number): SottoError {
  return new SottoError(
    'address/length',
    `This is not an account address: expected ${ADDRESS_LENGTH} bytes inside, found ${found}.`,
  )
}
