import type { Address } from '../../../src/domain/index'
import type { ContractStorage } from '../contract'
import type { Metadata } from '../nft-metadata'
import { genericError } from '../std-error'
import { readStored, writeStored } from '../stored'
import { readConfig } from './config'
import type { Permission } from './permission-list'
import type { Royalties } from './royalties'

/** When and by whom a token was minted, and which of how many it is. */
export interface MintRun {
  readonly creator: Address
  /** Unix seconds. */
  readonly time: number
  readonly run: number | null
  readonly serial: number | null
  readonly quantity: number | null
}

export interface Token {
  readonly id: string
  /** Its place in the order of minting, from 0. */
  readonly index: number
  readonly owner: Address
  readonly permissions: readonly Permission[]
  /** False while its private metadata is sealed. */
  readonly unwrapped: boolean
  readonly transferable: boolean
  readonly mintRun: MintRun
  readonly publicMetadata?: Metadata | undefined
  readonly privateMetadata?: Metadata | undefined
  readonly royalties?: Royalties | undefined
}

export function findToken(storage: ContractStorage, id: string): Token | undefined {
  return readStored<Token>(storage, `token/${id}`)
}

/** Throws `Token ID: … not found`, or `hidden` where nobody may know which tokens there are. */
export function requireToken(storage: ContractStorage, id: string, hidden: string): Token {
  const token = findToken(storage, id)
  if (token !== undefined) return token
  throw genericError(readConfig(storage).supplyIsPublic ? notFound(id) : hidden)
}

export function notFound(id: string): string {
  return `Token ID: ${id} not found`
}

/** What everybody is told who may not do something to a token. */
export function notAuthorized(id: string): string {
  return `You are not authorized to perform this action on token ${id}`
}

/** Writes a token that is there already, whose owner stays the same. */
export function writeToken(storage: ContractStorage, token: Token): void {
  writeStored(storage, `token/${token.id}`, token)
}

export function addToken(storage: ContractStorage, token: Token): void {
  writeToken(storage, token)
  storage.set(`index/${token.index}`, token.id)
  writeInventory(storage, token.owner, [...inventoryOf(storage, token.owner), token.id])
}

/** Gives a token to another owner, who begins without any approvals. */
export function giveToken(storage: ContractStorage, token: Token, owner: Address): void {
  takeFromInventory(storage, token)
  writeToken(storage, { ...token, owner, permissions: [] })
  writeInventory(storage, owner, [...inventoryOf(storage, owner), token.id])
}

export function removeToken(storage: ContractStorage, token: Token): void {
  takeFromInventory(storage, token)
  storage.remove(`index/${token.index}`)
  storage.remove(`token/${token.id}`)
}

/** Ids of what an account owns, the newest last. */
export function inventoryOf(storage: ContractStorage, owner: Address): string[] {
  return readStored<string[]>(storage, `inventory/${owner}`) ?? []
}

/** Ids of all tokens in the order of minting, from the given place on. */
export function tokenIdsFrom(storage: ContractStorage, index: number): string[] {
  const { minted } = readConfig(storage)
  const ids: string[] = []
  for (let at = index; at < minted; at++) {
    const id = storage.get(`index/${at}`)
    if (id !== undefined) ids.push(id)
  }
  return ids
}

function takeFromInventory(storage: ContractStorage, { id, owner }: Token): void {
  writeInventory(
    storage,
    owner,
    inventoryOf(storage, owner).filter((other) => other !== id),
  )
}

function writeInventory(storage: ContractStorage, owner: Address, ids: readonly string[]): void {
  writeStored(storage, `inventory/${owner}`, ids)
}
