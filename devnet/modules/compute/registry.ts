import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { type Address, addressBytes, addressFromBytes, parseAddress } from '../../../src/domain/index'
import { findCode, type StoredCode } from '../../contracts/catalog'
import type { Store } from '../../store/store'
import { accountExists, computeNotFound } from './compute-errors'

/** An instantiated contract. */
export interface ContractRecord {
  readonly address: Address
  readonly codeId: number
  readonly creator: Address
  readonly label: string
  readonly admin: string
  readonly createdHeight: number
  readonly createdTxIndex: number
  /** Base64 of the init message as it was sent. */
  readonly initMessage: string
}

const CONTRACTS = 'compute/contracts'
const LABELS = 'compute/labels'
const COUNTERS = 'compute/counters'

function findContract(store: Store, address: string): ContractRecord | undefined {
  const text = store.area(CONTRACTS).get(address)
  return text === undefined ? undefined : (JSON.parse(text) as ContractRecord)
}

export function contractsOfCode(store: Store, codeId: number): ContractRecord[] {
  return store
    .area(CONTRACTS)
    .keys()
    .flatMap((address) => findContract(store, address) ?? [])
    .filter((record) => record.codeId === codeId)
}

export function findByLabel(store: Store, label: string): Address | undefined {
  const address = store.area(LABELS).get(label)
  return address === undefined ? undefined : parseAddress(address)
}

/** Throws `contract: not found` as the chain does. */
export function requireContract(store: Store, address: string): { record: ContractRecord; code: StoredCode } {
  const record = findContract(store, address)
  if (record === undefined) throw computeNotFound('contract')
  return { record, code: requireCode(record.codeId) }
}

export function requireCode(codeId: number): StoredCode {
  const code = findCode(codeId)
  if (code === undefined) throw computeNotFound('code')
  return code
}

/** Takes the next address for a new contract; a label can be used once on the whole chain. */
export function registerContract(store: Store, contract: Omit<ContractRecord, 'address'>): ContractRecord {
  const labels = store.area(LABELS)
  if (labels.get(contract.label) !== undefined) throw accountExists(contract.label)
  const counters = store.area(COUNTERS)
  const instanceId = Number(counters.get('instance') ?? '0') + 1
  counters.set('instance', String(instanceId))
  const record = { ...contract, address: contractAddress(contract.codeId, instanceId, contract.creator) }
  labels.set(record.label, record.address)
  store.area(CONTRACTS).set(record.address, JSON.stringify(record))
  return record
}

/** RIPEMD-160 of SHA-256 over code and instance number (8 bytes) and the creator (Protocol 3.6). */
function contractAddress(codeId: number, instanceId: number, creator: Address): Address {
  const material = new Uint8Array(28)
  new DataView(material.buffer).setBigUint64(0, (BigInt(codeId) << 32n) + BigInt(instanceId))
  material.set(addressBytes(creator), 8)
  return addressFromBytes(ripemd160(sha256(material)))
}
