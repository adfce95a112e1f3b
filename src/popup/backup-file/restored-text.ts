import type { RestoredView } from '../../messages/popup'

/** What a restored backup brought, as one sentence. */
export function restoredText({ secrets, accounts, contacts, tokens }: RestoredView): string {
  const parts = [
    counted(secrets, 'recovery phrase or private key', 'recovery phrases and private keys'),
    counted(accounts, 'account', 'accounts'),
    counted(contacts, 'contact', 'contacts'),
    counted(tokens, 'token', 'tokens'),
  ].filter((part) => part !== undefined)
  if (parts.length === 0) return 'It held nothing new: all of it was here already.'
  return `It brought ${listed(parts)}.`
}

function counted(count: number, one: string, several: string): string | undefined {
  if (count === 0) return undefined
  return count === 1 ? `1 ${one}` : `${count} ${several}`
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
