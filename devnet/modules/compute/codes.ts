import { base64 } from '@scure/base'
import type { Store } from '../../store/store'
import { computeNotFound } from './compute-errors'

/** Code that contracts are made of. */
export interface StoredCode {
  readonly codeId: number
  /** SHA-256 of the unpacked module, lower-case hex (Protocol 8). */
  readonly codeHash: string
  readonly creator: string
  readonly source: string
  readonly builder: string
}

const CODES = 'compute/codes'
const MODULES = 'compute/modules'
const COUNTERS = 'compute/counters'

/** Keeps unpacked code under the next number. */
export function addCode(store: Store, wasm: Uint8Array, code: Omit<StoredCode, 'codeId'>): StoredCode {
  const counters = store.area(COUNTERS)
  const codeId = Number(counters.get('code') ?? '0') + 1
  counters.set('code', String(codeId))
  const stored: StoredCode = { codeId, ...code }
  store.area(CODES).set(keyOf(codeId), JSON.stringify(stored))
  store.area(MODULES).set(code.codeHash, base64.encode(wasm))
  return stored
}

/** Throws `code: not found` as the chain does. */
export function requireCode(store: Store, codeId: number): StoredCode {
  const text = store.area(CODES).get(keyOf(codeId))
  if (text === undefined) throw computeNotFound('code')
  return JSON.parse(text)
}

/** All codes in the order of their numbers. */
export function allCodes(store: Store): StoredCode[] {
  const codes = store.area(CODES)
  return codes.keys().map((key): StoredCode => JSON.parse(codes.get(key) ?? 'null'))
}

/** The unpacked module. */
export function readModule(store: Store, codeHash: string): Uint8Array {
  const text = store.area(MODULES).get(codeHash)
  if (text === undefined) throw computeNotFound('code')
  return base64.decode(text)
}

/** Keys sort as their numbers do. */
function keyOf(codeId: number): string {
  return String(codeId).padStart(15, '0')
}
