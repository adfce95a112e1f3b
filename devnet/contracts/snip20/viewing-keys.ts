import { sha256 } from '@noble/hashes/sha2.js'
import { base64, hex } from '@scure/base'
import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractStorage, ExecuteCall } from '../contract'
import { readConfig } from './config'

const KEY_PREFIX = 'api_key_'
const COUNTER = 'viewing-key/count'

/** Makes a key for the caller out of the token's seed, the caller's entropy and the place in the chain. */
export function createViewingKey(call: ExecuteCall, entropy: string): string {
  const made = Number(call.storage.get(COUNTER) ?? '0') + 1
  call.storage.set(COUNTER, String(made))
  const { height, timeMs } = call.env.block
  const material = JSON.stringify([
    readConfig(call.storage).prngSeed,
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

/** The answer to a wrong key: the query succeeds and says so (Protocol 6.3). */
export const WRONG_VIEWING_KEY: JsonValue = {
  viewing_key_error: { msg: 'Wrong viewing key for this address or viewing key not set' },
}

function hashOf(key: string): string {
  return hex.encode(sha256(new TextEncoder().encode(key)))
}
