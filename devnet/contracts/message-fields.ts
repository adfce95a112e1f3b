import { base64 } from '@scure/base'
import { type Address, isAddress, type JsonObject, type JsonValue } from '../../src/domain/index'
import { genericError, parseError } from './std-error'

const MAX_UINT128 = (1n << 128n) - 1n

/** The one variant a message consists of: `{"transfer": {...}}` is `transfer` with its fields. */
export function readVariant(
  target: string,
  message: JsonValue,
  variants: readonly string[],
): [string, MessageFields] {
  if (!isObject(message)) throw parseError(target, 'Invalid type')
  const [entry, ...rest] = Object.entries(message)
  if (entry === undefined || rest.length > 0) throw parseError(target, 'Expected exactly one message variant')
  const [name, body] = entry
  if (!variants.includes(name)) throw unknownVariant(target, name, variants)
  return [name, new MessageFields(target, body)]
}

/** The fields of one message, read as a contract's own parser would: unknown fields are ignored, wrong types refused. */
export class MessageFields {
  readonly #target: string
  readonly #body: JsonObject

  constructor(target: string, body: JsonValue) {
    this.#target = target
    if (!isObject(body)) throw parseError(target, 'Invalid type')
    this.#body = body
  }

  has(name: string): boolean {
    return this.#value(name) !== undefined
  }

  string(name: string): string {
    return this.#required(name, this.optionalString(name))
  }

  optionalString(name: string): string | undefined {
    const value = this.#value(name)
    if (value === undefined) return undefined
    if (typeof value !== 'string') throw this.#invalidType()
    return value
  }

  /** An amount: a decimal string below 2^128, never a JSON number. */
  amount(name: string): bigint {
    const text = this.string(name)
    if (!/^\d+$/.test(text) || BigInt(text) > MAX_UINT128) {
      throw parseError(this.#target, `invalid Uint128 '${text}'`)
    }
    return BigInt(text)
  }

  optionalAmount(name: string): bigint | undefined {
    return this.#value(name) === undefined ? undefined : this.amount(name)
  }

  bytes(name: string): Uint8Array {
    return this.#required(name, this.optionalBytes(name))
  }

  /** Binary data, which is base64 text on the wire. */
  optionalBytes(name: string): Uint8Array | undefined {
    const text = this.optionalString(name)
    if (text === undefined) return undefined
    try {
      return base64.decode(text)
    } catch (cause) {
      if (cause instanceof Error) throw parseError(this.#target, `Invalid base64: ${cause.message}`)
      throw cause
    }
  }

  integer(name: string): number {
    return this.#required(name, this.optionalInteger(name))
  }

  optionalInteger(name: string): number | undefined {
    const value = this.#value(name)
    if (value === undefined) return undefined
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw this.#invalidType()
    return value
  }

  /** A number that fits 32 bits, where more would be a matter of time and memory. */
  uint32(name: string): number {
    const value = this.integer(name)
    if (value > 0xffff_ffff) throw this.#invalidType()
    return value
  }

  boolean(name: string): boolean {
    return this.#required(name, this.optionalBoolean(name))
  }

  optionalBoolean(name: string): boolean | undefined {
    const value = this.#value(name)
    if (value === undefined) return undefined
    if (typeof value !== 'boolean') throw this.#invalidType()
    return value
  }

  /** An account or contract address; anything else fails as the contract's address check does. */
  address(name: string): Address {
    return this.#address(this.string(name))
  }

  optionalAddress(name: string): Address | undefined {
    const text = this.optionalString(name)
    return text === undefined ? undefined : this.#address(text)
  }

  addresses(name: string): Address[] {
    return this.strings(name).map((text) => this.#address(text))
  }

  strings(name: string): string[] {
    return this.#list(name).map((value) => {
      if (typeof value !== 'string') throw this.#invalidType()
      return value
    })
  }

  optionalStrings(name: string): string[] | undefined {
    return this.#value(name) === undefined ? undefined : this.strings(name)
  }

  /** A list of objects, each with its own fields; an absent list counts as empty only for the optional form. */
  items(name: string): MessageFields[] {
    return this.#list(name).map((value) => new MessageFields(this.#target, value))
  }

  optionalItems(name: string): MessageFields[] {
    return this.#value(name) === undefined ? [] : this.items(name)
  }

  fields(name: string): MessageFields {
    return new MessageFields(this.#target, this.raw(name))
  }

  optionalFields(name: string): MessageFields | undefined {
    return this.#value(name) === undefined ? undefined : this.fields(name)
  }

  /** One of the known words, or an object whose only member has one of them as its name. */
  optionalVariant<T extends string>(name: string, variants: readonly T[]): T | undefined {
    const value = this.#value(name)
    if (value === undefined) return undefined
    const given =
      typeof value === 'string' ? value : isObject(value) ? (Object.keys(value)[0] ?? '') : undefined
    if (given === undefined) throw this.#invalidType()
    const known = variants.find((variant) => variant === given)
    if (known === undefined) throw unknownVariant(this.#target, given, variants)
    return known
  }

  variant<T extends string>(name: string, variants: readonly T[]): T {
    return this.#required(name, this.optionalVariant(name, variants))
  }

  /** The same fields but those named. */
  without(...names: readonly string[]): MessageFields {
    const kept = Object.entries(this.#body).filter(([name]) => !names.includes(name))
    return new MessageFields(this.#target, Object.fromEntries(kept))
  }

  raw(name: string): JsonValue {
    return this.#required(name, this.#value(name))
  }

  #list(name: string): readonly JsonValue[] {
    const value = this.raw(name)
    if (!isList(value)) throw this.#invalidType()
    return value
  }

  #value(name: string): JsonValue | undefined {
    const value = Object.hasOwn(this.#body, name) ? this.#body[name] : undefined
    return value === null ? undefined : value
  }

  #required<T>(name: string, value: T | undefined): T {
    if (value === undefined) throw parseError(this.#target, `missing field \`${name}\``)
    return value
  }

  #address(text: string): Address {
    if (!isAddress(text)) throw genericError(`canonicalize_address errored: ${text} is not an address`)
    return text
  }

  #invalidType(): Error {
    return parseError(this.#target, 'Invalid type')
  }
}

function unknownVariant(target: string, name: string, variants: readonly string[]): Error {
  const listed = variants.map((variant) => `\`${variant}\``).join(', ')
  return parseError(target, `unknown variant \`${name}\`, expected one of ${listed}`)
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value)
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
