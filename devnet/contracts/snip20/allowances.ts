import type { Address, JsonValue } from '../../../src/domain/index'
import type { ContractEnv, ContractStorage, ExecuteCall } from '../contract'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import type { Page } from './history'

interface Allowance {
  readonly amount: bigint
  /** Unix seconds; absent means it never expires. */
  readonly expiration: number | undefined
}

const MAX_UINT128 = (1n << 128n) - 1n

/** increase_allowance and decrease_allowance: both answer the new allowance and never go below zero. */
export function changeAllowance(
  call: ExecuteCall,
  name: 'increase_allowance' | 'decrease_allowance',
  fields: MessageFields,
): JsonValue {
  const owner = call.sender
  const spender = fields.address('spender')
  const amount = fields.amount('amount')
  const current = liveAllowance(call, owner, spender)
  const next =
    name === 'increase_allowance'
      ? min(current.amount + amount, MAX_UINT128)
      : current.amount > amount
        ? current.amount - amount
        : 0n
  const expiration = fields.optionalInteger('expiration') ?? current.expiration
  writeAllowance(call.storage, owner, spender, { amount: next, expiration })
  return { [name]: { spender, owner, allowance: String(next) } }
}

/** Takes `amount` from what `owner` allows the caller; throws when it is not enough or has expired. */
export function spendAllowance(call: ExecuteCall, owner: Address, amount: bigint): void {
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

function liveAllowance(
  call: { storage: ContractStorage; env: ContractEnv },
  owner: Address,
  spender: Address,
) {
  const allowance = readAllowance(call.storage, owner, spender)
  const expired = allowance.expiration !== undefined && call.env.block.timeMs / 1000 >= allowance.expiration
  return expired ? { amount: 0n, expiration: undefined } : allowance
}

function readAllowance(storage: ContractStorage, owner: Address, spender: Address): Allowance {
  const text = storage.get(`allowance/${owner}/${spender}`)
  if (text === undefined) return { amount: 0n, expiration: undefined }
  const stored = JSON.parse(text) as { amount: string; expiration?: number }
  return { amount: BigInt(stored.amount), expiration: stored.expiration }
}

function writeAllowance(
  storage: ContractStorage,
  owner: Address,
  spender: Address,
  allowance: Allowance,
): void {
  const { amount, expiration } = allowance
  storage.set(`allowance/${owner}/${spender}`, JSON.stringify({ amount: String(amount), expiration }))
  addToList(storage, `allowed-by/${owner}`, spender)
  addToList(storage, `allowed-to/${spender}`, owner)
}

function readList(storage: ContractStorage, key: string): Address[] {
  return JSON.parse(storage.get(key) ?? '[]') as Address[]
}

function addToList(storage: ContractStorage, key: string, address: Address): void {
  const list = readList(storage, key)
  if (!list.includes(address)) storage.set(key, JSON.stringify([...list, address]))
}

function pageOf<T>(list: readonly T[], { page, size }: Page): readonly T[] {
  return list.slice(page * size, (page + 1) * size)
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
