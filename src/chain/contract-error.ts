import { type Opened, openError } from '../crypto/tx-cipher'
import { SottoError } from '../domain/index'

/** A contract's refusal. The message is its own words, opened and made readable. */
export class ContractError extends SottoError {
  override readonly name = 'ContractError'
  /** Exactly what the contract said. */
  readonly said: string

  constructor(code: 'contract/refused' | 'contract/unreadable', message: string, said: string) {
    super(code, message)
    this.said = said
  }
}

/** Where an error sits in a node's text: which message failed, and the sealed part if there is one. */
export interface FoundError {
  readonly messageIndex: number | undefined
  readonly sealed: string | undefined
}

const NEWER = /encrypted: ([A-Za-z0-9+/=]+): (?:instantiate|execute|query|reply to|migrate) contract failed/
const OLDER = /contract failed: encrypted: ([A-Za-z0-9+/=]+)/
const INDEX = /message index: (\d{1,4})\b/

/** Finds the sealed part of a node's error in both orders that chains have written it. Protocol 2.2, 2.4. */
export function findError(text: string): FoundError {
  const index = INDEX.exec(text)?.[1]
  const sealed = (NEWER.exec(text) ?? OLDER.exec(text))?.[1]
  return { messageIndex: index === undefined ? undefined : Number(index), sealed }
}

/** Opens the sealed part of a node's error; undefined when the error is plain text. Throws `tx-key/length`. Protocol 2.3. */
export function openNodeError(txKey: Uint8Array, text: string): Opened | undefined {
  const { sealed } = findError(text)
  return sealed === undefined ? undefined : openError(txKey, sealed)
}

/** Puts a contract's error into words: the JSON of older contracts or the text of newer ones. Protocol 2.3. */
export function errorWords(said: string): string {
  const bare = said.replace(/^"+|"+$/g, '')
  return (
    stdErrorWords(said) ??
    stdErrorWords(unescapeJson(bare)) ??
    unescapeJson(bare).replace(/^Generic error: /, '')
  )
}

function stdErrorWords(text: string): string | undefined {
  const json = parse(text)
  if (!isRecord(json)) return undefined
  const [kind, detail] = Object.entries(json)[0] ?? []
  const part = (key: string): string => {
    const value = isRecord(detail) ? detail[key] : undefined
    return typeof value === 'string' ? value : ''
  }
  switch (kind) {
    case 'generic_err':
      return part('msg') || undefined
    case 'parse_err':
      return `The contract could not read ${part('target') || 'the message'}: ${part('msg')}`
    case 'serialize_err':
      return `The contract could not write ${part('source') || 'its answer'}: ${part('msg')}`
    case 'not_found':
      return `The contract did not find ${part('kind') || 'what was asked for'}.`
    case 'unauthorized':
      return 'The contract does not allow this account to do that.'
    case 'underflow':
      return `The contract refused: ${part('minuend')} is less than ${part('subtrahend')}.`
    case 'invalid_base64':
    case 'invalid_utf8':
      return `The contract could not read the message: ${part('msg')}`
    case 'null_pointer':
      return 'The contract failed inside.'
    default:
      return undefined
  }
}

/** The enclave leaves the text of newer contracts escaped as inside a JSON string. */
function unescapeJson(text: string): string {
  if (!text.includes('\\')) return text
  const json = parse(`"${text}"`)
  return typeof json === 'string' ? json : text
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
