import * as v from 'valibot'
import { type Address, isAddress } from '../domain/index'
import { uintText } from './answer'

const MAX_TEXT = 4096

/** The shapes that the members of SNIP-20 messages have. Protocol 6, 6.1. */
export const text = v.pipe(v.string(), v.maxLength(MAX_TEXT))
export const address = v.custom<Address>(isAddress)
export const amount = uintText(128)
export const addresses = v.pipe(v.array(address), v.maxLength(1000))
export const unixSeconds = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0)))
export const memo = v.nullish(text)
/**
 * Base64 of a message for the contract that receives tokens. The alphabet is named, because `v.base64` ignores case and so
 * lets in the few letters whose lower case is an ASCII one.
 */
export const base64Text = v.pipe(v.string(), v.maxLength(100_000), v.regex(/^[0-9A-Za-z+/=]*$/), v.base64())

/** Members that any message may carry and that change nothing for the person. */
export const NEUTRAL = {
  padding: v.nullish(v.pipe(v.string(), v.maxLength(65_536))),
  gas_target: v.nullish(uintText(64)),
  decoys: v.nullish(addresses),
  entropy: v.nullish(text),
}
