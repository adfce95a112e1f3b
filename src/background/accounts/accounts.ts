import type { AccountPath, SigningKey } from '../../crypto/index'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store, writeSealed } from '../storage/stored'
import { type Account, accountFromStored, accountToStored, FIRST_PATH, firstAccount } from './account'

interface AccountsParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly firstKey: (path: AccountPath) => Promise<SigningKey>
}

/**
 * The wallet's accounts, the active one first. A list that was never written is made from the phrase: a kill between
 * writing the vault and writing the list costs nothing.
 */
export async function readAccounts(parts: AccountsParts): Promise<readonly [Account, ...Account[]]> {
  const { store, sealer, firstKey } = parts
  const [stored, ...others] = await readSealed(store, sealer, KEYS.accounts)
  if (stored !== undefined) return [accountFromStored(stored), ...others.map(accountFromStored)]
  const account = firstAccount(await firstKey(FIRST_PATH))
  await writeSealed(store, sealer, KEYS.accounts, [accountToStored(account)])
  return [account]
}
