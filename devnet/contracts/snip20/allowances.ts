import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import { type Page, pageOf } from '../history'
import { momentOf } from '../last-block'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { readStored, writeStored } from '../stored'
import type { TokenCall, TokenHandled } from './token-call'

interface Allowance {
  readonly amount: bigint
  /** Unix seconds; absent means it never expires. */
  readonly expiration: number | undefined
}

const MAX_UINT128 = (1n << 128n) - 1n

/** increase_allowance and decrease_allowance: both answer the new allowance and never go below zero. */
export function changeAllowance(
  call: TokenCall,
  name: 'increase_allowance' | 'decrease_allowance',
  fields: MessageFields,
): TokenHandled {
  const owner = call.sender
  const spender = fields.address('spender')
  const change = fields.amount('amount')
  const current = liveAllowance(call, owner, spender)
  const amount =
    name === 'increase_allowance'
      ? min(current.amount + change, MAX_UINT128)
      : current.amount - min(current.amount, change)
  const named = fields.optionalInteger('expiration')
  writeAllowance(call.storage, owner, spender, { amount, expiration: named ?? current.expiration })
  return {
    answer: { [name]: { spender, owner, allowance: String(amount) } },
    notices: [{ kind: 'allowance', spender, allower: owner, amount, expiration: named ?? 0 }],
  }
}

/** Takes `amount` from what `owner` allows the caller; throws when it is not enough or has expired. */
export function spendAllowance(call: TokenCall, owner: Address, amount: bigint): void {
  const allowance = liveAllowance(call, owner, call.sender)
  if (allowance.amount < amount) {
    throw genericError(`insufficient allowance: allowance=${allowance.amount}, required=${amount}`)
  }
  const left = { ...allowance, amount: allowance.amount - amount }
  writeAllowance(call.storage, owner, call.sender, left)
}

export function queryAllowance(storage: ContractStorage, owner: Address, spender: Address): JsonValue {
  const { amount, expiration } = readAllowance(storage, owner, spender)
  return { allowance: { spender, owner, allowance: String(amount), expiration: expiration ?? null } }
}

export function queryAllowancesGiven(storage: ContractStorage, owner: Address, page: Page): JsonValue {
  const spenders = readList(storage, `allowed-by/${owner}`)
  const allowances = pageOf(spenders, page).map((spender) => {
    const { amount, expiration } = readAllowance(storage, owner, spender)
    return { spender, allowance: String(amount), expiration: expiration ?? null }
  })
  return { allowances_given: { owner, allowances, count: spenders.length } }
}

export function queryAllowancesReceived(storage: ContractStorage, spender: Address, page: Page): JsonValue {
  const owners = readList(storage, `allowed-to/${spender}`)
  const allowances = pageOf(owners, page).map((owner) => {
    const { amount, expiration } = readAllowance(storage, owner, spender)
    return { owner, allowance: String(amount), expiration: expiration ?? null }
  })
  return { allowances_received: { spender, allowances, count: owners.length } }
}

function liveAllowance(call: TokenCall, owner: Address, spender: Address): Allowance {
  const allowance = readAllowance(call.storage, owner, spender)
  const expired = allowance.expiration !== undefined && momentOf(call.env).time >= allowance.expiration
  return expired ? { amount: 0n, expiration: undefined } : allowance
}

function readAllowance(storage: ContractStorage, owner: Address, spender: Address): Allowance {
  const key = `allowance/${owner}/${spender}`
  const stored = readStored<{ amount: string; expiration?: number }>(storage, key)
  return { amount: BigInt(stored?.amount ?? '0'), expiration: stored?.expiration }
}

function writeAllowance(
  storage: ContractStorage,
  owner: Address,
  spender: Address,
  { amount, expiration }: Allowance,
): void {
  writeStored(storage, `allowance/${owner}/${spender}`, { amount: String(amount), expiration })
  addToList(storage, `allowed-by/${owner}`, spender)
  addToList(storage, `allowed-to/${spender}`, owner)
}

function readList(storage: ContractStorage, key: string): Address[] {
  return readStored<Address[]>(storage, key) ?? []
}

function addToList(storage: ContractStorage, key: string, address: Address): void {
  const list = readList(storage, key)
  if (!list.includes(address)) writeStored(storage, key, [...list, address])
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
