import { create } from '@bufbuild/protobuf'
import { type Any, AnySchema } from '@bufbuild/protobuf/wkt'
import { base64 } from '@scure/base'
import type { Address } from '../../../src/domain/index'
import type { Store } from '../../store/store'

export interface Account {
  readonly address: Address
  readonly accountNumber: bigint
  readonly sequence: bigint
  /** Known from the account's first transaction on. */
  readonly publicKey?: Any
  /** Set on the accounts of chain modules. */
  readonly moduleName?: string
}

interface StoredAccount {
  readonly number: string
  readonly sequence: string
  readonly publicKey?: { readonly typeUrl: string; readonly value: string }
  readonly moduleName?: string
}

const ACCOUNTS = 'auth/accounts'
const COUNTERS = 'auth/counters'

export const AUTH_PARAMS = {
  max_memo_characters: '256',
  tx_sig_limit: '7',
  tx_size_cost_per_byte: '10',
  sig_verify_cost_ed25519: '590',
  sig_verify_cost_secp256k1: '1000',
} as const

export function findAccount(store: Store, address: string): Account | undefined {
  const text = store.area(ACCOUNTS).get(address)
  return text === undefined ? undefined : fromStored(address as Address, JSON.parse(text))
}

/** Gives an address an account number if it has none yet, as the chain does on the first coins it receives. */
export function ensureAccount(store: Store, address: Address, moduleName?: string): Account {
  const known = findAccount(store, address)
  if (known !== undefined) return known
  const counters = store.area(COUNTERS)
  const accountNumber = BigInt(counters.get('next') ?? '0')
  counters.set('next', String(accountNumber + 1n))
  const account: Account = {
    address,
    accountNumber,
    sequence: 0n,
    ...(moduleName !== undefined && { moduleName }),
  }
  writeAccount(store, account)
  return account
}

export function setPublicKey(store: Store, account: Account, publicKey: Any): Account {
  const next = { ...account, publicKey }
  writeAccount(store, next)
  return next
}

/** Counts one more transaction of an account; throws when there is no such account. */
export function advanceSequence(store: Store, address: Address): void {
  const account = findAccount(store, address)
  if (account === undefined) throw new Error(`account ${address} does not exist`)
  writeAccount(store, { ...account, sequence: account.sequence + 1n })
}

function writeAccount(store: Store, { address, ...account }: Account): void {
  const { publicKey, moduleName } = account
  const stored: StoredAccount = {
    number: String(account.accountNumber),
    sequence: String(account.sequence),
    ...(publicKey && { publicKey: { typeUrl: publicKey.typeUrl, value: base64.encode(publicKey.value) } }),
    ...(moduleName !== undefined && { moduleName }),
  }
  store.area(ACCOUNTS).set(address, JSON.stringify(stored))
}

function fromStored(address: Address, { number, sequence, publicKey, moduleName }: StoredAccount): Account {
  return {
    address,
    accountNumber: BigInt(number),
    sequence: BigInt(sequence),
    ...(publicKey && {
      publicKey: create(AnySchema, { typeUrl: publicKey.typeUrl, value: base64.decode(publicKey.value) }),
    }),
    ...(moduleName !== undefined && { moduleName }),
  }
}
