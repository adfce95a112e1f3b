import type { ContactView } from '../../messages/popup'

/** The entries whose name, note or address has every one of the words. */
export function searchContacts(contacts: readonly ContactView[], words: string): readonly ContactView[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return contacts.filter(({ name, note, address }) => {
    const text = `${name}\n${note}\n${address}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
