import type { Any } from '@bufbuild/protobuf/wkt'
import type { Address } from '../../../src/domain/index'
import type { Store } from '../../store/store'
import { moduleAddress } from '../module-address'
import { type Account, accountFromText, accountToText } from './account'
import { moduleNames } from './module-accounts'
import type { Vesting } from './vesting'

export type { Account }

const ACCOUNTS = 'auth/accounts'
const NUMBERS = 'auth/numbers'
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
  return text === undefined ? undefined : accountFromText(address as Address, text)
}

/** The address that has an account number. */
export function findAddressByNumber(store: Store, accountNumber: string): string | undefined {
  return store.area(NUMBERS).get(accountNumber)
}

/** The addresses of all accounts, in order. */
export function listAddresses(store: Store): string[] {
  return store.area(ACCOUNTS).keys()
}

/** Gives an address an account number if it has none yet, as the chain does on the first coins it receives. */
export function ensureAccount(store: Store, address: Address): Account {
  return findAccount(store, address) ?? createAccount(store, address)
}

/** Makes an account that holds back coins; the address must have none. */
export function createVestingAccount(store: Store, address: Address, vesting: Vesting): void {
  writeAccount(store, { ...createAccount(store, address), vesting })
}

/** Makes the accounts of all chain modules. */
export function createModuleAccounts(store: Store): void {
  for (const name of moduleNames()) ensureAccount(store, moduleAddress(name))
}

export function setPublicKey(store: Store, account: Account, publicKey: Any): Account {
  const next = { ...account, publicKey }
  writeAccount(store, next)
  return next
}

export function setVesting(store: Store, account: Account, vesting: Vesting): void {
  writeAccount(store, { ...account, vesting })
}

/** Counts one more transaction of an account; throws when there is no such account. */
export function advanceSequence(store: Store, address: Address): void {
  const account = findAccount(store, address)
  if (account === undefined) throw new Error(`account ${address} does not exist`)
  writeAccount(store, { ...account, sequence: account.sequence + 1n })
}

function createAccount(store: Store, address: Address): Account {
  const counters = store.area(COUNTERS)
  const accountNumber = BigInt(counters.get('next') ?? '0')
  counters.set('next', String(accountNumber + 1n))
  store.area(NUMBERS).set(String(accountNumber), address)
  const account: Account = { address, accountNumber, sequence: 0n }
  writeAccount(store, account)
  return account
}

function writeAccount(store: Store, account: Account): void {
  store.area(ACCOUNTS).set(account.address, accountToText(account))
}
