import { SottoError } from '../../domain/index'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store, updateSealed } from '../storage/stored'
import type { StoredContact } from './contact-schema'

/** Names for other people's addresses. Sealed, like everything that says who a person deals with. */
export interface Contacts {
  /** By name. */
  list(): Promise<readonly StoredContact[]>
  /** Adds it, or changes what is said of its address. Throws `contacts/name`, `contacts/too-many`. */
  save(contact: StoredContact): Promise<void>
  remove(address: string): Promise<void>
  /** Adds those whose addresses are not here. Gives how many. */
  restore(contacts: readonly StoredContact[]): Promise<number>
}

interface ContactsParts {
  readonly store: Store
  readonly sealer: Sealer
}

const MOST_CONTACTS = 2000
const LONGEST_NAME = 60
const LONGEST_NOTE = 280

export function createContacts({ store, sealer }: ContactsParts): Contacts {
  return {
    list: () => readSealed(store, sealer, KEYS.contacts),
    async save(contact) {
      const saved = checkedContact(contact)
      await updateSealed(store, sealer, KEYS.contacts, (contacts) => withContact(contacts, saved))
    },
    async restore(restored) {
      let added = 0
      await updateSealed(store, sealer, KEYS.contacts, (contacts) => {
        const known = new Set(contacts.map(({ address }) => address))
        const room = MOST_CONTACTS - contacts.length
        const fresh = restored.filter(({ address }) => !known.has(address)).slice(0, room)
        added = fresh.length
        return [...contacts, ...fresh.map(checkedContact)].sort(byName)
      })
      return added
    },
    async remove(address) {
      await updateSealed(store, sealer, KEYS.contacts, (contacts) =>
        contacts.filter((contact) => contact.address !== address),
      )
    },
  }
}

/** Puts one in its place by name. */
function withContact(contacts: readonly StoredContact[], contact: StoredContact): StoredContact[] {
  const others = contacts.filter(({ address }) => address !== contact.address)
  if (others.length >= MOST_CONTACTS) {
    throw new SottoError('contacts/too-many', 'The address book is full. Remove an entry first.')
  }
  return [...others, contact].sort(byName)
}

function checkedContact({ address, name, note }: StoredContact): StoredContact {
  const trimmed = name.normalize('NFC').trim()
  const length = [...trimmed].length
  if (length === 0 || length > LONGEST_NAME || !trimmed.isWellFormed()) {
    throw new SottoError('contacts/name', 'Give it a name of 1 to 60 characters.')
  }
  return { address, name: trimmed, note: [...note.trim()].slice(0, LONGEST_NOTE).join('') }
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })

function byName(a: StoredContact, b: StoredContact): number {
  return collator.compare(a.name, b.name) || (a.address < b.address ? -1 : 1)
}
