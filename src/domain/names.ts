import { SottoError } from './errors'

declare const chainIdBrand: unique symbol
/** A chain id as the chain itself writes it, such as `secret-4`. */
export type ChainId = string & { readonly [chainIdBrand]: true }

declare const codeHashBrand: unique symbol
/** The SHA-256 of a contract's uncompressed code: 64 lower-case hex digits. */
export type CodeHash = string & { readonly [codeHashBrand]: true }

/** Takes a chain id of ASCII letters, digits, dots and hyphens; anything else throws `chain-id/format`. */
export function parseChainId(text: string): ChainId {
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,49}$/.test(text)) {
    throw new SottoError('chain-id/format', 'This is not the name of a network, such as secret-4.')
  }
  return text as ChainId
}

/** Takes 64 hex digits in either case, with or without `0x`; anything else throws `code-hash/format`. */
export function parseCodeHash(text: string): CodeHash {
  const lower = text.toLowerCase().replace(/^0x/, '')
  if (!/^[0-9a-f]{64}$/.test(lower)) {
    throw new SottoError('code-hash/format', 'Expected a code hash of 64 hex digits.')
  }
  return lower as CodeHash
}
