import type { ContactView } from '../../src/messages/popup'
import { made } from './account-scenes'
import { CONFIRMED, TX_KEY } from './entry-samples'
import { error, result } from './replies'
import { CONTACTS, HOSTILE, LONG, RECIPIENT, tab, UNLOCKED, unlocked } from './samples'
import type { Act, Scene } from './scene'

const MANY: readonly ContactView[] = [
  ...CONTACTS,
  ...Array.from({ length: 499 }, (_, index) => ({
    name: `${['Ben', 'Cleo', 'Dan', 'Eve', 'Finn'][index % 5]} ${index + 1}`,
    address: made(index + 500),
    note: index % 3 === 0 ? 'From the old phone' : '',
  })),
]
const BOOK = unlocked({ contacts: MANY })
const HOSTILE_BOOK = unlocked({
  contacts: CONTACTS.map((contact) => ({ ...contact, name: HOSTILE, note: LONG })),
})

const book: Act[] = [{ press: 'a' }, { click: 'Manage accounts' }, { click: 'Address book' }]
const begin: Act[] = [...book, { click: 'Add entry' }]

export const CONTACT_SCENES: readonly Scene[] = [
  { name: 'contacts', view: UNLOCKED, acts: book },
  { name: 'contacts-empty', view: unlocked({ contacts: [] }), acts: book },
  { name: 'contacts-500', view: BOOK, acts: book },
  { name: 'contacts-500-end', view: BOOK, acts: [...book, { wait: 200 }, { scroll: 'end' }] },
  {
    name: 'contacts-search',
    view: BOOK,
    acts: [...book, { fill: 'Search the address book', with: 'cleo 48' }],
  },
  {
    name: 'contacts-nothing',
    view: BOOK,
    acts: [...book, { fill: 'Search the address book', with: 'nobody' }],
  },
  { name: 'contacts-hostile', view: HOSTILE_BOOK, acts: book },
  { name: 'contacts-200', view: BOOK, textScale: 2, acts: book },
  { name: 'contact-new', view: UNLOCKED, acts: begin },
  {
    name: 'contact-errors',
    view: UNLOCKED,
    acts: [...begin, { fill: 'Address', with: `${RECIPIENT.slice(0, -1)}q` }, { click: 'Save' }],
  },
  {
    name: 'contact-look-alike',
    view: UNLOCKED,
    acts: [
      ...begin,
      { fill: 'Name', with: 'Ada' },
      { fill: 'Address', with: 'secret1fc3fzy78gdjhupxts46lyfwncaxn8ujsvnuw4n' },
    ],
  },
  {
    name: 'contact-refused',
    view: UNLOCKED,
    replies: { saveContact: error('The address book is full. Remove an entry, then save this one again.') },
    acts: [...book, { open: 'Ada' }, { fill: 'Note', with: 'Rent' }, { click: 'Save' }],
  },
  { name: 'contact', view: UNLOCKED, acts: [...book, { open: 'Ada' }] },
  { name: 'contact-remove', view: UNLOCKED, acts: [...book, { open: 'Ada' }, { click: 'Remove entry' }] },
  { name: 'contact-hostile', view: HOSTILE_BOOK, acts: [...book, { open: 'bold' }] },
  {
    name: 'entry-addresses',
    view: UNLOCKED,
    replies: { getEntry: result(CONFIRMED), revealTxKey: result({ txKey: TX_KEY }) },
    acts: [tab('Activity'), { open: 'Create a viewing key' }, { wait: 200 }, { scroll: 'middle' }],
  },
]
