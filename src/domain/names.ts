import { SottoError } from './errors'

declare const chainIdBrand: unique symbol
/** A chain id as the chain itself writes it, such as `secret-4`. */
export type ChainId = string & { readonly [chainIdBrand]: true }

declare const codeHashBrand: unique symbol
/** The SHA-256 of a contract's uncompressed code: 64 lower-case hex digits. */
export type CodeHash = string & { readonly [codeHashBrand]: true }

/** Letters, digits, dots, hyphens and, as on chains of the Ethereum kind, underscores: all ASCII. */
export const CHAIN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** Takes a chain id; anything else throws `chain-id/format`. */
export function parseChainId(text: string): ChainId {
  if (!CHAIN_ID.test(text)) {
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
