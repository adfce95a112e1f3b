import { CryptoError } from './crypto-error'

/** Where an account's key lies under its phrase: m/44'/{coinType}'/{account}'/{change}/{index}. BIP-44. */
export interface AccountPath {
  /** 529 is Secret Network's own (SLIP-44), 118 the one it shared with Cosmos. */
  readonly coinType: 529 | 118
  readonly account: number
  readonly change: number
  readonly index: number
}

/** Steps from here on are the hardened ones. BIP-32. */
export const FIRST_HARDENED = 0x8000_0000

/** The path as BIP-32 writes it. Throws `key/path`. */
export function pathText(path: AccountPath): string {
  checkPath(path)
  const { coinType, account, change, index } = path
  return `m/44'/${coinType}'/${account}'/${change}/${index}`
}

/** Throws `key/path` unless the coin type is 529 or 118 and each number is a whole one from 0 to 2,147,483,647. */
export function checkPath({ coinType, account, change, index }: AccountPath): void {
  const isStep = (step: number): boolean => Number.isInteger(step) && step >= 0 && step < FIRST_HARDENED
  if ((coinType !== 529 && coinType !== 118) || ![account, change, index].every(isStep)) {
    throw new CryptoError(
      'key/path',
      'Expected coin type 529 or 118, and whole numbers from 0 to 2147483647 in the path.',
    )
  }
}
