import { base64 } from '@scure/base'
import type { Address } from '../../src/domain/index'
import type { Store } from '../store/store'

export interface Account {
  readonly address: Address
  readonly accountNumber: bigint
  readonly sequence: bigint
  /** 33 bytes, known from the account's first transaction on. */
  readonly publicKey?: Uint8Array
  /** Set on the accounts of chain modules. */
  readonly moduleName?: string
}

interface StoredAccount {
  readonly number: string
  readonly sequence: string
  readonly publicKey?: string
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

export function findAccount(store: Store, address: Address): Account | undefined {
  const text = store.area(ACCOUNTS).get(address)
  if (text === undefined) return undefined
  const stored: StoredAccount = JSON.parse(text)
  return {
    address,
    accountNumber: BigInt(stored.number),
    sequence: BigInt(stored.sequence),
    ...(stored.publicKey !== undefined && { publicKey: base64.decode(stored.publicKey) }),
    ...(stored.moduleName !== undefined && { moduleName: stored.moduleName }),
  }
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

export function setPublicKey(store: Store, account: Account, publicKey: Uint8Array): Account {
  const next = { ...account, publicKey }
  writeAccount(store, next)
  return next
}

export function advanceSequence(store: Store, account: Account): void {
  writeAccount(store, { ...account, sequence: account.sequence + 1n })
}

function writeAccount(store: Store, account: Account): void {
  const stored: StoredAccount = {
    number: String(account.accountNumber),
    sequence: String(account.sequence),
    ...(account.publicKey !== undefined && { publicKey: base64.encode(account.publicKey) }),
    ...(account.moduleName !== undefined && { moduleName: account.moduleName }),
  }
  store.area(ACCOUNTS).set(account.address, JSON.stringify(stored))
}
