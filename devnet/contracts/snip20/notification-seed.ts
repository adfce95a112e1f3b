import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64, hex } from '@scure/base'
import { type Address, addressBytes } from '../../../src/domain/index'
import type { ContractStorage, ExecuteCall } from '../contract'
import { genericError } from '../std-error'

const SECRET = 'notification-secret'

/** Makes the secret that every account's seed is derived from, out of where and by whom the contract is instantiated. */
export function makeNotificationSecret(call: ExecuteCall): void {
  const { block, contract } = call.env
  const origin = JSON.stringify([block.chainId, block.height, block.timeMs, call.sender, contract.address])
  const secret = hkdf(sha256, utf8(origin), undefined, utf8('contract_internal_secret_sensitive'), 32)
  call.storage.set(SECRET, hex.encode(secret))
}

/** 32 bytes: what the account chose, or HKDF-SHA256 of the contract's secret, the address being `info` (Protocol 6.7). */
export function notificationSeed(storage: ContractStorage, account: Uint8Array): Uint8Array {
  const chosen = storage.get(chosenKey(account))
  if (chosen !== undefined) return hex.decode(chosen)
  return hkdf(sha256, readSecret(storage), undefined, account, 32)
}

/** Puts a seed of the account's own in place of the one it had, 32 bytes. */
export function chooseSeed(storage: ContractStorage, account: Address, seed: Uint8Array): void {
  storage.set(chosenKey(addressBytes(account)), hex.encode(seed))
}

export function accountSeed(storage: ContractStorage, account: Address): Uint8Array {
  return notificationSeed(storage, addressBytes(account))
}

/** HMAC-SHA256 of channel and salt, 32 bytes; the salt is the transaction's hash in upper-case hex (Protocol 6.7). */
export function notificationId(seed: Uint8Array, channel: string, txHash: string): Uint8Array {
  return hmac(sha256, seed, utf8(`${channel}:${txHash.toUpperCase()}`))
}

/** Addresses nobody has, 20 bytes each, the same at every run: they hide how many are notified. */
export function decoyAddresses(
  storage: ContractStorage,
  channel: string,
  txHash: string,
  count: number,
): Uint8Array[] {
  if (count === 0) return []
  const bytes = hkdf(sha256, readSecret(storage), utf8(txHash), utf8(`${channel}:decoys`), count * 20)
  return Array.from({ length: count }, (_, at) => bytes.slice(at * 20, (at + 1) * 20))
}

export function encodeId(id: Uint8Array): string {
  return base64.encode(id)
}

function chosenKey(account: Uint8Array): string {
  return `notification-seed-of-${hex.encode(account)}`
}

function readSecret(storage: ContractStorage): Uint8Array {
  const secret = storage.get(SECRET)
  if (secret === undefined) throw genericError('notification secret is missing')
  return hex.decode(secret)
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
