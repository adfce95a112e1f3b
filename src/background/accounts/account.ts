import { base64 } from '@scure/base'
import { type AccountPath, pathText } from '../../crypto/index'
import type { Address } from '../../domain/index'
import type { AccountKeysView, OwnAccountView } from '../../messages/popup'
import type { KeyRef } from '../vault/unlocked-keys'
import type { StoredAccount } from './account-schema'

interface AccountFacts {
  readonly name: string
  readonly colour: number
  readonly hidden: boolean
  readonly address: Address
}

/** An account whose key the vault holds. */
export interface SigningAccount extends AccountFacts {
  /** Compressed, 33 bytes. */
  readonly publicKey: Uint8Array
  readonly key: KeyRef
}

/** An account that can be looked at and cannot sign. */
export interface WatchedAccount extends AccountFacts {
  readonly key?: undefined
}

export type Account = SigningAccount | WatchedAccount

/** Where a new phrase's first account is. */
export function firstPath(coinType: AccountPath['coinType']): AccountPath {
  return { coinType, account: 0, change: 0, index: 0 }
}

export function canSign(account: Account): account is SigningAccount {
  return account.key !== undefined
}

export function accountFromStored(stored: StoredAccount): Account {
  const { name, colour, hidden, address } = stored
  const facts = { name, colour, hidden, address }
  if (stored.kind === 'watch') return facts
  const publicKey = base64.decode(stored.publicKey)
  const { secretId } = stored
  return stored.kind === 'phrase'
    ? { ...facts, publicKey, key: { secretId, path: stored.path } }
    : { ...facts, publicKey, key: { secretId } }
}

export function accountView(stored: StoredAccount): OwnAccountView {
  const { name, colour, hidden, address } = stored
  return { name, colour, hidden, address, keys: keysView(stored) }
}

function keysView(stored: StoredAccount): AccountKeysView {
  switch (stored.kind) {
    case 'phrase':
      return { kind: 'phrase', secretId: stored.secretId, path: pathText(stored.path) }
    case 'private-key':
      return { kind: 'private-key', secretId: stored.secretId }
    case 'watch':
      return { kind: 'watch' }
    default:
      return stored satisfies never
  }
}
