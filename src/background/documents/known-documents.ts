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
  /** A document went away. One that may come back is kept with what it saw, under the name of this time away. */
  left(place: DocumentPlace, visit?: string): Promise<void>
  /** A document came back from that time away. */
  back(place: DocumentPlace, visit: string): Promise<void>
  /** Forgets all of a tab. */
  forget(tabId: number): Promise<void>
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
    return await updateStored(store, KEYS.documents, async (known) =>
      (await change(known)).slice(-MOST_DOCUMENTS),
    )
  }

  /** Puts others in the place of the documents that match; nothing is written where none does. */
  async function change(
    matches: (document: KnownDocument) => boolean,
    others: (document: KnownDocument) => readonly KnownDocument[],
  ): Promise<void> {
    if (!(await readStored(store, KEYS.documents)).some(matches)) return
    await update((known) => known.flatMap((document) => (matches(document) ? others(document) : [document])))
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
      // Untold, it is told when it comes back, or with the next change.
      if (!(await documents.accountChanged(document))) return
      await update((known) =>
        known.map((found) => (isThere(found, document) ? { ...found, saw: account } : found)),
      )
    } finally {
      telling.delete(name)
    }
  }

  async function tellAll(known: readonly KnownDocument[], account: string | null): Promise<void> {
    if (account === null) return
    const others = known.filter(({ saw, away }) => saw !== account && away === undefined)
    await Promise.all(others.map((document) => tell(document, account)))
  }

  /** Tells the documents that are there and saw something else. */
  async function resume(): Promise<void> {
    if ((await readStored(store, KEYS.documents)).length === 0) return
    let account: string | null = null
    const known = await update(async (before) => {
      account = await visible()
      return before.map((document) =>
        document.away === undefined ? { ...document, saw: document.saw ?? account } : document,
      )
    })
    await tellAll(known, account)
  }

  return {
    async remember(place) {
      if ((await readStored(store, KEYS.documents)).some((document) => isThere(document, place))) return
      await update(async (known) => {
        // It may have come back, or asked twice, meanwhile.
        const isKnown = known.some((document) => isThere(document, place))
        return isKnown ? [...known] : [...known, { ...placeOf(place), saw: await visible() }]
      })
    },

    async left(place, visit) {
      await change(
        (document) => isThere(document, place),
        ({ tabId, saw }) => (visit === undefined ? [] : [{ tabId, saw, away: visit }]),
      )
    },

    async back(place, visit) {
      await update((known) => {
        const left = known.find(({ tabId, away }) => tabId === place.tabId && away === visit)
        if (left === undefined) return [...known]
        const others = known.filter((document) => document !== left && !isThere(document, place))
        return [...others, { ...placeOf(place), saw: left.saw }]
      })
      await resume()
    },

    async forget(tabId) {
      await change(
        (document) => document.tabId === tabId,
        () => [],
      )
    },

    resume,
  }
}

function placeOf({ tabId, documentId }: DocumentPlace): DocumentPlace {
  return { tabId, ...(documentId === undefined ? {} : { documentId }) }
}

/** True for the document of that place, and for none that is away. */
function isThere(document: KnownDocument, place: DocumentPlace): boolean {
  return (
    document.away === undefined && document.tabId === place.tabId && document.documentId === place.documentId
  )
}
