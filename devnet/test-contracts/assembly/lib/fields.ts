import { decodeBase64 } from './base64'
import { JSON_BOOLEAN, JSON_LIST, JSON_NULL, JSON_NUMBER, JSON_OBJECT, JSON_TEXT, Json } from './json'
import { parseJson } from './json-reader'
import { Outcome } from './outcome'

/** The members of a message; one that is missing or of another type is a failure of the call. */
export class Fields {
  json: Json
  outcome: Outcome

  constructor(json: Json, outcome: Outcome) {
    this.json = json
    this.outcome = outcome
  }

  has(name: string): bool {
    const value = this.json.member(name)
    return value !== null && value.kind !== JSON_NULL
  }

  text(name: string): string {
    return this.of(name, JSON_TEXT).text
  }

  textOr(name: string, byDefault: string): string {
    return this.has(name) ? this.text(name) : byDefault
  }

  /** A whole number, as it was written. */
  number(name: string): string {
    return this.of(name, JSON_NUMBER).text
  }

  numberOr(name: string, byDefault: string): string {
    return this.has(name) ? this.number(name) : byDefault
  }

  u32(name: string): u32 {
    return <u32>U32.parseInt(this.number(name))
  }

  flag(name: string): bool {
    return this.has(name) && this.of(name, JSON_BOOLEAN).text === 'true'
  }

  /** Bytes, which are base64 text. */
  bytes(name: string): Uint8Array {
    const bytes = decodeBase64(this.text(name))
    if (bytes !== null) return bytes
    this.outcome.fail('invalid_base64', `member \`${name}\``)
    return new Uint8Array(0)
  }

  /** A value of any type, exactly as it was written. */
  raw(name: string): string {
    const value = this.json.member(name)
    if (value !== null) return value.source
    this.missing(name)
    return 'null'
  }

  rawOr(name: string, byDefault: string): string {
    return this.has(name) ? this.raw(name) : byDefault
  }

  list(name: string): Json[] {
    return this.of(name, JSON_LIST).items
  }

  object(name: string): Fields {
    return new Fields(this.of(name, JSON_OBJECT), this.outcome)
  }

  private of(name: string, kind: i32): Json {
    const value = this.json.member(name)
    if (value !== null && value.kind === kind) return value
    if (value === null) this.missing(name)
    else this.outcome.fail('parse_err', `invalid type of field \`${name}\``)
    return new Json()
  }

  private missing(name: string): void {
    this.outcome.fail('parse_err', `missing field \`${name}\``)
  }
}

/** A message of the form `{"name":{...}}`. */
export class Command {
  name: string
  fields: Fields

  constructor(name: string, fields: Fields) {
    this.name = name
    this.fields = fields
  }
}

/** Reads an object that the chain made or that a message must be. */
export function parseFields(text: string, outcome: Outcome): Fields {
  const json = parseJson(text)
  if (json !== null && json.kind === JSON_OBJECT) return new Fields(json, outcome)
  outcome.fail('parse_err', 'expected an object')
  return new Fields(new Json(), outcome)
}

/** The only member of an object, which names what to do. */
export function commandOf(message: Fields): Command {
  const json = message.json
  if (json.names.length === 1 && json.items[0].kind === JSON_OBJECT) {
    return new Command(json.names[0], new Fields(json.items[0], message.outcome))
  }
  message.outcome.fail('parse_err', 'expected one command with an object')
  return new Command('', message)
}
