import * as v from 'valibot'
import { type Address, isAddress, type JsonObject, type JsonValue } from '../domain/index'
import { uintText } from './answer'

const MAX_TEXT = 4096

/** The shapes that the members of contract messages have, over the standards. Protocol 6, 6.1, 6.8, 6.9. */
export const text = v.pipe(v.string(), v.maxLength(MAX_TEXT))
export const address = v.custom<Address>(isAddress)
export const amount = uintText(128)
export const addresses = v.pipe(v.array(address), v.maxLength(1000))
export const unixSeconds = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0)))
export const memo = v.nullish(text)
export const flag = v.nullish(v.boolean())
/** Metadata and the like: an object that is shown as it is. */
export const anyObject = v.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)
/**
 * Base64 of a message for the contract that receives tokens. The alphabet is named, because `v.base64` ignores case and so
 * lets in the few letters whose lower case is an ASCII one.
 */
export const base64Text = v.pipe(v.string(), v.maxLength(100_000), v.regex(/^[0-9A-Za-z+/=]*$/), v.base64())

/** Members that any message may carry and that change nothing for the person. */
const PLAIN = {
  padding: v.nullish(v.pipe(v.string(), v.maxLength(65_536))),
  gas_target: v.nullish(uintText(64)),
}

/** The same for messages that move tokens of SNIP-20. */
export const NEUTRAL = { ...PLAIN, decoys: v.nullish(addresses), entropy: v.nullish(text) }

/** Reads what a message of one name holds; undefined when it has another shape. */
export type Reader<A> = (body: unknown) => A | undefined

/** Reads a message, an object with one member, by the reader of its name. */
export function readMember<A>(json: JsonValue, readers: ReadonlyMap<string, Reader<A>>): A | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined
  const entries = Object.entries(json)
  const [name, body] = entries[0] ?? []
  // valibot takes a list for an object without required members.
  if (entries.length !== 1 || name === undefined || Array.isArray(body)) return undefined
  return readers.get(name)?.(body)
}

export function reader<S extends v.GenericSchema, A>(
  schema: S,
  action: (body: v.InferOutput<S>) => A,
): Reader<A> {
  return (body) => {
    const result = v.safeParse(schema, body)
    return result.success ? action(result.output) : undefined
  }
}

/** A message of one shape that may be padded. */
export function padded<const E extends v.ObjectEntries, A>(
  name: string,
  entries: E,
  action: (body: v.InferOutput<v.StrictObjectSchema<E, undefined>>) => A,
): [string, Reader<A>] {
  const schema = v.strictObject({ ...entries, ...PLAIN })
  return [name, reader(schema, (body) => action(body as v.InferOutput<v.StrictObjectSchema<E, undefined>>))]
}

/** A list with something in it, of a length that a person can still be shown. */
export function some<const S extends v.GenericSchema>(item: S, most = 200) {
  return v.pipe(v.array(item), v.minLength(1), v.maxLength(most))
}
