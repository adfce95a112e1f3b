import { bech32 } from '@scure/base'

export interface Bech32Text {
  readonly prefix: string
  /** The data in groups of five bits. */
  readonly words: number[]
}

const MINIMUM_LENGTH = 8
/** Far more than any address takes; a contract could pass megabytes for the price of one. */
const MAXIMUM_LENGTH = 1_024
const CHECKSUM_LENGTH = 6
const DATA_CHARACTERS = /^[qpzry9x8gf2tvdw0s3jn54khce6mua7l]$/i

/** Reads bech32 of up to 1,024 characters; returns the words of the enclave's library for what is wrong with it. Source: BIP-173. */
export function readBech32(text: string): Bech32Text | string {
  const problem = findProblem(text)
  if (problem !== undefined) return problem
  const decoded = bech32.decodeUnsafe(text, false)
  return decoded === undefined ? 'invalid checksum' : { prefix: decoded.prefix, words: decoded.words }
}

/** Writes five-bit groups as bech32; undefined when they are too many to be read again. */
export function writeBech32(prefix: string, words: readonly number[]): string | undefined {
  const length = prefix.length + 1 + words.length + CHECKSUM_LENGTH
  return length > MAXIMUM_LENGTH ? undefined : bech32.encode(prefix, [...words], false)
}

function findProblem(text: string): string | undefined {
  if (text.length < MINIMUM_LENGTH || text.length > MAXIMUM_LENGTH) return 'invalid length'
  const separator = text.lastIndexOf('1')
  if (separator < 0) return 'missing human-readable separator, "1"'
  const data = [...text.slice(separator + 1)]
  if (separator === 0 || data.length < CHECKSUM_LENGTH) return 'invalid length'
  const strange =
    [...text.slice(0, separator)].find((character) => character < '!' || character > '~') ??
    data.find((character) => !DATA_CHARACTERS.test(character))
  if (strange !== undefined) return `invalid character (code=${strange})`
  const isMixed = text !== text.toLowerCase() && text !== text.toUpperCase()
  return isMixed ? 'mixed-case strings not allowed' : undefined
}
