import { encodeBase64 } from '../lib/base64'
import { quote, wrap } from '../lib/json-text'
import { allocate, toBytes, toText } from '../lib/region'

/** Room for what the chain writes when it translates an address, as text or as bytes. */
const ADDRESS_CAPACITY: u32 = 128

export function addressRoom(): usize {
  return allocate(ADDRESS_CAPACITY)
}

/** What the host wrote into the region, or its words when it gave an error. */
export function canonicalAnswer(error: usize, canonical: usize): string {
  return error === 0 ? wrap('canonical', quote(encodeBase64(toBytes(canonical)))) : errorAnswer(error)
}

export function humanAnswer(error: usize, human: usize): string {
  return error === 0 ? wrap('address', quote(toText(human))) : errorAnswer(error)
}

export function errorAnswer(error: usize): string {
  return wrap('error', quote(toText(error)))
}
