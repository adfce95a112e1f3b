export {
  ADDRESS_PREFIX,
  type Address,
  addressBytes,
  addressFromBytes,
  isAddress,
  parseAddress,
  shortAddress,
} from './address'
export { type Coin, formatAmount, parseAmount, parseUint } from './amount'
export { SottoError } from './errors'
export type { JsonObject, JsonValue } from './json'
export { findLookAlike, isLookAlike, lookAlikeFinder, type NamedAddress, nameOf } from './look-alike'
export { CHAIN_ID, type ChainId, type CodeHash, parseChainId, parseCodeHash } from './names'
export { type Origin, parseOrigin } from './origin'
