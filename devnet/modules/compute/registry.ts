import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { type Address, addressBytes, addressFromBytes, parseAddress } from '../../../src/domain/index'
import type { Store } from '../../store/store'
import { requireCode, type StoredCode } from './codes'
import { accountExists, computeNotFound } from './compute-errors'

/** An instantiated contract. */
export interface ContractRecord {
  readonly address: Address
  readonly codeId: number
  readonly creator: Address
  readonly label: string
  /** Empty when nobody may change the code. */
  readonly admin: string
  readonly createdHeight: number
  readonly createdTxIndex: number
  /** Only a passed proposal may change the code (Protocol 8). */
  readonly requireGovernance: boolean
}

/** A contract with the code it runs on. */
export interface Located {
  readonly record: ContractRecord
  readonly code: StoredCode
}

const CONTRACTS = 'compute/contracts'
const LABELS = 'compute/labels'
const BY_CODE = 'compute/by-code'
const COUNTERS = 'compute/counters'

export function findContract(store: Store, address: string): ContractRecord | undefined {
  const text = store.area(CONTRACTS).get(address)
  return text === undefined ? undefined : (JSON.parse(text) as ContractRecord)
}

/** In the order in which they came to that code. */
export function contractsOfCode(store: Store, codeId: number): ContractRecord[] {
  const byCode = store.area(BY_CODE)
  return byCode.keys(`${codeId}/`).flatMap((key) => findContract(store, byCode.get(key) ?? '') ?? [])
}

export function findByLabel(store: Store, label: string): Address | undefined {
  const address = store.area(LABELS).get(label)
  return address === undefined ? undefined : parseAddress(address)
}

/** Throws `contract: not found` as the chain does. */
export function requireContract(store: Store, address: string): Located {
  const record = findContract(store, address)
  if (record === undefined) throw computeNotFound('contract')
  return { record, code: requireCode(store, record.codeId) }
}

/** Takes the next address for a new contract; a label can be used once on the whole chain. */
export function registerContract(
  store: Store,
  contract: Omit<ContractRecord, 'address' | 'requireGovernance'>,
): ContractRecord {
  const labels = store.area(LABELS)
  if (labels.get(contract.label) !== undefined) throw accountExists(contract.label)
  const instanceId = nextNumber(store, 'instance')
  const address = contractAddress(contract.codeId, instanceId, contract.creator)
  const record: ContractRecord = { ...contract, address, requireGovernance: false }
  labels.set(record.label, record.address)
  writeContract(store, record)
  listUnderCode(store, record)
  return record
}

export function changeContract(
  store: Store,
  record: ContractRecord,
  change: Partial<Pick<ContractRecord, 'codeId' | 'admin' | 'requireGovernance'>>,
): ContractRecord {
  const changed = { ...record, ...change }
  writeContract(store, changed)
  if (changed.codeId !== record.codeId) {
    const byCode = store.area(BY_CODE)
    const old = byCode.keys(`${record.codeId}/`).find((key) => byCode.get(key) === record.address)
    if (old !== undefined) byCode.delete(old)
    listUnderCode(store, changed)
  }
  return changed
}

function listUnderCode(store: Store, { codeId, address }: ContractRecord): void {
  const place = String(nextNumber(store, 'place')).padStart(15, '0')
  store.area(BY_CODE).set(`${codeId}/${place}`, address)
}

function writeContract(store: Store, record: ContractRecord): void {
  store.area(CONTRACTS).set(record.address, JSON.stringify(record))
}

function nextNumber(store: Store, name: string): number {
  const counters = store.area(COUNTERS)
  const number = Number(counters.get(name) ?? '0') + 1
  counters.set(name, String(number))
  return number
}

/** RIPEMD-160 of SHA-256 over code and instance number (8 bytes) and the creator (Protocol 3.6). */
function contractAddress(codeId: number, instanceId: number, creator: Address): Address {
  const material = new Uint8Array(28)
  new DataView(material.buffer).setBigUint64(0, (BigInt(codeId) << 32n) + BigInt(instanceId))
  material.set(addressBytes(creator), 8)
  return addressFromBytes(ripemd160(sha256(material)))
}
