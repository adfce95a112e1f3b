import { base64 } from '@scure/base'
import type { Coin } from '../../src/domain/index'
import { type ExactJson, type ExactObject, isExactList, isExactObject, parseExactJson } from './exact-json'
import { VmError } from './vm-error'

const MAX_U64 = (1n << 64n) - 1n
const MAX_U128 = (1n << 128n) - 1n
const DECIMAL = /^\d{1,39}$/

/** Reads what a contract answered as JSON. Throws VmError `invalid-result`. */
export function parseResult(bytes: Uint8Array): ExactJson {
  try {
    return parseExactJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch (cause) {
    throw new VmError('invalid-result', { cause })
  }
}

/** The only member of an object, which names the variant: `{"execute": {...}}`. */
export function readVariant(value: ExactJson): [string, ExactJson] {
  if (!isExactObject(value)) throw invalidResult()
  const [entry, ...others] = Object.entries(value)
  if (entry === undefined || others.length > 0) throw invalidResult()
  return entry
}

export function readString(value: ExactJson | undefined): string {
  if (typeof value !== 'string') throw invalidResult()
  return value
}

/** Bytes, which are base64 text in JSON. */
export function readBinary(value: ExactJson | undefined): Uint8Array {
  const text = readString(value)
  try {
    return base64.decode(text)
  } catch (cause) {
    throw new VmError('invalid-result', { cause })
  }
}

/** The members of one object of a contract's answer, in the types of the chain; a wrong type is a VmError. */
export class ResultFields {
  readonly #object: ExactObject

  constructor(value: ExactJson | undefined) {
    if (!isExactObject(value)) throw invalidResult()
    this.#object = value
  }

  /** Refuses members of other names. */
  only(names: readonly string[]): this {
    if (Object.keys(this.#object).some((name) => !names.includes(name))) throw invalidResult()
    return this
  }

  string(name: string): string {
    return readString(this.#object[name])
  }

  /** Null and an absent member are the same. */
  optionalString(name: string): string | undefined {
    return this.has(name) ? this.string(name) : undefined
  }

  boolean(name: string, byDefault: boolean): boolean {
    const value = this.#object[name]
    if (value === undefined) return byDefault
    if (typeof value !== 'boolean') throw invalidResult()
    return value
  }

  u64(name: string): bigint {
    const value = this.#object[name]
    if (typeof value !== 'bigint' || value < 0n || value > MAX_U64) throw invalidResult()
    return value
  }

  optionalU64(name: string): bigint | undefined {
    return this.has(name) ? this.u64(name) : undefined
  }

  /** A number of 64 bits that is text in JSON, as times are. */
  optionalU64Text(name: string): bigint | undefined {
    const text = this.optionalString(name)
    return text === undefined ? undefined : readDecimal(text, MAX_U64)
  }

  binary(name: string): Uint8Array {
    return readBinary(this.#object[name])
  }

  optionalBinary(name: string): Uint8Array | undefined {
    return this.has(name) ? this.binary(name) : undefined
  }

  coin(name: string): Coin {
    return readCoin(this.#object[name])
  }

  coins(name: string): Coin[] {
    return this.list(name).map(readCoin)
  }

  items(name: string): ResultFields[] {
    return this.list(name).map((value) => new ResultFields(value))
  }

  list(name: string): readonly ExactJson[] {
    const value = this.#object[name]
    if (!isExactList(value)) throw invalidResult()
    return value
  }

  fields(name: string): ResultFields {
    return new ResultFields(this.#object[name])
  }

  optionalFields(name: string): ResultFields | undefined {
    return this.has(name) ? this.fields(name) : undefined
  }

  raw(name: string): ExactJson {
    const value = this.#object[name]
    if (value === undefined) throw invalidResult()
    return value
  }

  has(name: string): boolean {
    const value = this.#object[name]
    return value !== undefined && value !== null
  }
}

export function invalidResult(): VmError {
  return new VmError('invalid-result')
}

function readCoin(value: ExactJson | undefined): Coin {
  const fields = new ResultFields(value)
  return { denom: fields.string('denom'), amount: readDecimal(fields.string('amount'), MAX_U128) }
}

function readDecimal(text: string, max: bigint): bigint {
  if (!DECIMAL.test(text) || BigInt(text) > max) throw invalidResult()
  return BigInt(text)
}
