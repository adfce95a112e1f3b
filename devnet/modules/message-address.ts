import { bech32 } from '@scure/base'
import { type Address, addressFromBytes, isAddress } from '../../src/domain/index'
import { sdkError } from '../node/abci-error'

/** An account address in a message; throws `invalid address` with the module's words, such as `invalid to address`. */
export function readAddress(text: string, what: string): Address {
  if (isAddress(text)) return text
  throw sdkError('invalidAddress', `${what}: ${reasonAgainst(text, 'secret')}`)
}

/** A validator's operator address as the account that runs it; throws `invalid address`. */
export function readValidatorAddress(text: string, what = 'invalid validator address'): Address {
  const decoded = bech32.decodeUnsafe(text, 90)
  const bytes = decoded?.prefix === 'secretvaloper' ? bech32.fromWordsUnsafe(decoded.words) : undefined
  if (!(bytes instanceof Uint8Array) || bytes.length !== 20) {
    throw sdkError('invalidAddress', `${what}: ${reasonAgainst(text, 'secretvaloper')}`)
  }
  return addressFromBytes(bytes)
}

/** An account from bytes in a message; throws `invalid address`. */
export function readAddressBytes(bytes: Uint8Array, what: string): Address {
  if (bytes.length === 20) return addressFromBytes(bytes)
  throw sdkError(
    'invalidAddress',
    bytes.length === 0 ? `${what}: empty address` : `${what}: incorrect address length`,
  )
}

function reasonAgainst(text: string, prefix: string): string {
  if (text === '') return 'empty address string is not allowed'
  const decoded = bech32.decodeUnsafe(text, 1023)
  if (decoded === undefined) return `decoding bech32 failed: invalid checksum or character: ${text}`
  if (decoded.prefix !== prefix) return `invalid Bech32 prefix; expected ${prefix}, got ${decoded.prefix}`
  return 'incorrect address length'
}
