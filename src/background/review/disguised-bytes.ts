/** Finds what must not be signed as a mere text: anything that looks like the bytes of a transaction, in whatever wrapping. */
import { base64, hex } from '@scure/base'
import { isTxSeedText, looksLikeTx } from '../../chain/codec/index'

export type Disguise = 'tx-seed' | 'text-is-transaction'

/** How many wrappings (base64, hex, JSON text) are taken off. */
const DEEPEST = 4

/**
 * Undefined for bytes that look like no transaction. Under ADR-36, which wraps them, they would be harmless, but there is no
 * honest reason to have them signed. Never throws. Protocol 1.5, 3.3, 3.5.
 */
export function disguiseOf(data: Uint8Array, depth = 0): Disguise | undefined {
  if (looksLikeTx(data)) return 'text-is-transaction'
  const text = textOf(data)
  return text === undefined ? undefined : disguiseOfText(text, depth)
}

function disguiseOfText(text: string, depth: number): Disguise | undefined {
  if (isTxSeedText(text)) return 'tx-seed'
  const value = jsonIn(text)
  if (isSignDoc(value)) return 'text-is-transaction'
  if (depth >= DEEPEST) return undefined
  if (typeof value === 'string') return disguiseOfText(value, depth + 1)
  const bytes = unwrapped(text)
  return bytes === undefined ? undefined : disguiseOf(bytes, depth + 1)
}

function textOf(data: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** The enclave looks for the first brace and reads from there, so what stands before (as in EIP-191) does not matter. Protocol 3.5. */
function jsonIn(text: string): unknown {
  const whole = parsed(text)
  if (whole !== undefined) return whole
  const start = text.indexOf('{')
  return start === -1 ? undefined : parsed(text.slice(start, text.lastIndexOf('}') + 1))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}

const MEMBERS = ['account_number', 'chain_id', 'fee', 'memo', 'sequence']

/** Messages with at least two of the members that stand beside them in every sign document. */
function isSignDoc(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'msgs')) return false
  return MEMBERS.filter((member) => Object.hasOwn(value, member)).length >= 2
}

/** Undefined for a text that is not all base64 or hex. Each look goes through the text once, however long a page made it. */
function unwrapped(text: string): Uint8Array | undefined {
  const packed = text.replace(/\s+/g, '')
  const digits = packed.replace(/^0x/i, '').toLowerCase()
  if (digits.length >= 16 && /^(?:[0-9a-f]{2})+$/.test(digits)) return hex.decode(digits)
  const standard = /^([A-Za-z0-9+/]{16,})=*$/.exec(packed.replaceAll('-', '+').replaceAll('_', '/'))?.[1]
  if (standard === undefined || standard.length % 4 === 1) return undefined
  return decoded(standard.padEnd(Math.ceil(standard.length / 4) * 4, '='))
}

function decoded(text: string): Uint8Array | undefined {
  try {
    return base64.decode(text)
  } catch (error) {
    // Bits left over in the last letter: nobody would read this as base64.
    if (error instanceof Error) return undefined
    throw error
  }
}
