import { base64, hex } from '@scure/base'
import type { JsonValue } from '../../src/domain/index'

/** `bytes` are base64 in JSON, `hexBytes` are hex; in a URI both are 0x… or a quoted text. Whole numbers are texts in JSON. */
export type ArgKind = 'int' | 'text' | 'bytes' | 'hexBytes' | 'bool'
export type ArgKinds = Readonly<Record<string, ArgKind>>
type ArgValue = bigint | string | Uint8Array | boolean

const MAX_INT64 = (1n << 63n) - 1n

/** An argument that is not of its kind; the message is what CometBFT's reader says. */
export class ArgError extends Error {
  override readonly name = 'ArgError'
}

/** The arguments of a call, by name; those that were not given have their kind's empty value. */
export class RpcArgs {
  readonly #values: ReadonlyMap<string, ArgValue>

  constructor(values: ReadonlyMap<string, ArgValue>) {
    this.#values = values
  }

  /** A number up to 2^63-1; undefined when it was not given. */
  int(name: string): number | undefined {
    const value = this.#values.get(name)
    return typeof value === 'bigint' ? Number(value) : undefined
  }

  text(name: string): string {
    const value = this.#values.get(name)
    return typeof value === 'string' ? value : ''
  }

  bytes(name: string): Uint8Array {
    const value = this.#values.get(name)
    return value instanceof Uint8Array ? value : new Uint8Array()
  }

  bool(name: string): boolean {
    return this.#values.get(name) === true
  }
}

/** Arguments from the `params` of a call: an object by name, or a list in the method's order. Throws ArgError. */
export function argsFromJson(kinds: ArgKinds, params: JsonValue | undefined): RpcArgs {
  const names = Object.keys(kinds)
  if (params === undefined || params === null) return new RpcArgs(new Map())
  if (typeof params !== 'object') {
    throw new ArgError('unknown type for JSON params: json: cannot unmarshal. Expected map or array')
  }
  const isList = Array.isArray(params)
  const given: Readonly<Record<string, JsonValue>> = isList
    ? listed(names, params)
    : (params as Record<string, JsonValue>)
  return collect(kinds, (name, kind) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    return value === undefined || value === null ? undefined : fromJson(kind, value)
  })
}

/** Arguments from the query of a URI. Throws ArgError. */
export function argsFromUri(kinds: ArgKinds, query: URLSearchParams): RpcArgs {
  return collect(kinds, (name, kind) => {
    const text = query.get(name) ?? ''
    return text === '' ? undefined : fromUri(kind, text)
  })
}

function collect(kinds: ArgKinds, read: (name: string, kind: ArgKind) => ArgValue | undefined): RpcArgs {
  const values = new Map<string, ArgValue>()
  for (const [name, kind] of Object.entries(kinds)) {
    const value = read(name, kind)
    if (value !== undefined) values.set(name, value)
  }
  return new RpcArgs(values)
}

function listed(names: readonly string[], params: readonly JsonValue[]): Record<string, JsonValue> {
  if (params.length !== names.length) {
    const given = params.map((value) => JSON.stringify(value)).join(' ')
    throw new ArgError(
      `expected ${names.length} parameters ([${names.join(' ')}]), got ${params.length} ([${given}])`,
    )
  }
  return Object.fromEntries(names.map((name, at) => [name, params[at] ?? null]))
}

function fromJson(kind: ArgKind, value: JsonValue): ArgValue {
  switch (kind) {
    case 'int':
      if (typeof value !== 'string') {
        throw new ArgError(`invalid 64-bit integer encoding ${quoted(value)}, expected string`)
      }
      return readInt(value)
    case 'text':
      return typeof value === 'string' ? value : wrongType(value, 'string')
    case 'bool':
      return typeof value === 'boolean' ? value : wrongType(value, 'bool')
    case 'bytes':
      return typeof value === 'string' ? readBase64(value) : wrongType(value, '[]uint8')
    case 'hexBytes':
      return typeof value === 'string' ? readHex(value) : wrongType(value, 'bytes.HexBytes')
    default:
      return kind satisfies never
  }
}

function fromUri(kind: ArgKind, text: string): ArgValue {
  if (kind === 'int' && /^-?[0-9]+$/.test(text)) return readInt(text)
  if (/^0x/i.test(text)) {
    if (kind === 'int' || kind === 'bool') {
      throw new ArgError(`got a hex string arg, but expected '${kind === 'int' ? 'int64' : 'bool'}'`)
    }
    const bytes = readHex(text.slice(2))
    return kind === 'text' ? new TextDecoder().decode(bytes) : bytes
  }
  const json = parseJson(text)
  const isBytes = kind === 'bytes' || kind === 'hexBytes'
  if (isBytes && typeof json === 'string') return new TextEncoder().encode(json)
  return fromJson(kind, json)
}

function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch {
    // What the engine says about the place differs from what the chain's reader says.
    throw new ArgError(`invalid character '${text.charAt(0)}' looking for beginning of value`)
  }
}

function readInt(text: string): bigint {
  if (!/^-?(?:0|[1-9][0-9]*)$/.test(text)) {
    throw new ArgError(`invalid character '${text.charAt(0)}' looking for beginning of value`)
  }
  const number = BigInt(text)
  if (number > MAX_INT64 || number < -MAX_INT64) {
    throw new ArgError(`json: cannot unmarshal number ${text} into Go value of type int64`)
  }
  return number
}

function readBase64(text: string): Uint8Array {
  try {
    return base64.decode(text)
  } catch {
    // The library counts otherwise than the chain's reader does.
    const at = /[^A-Za-z0-9+/]/.exec(text)?.index ?? text.length
    throw new ArgError(`illegal base64 data at input byte ${at}`)
  }
}

function readHex(text: string): Uint8Array {
  const bad = /[^0-9a-fA-F]/u.exec(text)?.[0]
  if (bad !== undefined) {
    const code = (bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    throw new ArgError(`encoding/hex: invalid byte: U+${code} '${bad}'`)
  }
  if (text.length % 2 === 1) throw new ArgError('encoding/hex: odd length hex string')
  return hex.decode(text.toLowerCase())
}

function wrongType(value: JsonValue, type: string): never {
  const found = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value
  throw new ArgError(`json: cannot unmarshal ${found} into Go value of type ${type}`)
}

function quoted(value: JsonValue): string {
  return JSON.stringify(JSON.stringify(value))
}
