import type { OwnAccountView, SecretView, UnlockedView } from '../../messages/popup'

/** What some accounts come from, and those accounts in the person's order. */
export interface AccountGroup {
  /** Absent for accounts that can only be watched. */
  readonly secret: SecretView | undefined
  readonly accounts: readonly OwnAccountView[]
}

/** The accounts by what they come from: each secret with its own, then those without a key. */
export function groupAccounts({ accounts, secrets }: UnlockedView): readonly AccountGroup[] {
  const groups = secrets.map((secret) => ({ secret, accounts: accountsOf(secret.id, accounts) }))
  const watched = accounts.filter(({ keys }) => keys.kind === 'watch')
  return watched.length === 0 ? groups : [...groups, { secret: undefined, accounts: watched }]
}

export function accountsOf(secretId: string, accounts: readonly OwnAccountView[]): readonly OwnAccountView[] {
  return accounts.filter(({ keys }) => keys.kind !== 'watch' && keys.secretId === secretId)
}

/** True when a phrase was made here and nobody has shown that it was written down. */
export function isUnwritten({ kind, source, checked }: SecretView): boolean {
  return kind === 'phrase' && source === 'created' && !checked
}
