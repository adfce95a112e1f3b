import { type Address, isAddress, type JsonObject, type JsonValue } from '../../../src/domain/index'

/** What a memo asks a contract to do with the coins it comes with (Protocol 9.1). */
export type HookMemo =
  | { readonly kind: 'none' }
  | { readonly kind: 'call'; readonly contract: Address; readonly message: JsonObject }
  /** The memo has the key and is not in order; `reason` is in the chain's words. */
  | { readonly kind: 'malformed'; readonly reason: string }

/** Reads a memo with the top-level key `wasm`; anything that is no such JSON is none. */
export function readHookMemo(memo: string, receiver: string): HookMemo {
  const wasm = parseObject(memo)?.['wasm']
  if (wasm === undefined) return { kind: 'none' }
  const malformed = (detail: string): HookMemo => ({
    kind: 'malformed',
    reason: `wasm metadata not properly formatted for: '${memo}'. ${detail}`,
  })
  if (!isObject(wasm)) return malformed('wasm metadata is not a valid JSON map object')
  const { contract, msg } = wasm
  if (typeof contract !== 'string') return malformed('Could not find key wasm["contract"]')
  if (!isAddress(contract)) return malformed('wasm["contract"] is not a valid bech32 address')
  if (contract !== receiver) {
    return malformed('wasm["contract"] should be the same as the receiver of the packet')
  }
  if (msg === undefined || msg === null) return malformed('Could not find key wasm["msg"]')
  if (!isObject(msg)) return malformed('wasm["msg"] is not a map object')
  return { kind: 'call', contract, message: msg }
}

/** The contract that a memo wants called back: nobody but the sender of the packet (Protocol 9.1). */
export function readCallback(memo: string, sender: string): Address | undefined {
  const contract = parseObject(memo)?.['ibc_callback']
  return typeof contract === 'string' && contract === sender && isAddress(contract) ? contract : undefined
}

/** Whether a memo is a JSON object with that key. */
export function hasMemoKey(memo: string, key: string): boolean {
  const found = parseObject(memo)
  return found !== undefined && Object.hasOwn(found, key)
}

function parseObject(memo: string): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(memo)
    return isObject(value) ? value : undefined
  } catch {
    // Most memos are words for people.
    return undefined
  }
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
