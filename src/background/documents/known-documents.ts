/** Who is told that the account, or its name, has changed: every document that asked for anything, and nobody else. */
import { SottoError } from '../../domain/index'
import type { Wallet } from '../accounts/wallet'
import type { RelayDocuments } from '../approvals/relay-documents'
import { digestOf } from '../approvals/shown'
import { KEYS } from '../storage/keys'
import { readStored, type Store, updateStored } from '../storage/stored'
import type { KnownDocument } from './document-schema'

export interface KnownDocuments {
  /** Notes a document that asks, before it is answered. */
  remember(place: DocumentPlace): Promise<void>
  /** Forgets a document, or all of a tab. */
  forget(gone: DocumentPlace): Promise<void>
  /**
   * Tells the documents that saw another account than there is now, or another name of it. On waking up, after unlocking, and whenever the account
   * may have changed; a worker that died before it had told all of them goes on here.
   */
  resume(): Promise<void>
}

interface DocumentPlace {
  readonly tabId: number
  readonly documentId?: string | undefined
}

interface KnownDocumentsParts {
  readonly store: Store
  readonly vault: Pick<Wallet, 'status' | 'account'>
  readonly documents: Pick<RelayDocuments, 'accountChanged'>
}

/** A page reloaded forever must not fill the session: the oldest are forgotten. */
const MOST_DOCUMENTS = 200

export function createKnownDocuments({ store, vault, documents }: KnownDocumentsParts): KnownDocuments {
  /** Tellings under way, so that two looks at the same time tell once. */
  const telling = new Set<string>()

  async function update(
    change: (known: readonly KnownDocument[]) => Promise<KnownDocument[]> | KnownDocument[],
  ): Promise<readonly KnownDocument[]> {
    return await updateStored(store, KEYS.documents, change)
  }

  /** What a page can see now; null while it can see nothing. */
  async function visible(): Promise<string | null> {
    try {
      const status = await vault.status()
      if (status !== 'unlocked') return status === 'empty' ? '' : null
      const { address, name } = await vault.account()
      // Kept in the open for as long as the browser runs, so it says neither.
      return digestOf([address, name])
    } catch (error) {
      // Locked in between, or a wallet that cannot be read: nothing to be seen, and nothing new to tell.
      if (error instanceof SottoError) return null
      throw error
    }
  }

  async function tell(document: KnownDocument, account: string): Promise<void> {
    const name = JSON.stringify([document.tabId, document.documentId, account])
    if (telling.has(name)) return
    telling.add(name)
    try {
      await documents.accountChanged(document)
      await update((known) =>
        known.map((found) => (isSame(found, document) ? { ...found, saw: account } : found)),
      )
    } finally {
      telling.delete(name)
    }
  }

  async function tellAll(known: readonly KnownDocument[], account: string | null): Promise<void> {
    if (account === null) return
    await Promise.all(known.filter(({ saw }) => saw !== account).map((document) => tell(document, account)))
  }

  return {
    async remember(place) {
      if ((await readStored(store, KEYS.documents)).some((document) => isSame(document, place))) return
      await update(async (known) => {
        const { tabId, documentId } = place
        const added = { tabId, ...(documentId === undefined ? {} : { documentId }), saw: await visible() }
        return [...known.filter((document) => !isSame(document, place)), added].slice(-MOST_DOCUMENTS)
      })
    },

    async forget({ tabId, documentId }) {
      const isGone = (document: KnownDocument): boolean =>
        document.tabId === tabId && (documentId === undefined || document.documentId === documentId)
      if (!(await readStored(store, KEYS.documents)).some(isGone)) return
      await update((known) => known.filter((document) => !isGone(document)))
    },

    async resume() {
      if ((await readStored(store, KEYS.documents)).length === 0) return
      let account: string | null = null
      const known = await update(async (before) => {
        account = await visible()
        return before.map((document) => ({ ...document, saw: document.saw ?? account }))
      })
      await tellAll(known, account)
    },
  }
}

function isSame(a: DocumentPlace, b: DocumentPlace): boolean {
  return a.tabId === b.tabId && a.documentId === b.documentId
}
