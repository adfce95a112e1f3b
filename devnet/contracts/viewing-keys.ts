import { createHash } from 'node:crypto'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import type { Address, JsonValue } from '../../src/domain/index'
import type { ContractStorage, ExecuteCall } from './contract'

const KEY_PREFIX = 'api_key_'
const COUNTER = 'viewing-key/count'
const SEED = 'viewing-key/seed'

/** What every standard says to a wrong viewing key, each in its own place (Protocol 6.3). */
export const WRONG_VIEWING_KEY = 'Wrong viewing key for this address or viewing key not set'

/** The answer of SNIP-20 and SNIP-1155 to a wrong key: the query succeeds and says so (Protocol 6.3). */
export const VIEWING_KEY_ERROR: JsonValue = { viewing_key_error: { msg: WRONG_VIEWING_KEY } }

/** Keeps the secret that the contract was instantiated with: what created keys are made from. */
export function seedViewingKeys(storage: ContractStorage, seed: string): void {
  storage.set(SEED, seed)
}

/** Makes a key for the caller out of the contract's seed, the caller's entropy and the place in the chain. */
export function createViewingKey(call: ExecuteCall, entropy: string): string {
  const made = Number(call.storage.get(COUNTER) ?? '0') + 1
  call.storage.set(COUNTER, String(made))
  const { height, timeMs } = call.env.block
  const material = JSON.stringify([
    call.storage.get(SEED) ?? '',
    entropy,
    call.sender,
    call.env.contract.address,
    height,
    timeMs,
    made,
  ])
  const key = KEY_PREFIX + base64.encode(sha256(new TextEncoder().encode(material)))
  setViewingKey(call.storage, call.sender, key)
  return key
}

/** Only the hash is kept, as in the real contract. */
export function setViewingKey(storage: ContractStorage, address: Address, key: string): void {
  storage.set(`viewing-key/${address}`, hashOf(key))
}

export function isViewingKey(storage: ContractStorage, address: Address, key: string): boolean {
  return storage.get(`viewing-key/${address}`) === hashOf(key)
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
