/** What the list of accounts says about the phrases and keys themselves. */
import type { SecretView } from '../../messages/popup'
import type { Secret } from '../vault/secret'
import { checkedName, freeName } from './account-book'
import { AccountError } from './account-error'
import type { SecretLabel, StoredBook } from './account-schema'

type Provenance = Pick<SecretLabel, 'source' | 'checked'>

/** Names a secret that is new here. One that is known keeps its label. */
export function withSecret(book: StoredBook, secret: Secret, provenance: Provenance): StoredBook {
  if (book.secrets.some(({ id }) => id === secret.id)) return book
  return { ...book, secrets: [...book.secrets, labelOf(book, secret, provenance)] }
}

export function withSecretName(book: StoredBook, id: string, name: string): StoredBook {
  return withSecretLabel(book, id, { name: checkedName(name) })
}

/** Throws `accounts/unknown`. */
export function withSecretLabel(book: StoredBook, id: string, change: Partial<SecretLabel>): StoredBook {
  if (!book.secrets.some((secret) => secret.id === id)) throw new AccountError('accounts/unknown')
  const secrets = book.secrets.map((secret) => (secret.id === id ? { ...secret, ...change } : secret))
  return { ...book, secrets }
}

export function secretView({ words, ...label }: SecretLabel): SecretView {
  return words === undefined ? label : { ...label, words }
}

function labelOf({ secrets }: StoredBook, secret: Secret, { source, checked }: Provenance): SecretLabel {
  const sameKind = secrets.filter(({ kind }) => kind === secret.kind)
  const facts = { id: secret.id, source, createdAt: secret.createdAt }
  switch (secret.kind) {
    case 'phrase': {
      const words = secret.mnemonic.wordCount()
      const passphrase = !secret.passphrase.isEmpty()
      return {
        ...facts,
        name: freeName(sameKind, 'Recovery phrase'),
        kind: 'phrase',
        words,
        passphrase,
        checked,
      }
    }
    case 'private-key':
      return {
        ...facts,
        name: freeName(sameKind, 'Key'),
        kind: 'private-key',
        passphrase: false,
        checked: true,
      }
    default:
      return secret satisfies never
  }
}
