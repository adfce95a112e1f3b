import { base64 } from '@scure/base'
import type { AccountPath, SigningKey } from '../../crypto/index'
import { type Address, addressFromBytes } from '../../domain/index'
import type { StoredAccount } from './account-schema'

export interface Account {
  readonly name: string
  readonly address: Address
  /** Compressed, 33 bytes. */
  readonly publicKey: Uint8Array
  readonly path: AccountPath
}

/** The path of the account that every wallet starts with. */
export const FIRST_PATH: AccountPath = { coinType: 529, index: 0 }
const FIRST_NAME = 'Account 1'

export function firstAccount(key: SigningKey): Account {
  return {
    name: FIRST_NAME,
    address: addressFromBytes(key.accountBytes()),
    publicKey: key.publicKey(),
    path: FIRST_PATH,
  }
}

export function accountToStored({ name, address, publicKey, path }: Account): StoredAccount {
  return { name, coinType: path.coinType, index: path.index, address, publicKey: base64.encode(publicKey) }
}

export function accountFromStored(stored: StoredAccount): Account {
  return {
    name: stored.name,
    address: stored.address,
    publicKey: base64.decode(stored.publicKey),
    path: { coinType: stored.coinType, index: stored.index },
  }
}
