import { type Address, parseAddress } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import { genericError } from '../std-error'
import type { TokenInfo } from './token-info'

const MAX_UINT128 = (1n << 128n) - 1n

/** Where tokens come from and go to; from nowhere they are minted, to nowhere burned. */
export interface Movement {
  readonly from?: Address
  readonly to?: Address
  readonly amount: bigint
}

export function balanceOf(storage: ContractStorage, id: string, owner: Address): bigint {
  return BigInt(storage.get(balanceKey(id, owner)) ?? '0')
}

/** True if the account ever had any, even if nothing is left. */
export function hasBalance(storage: ContractStorage, id: string, owner: Address): boolean {
  return storage.get(balanceKey(id, owner)) !== undefined
}

export function totalSupply(storage: ContractStorage, id: string): bigint {
  return BigInt(storage.get(`supply/${id}`) ?? '0')
}

/** Who has the only token of that id, if it is one of a kind. */
export function ownerOfNft(storage: ContractStorage, id: string): Address | undefined {
  const owner = storage.get(`owner/${id}`)
  return owner === undefined ? undefined : parseAddress(owner)
}

/** Moves tokens of one id, and keeps the supply and the owner of the only one. */
export function moveTokens(storage: ContractStorage, { id, config }: TokenInfo, movement: Movement): void {
  const { from, to, amount } = movement
  if (config.kind === 'nft' && amount !== 1n) throw genericError('NFT amount must == 1')
  if (from !== undefined) {
    const held = balanceOf(storage, id, from)
    if (held < amount) throw genericError('insufficient funds')
    storage.set(balanceKey(id, from), String(held - amount))
  }
  if (to !== undefined) {
    const total = balanceOf(storage, id, to) + amount
    if (total > MAX_UINT128) {
      throw genericError('recipient will become too rich. Total tokens exceeds 2^128')
    }
    storage.set(balanceKey(id, to), String(total))
    if (config.kind === 'nft') storage.set(`owner/${id}`, to)
  }
  const change = (to === undefined ? 0n : amount) - (from === undefined ? 0n : amount)
  if (change !== 0n) setSupply(storage, id, totalSupply(storage, id) + change)
}

function setSupply(storage: ContractStorage, id: string, supply: bigint): void {
  if (supply > MAX_UINT128) throw genericError('total supply exceeds max allowed of 2^128')
  storage.set(`supply/${id}`, String(supply))
}

function balanceKey(id: string, owner: Address): string {
  return `balance/${owner}/${id}`
}
