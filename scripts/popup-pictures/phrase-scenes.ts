import type { FoundAccount, SecretView } from '../../src/messages/popup'
import { CREATE, EMPTY, IMPORT, PASSWORDS, PHRASE, SEND, WORDS } from './beginning-scenes'
import { error, result } from './replies'
import { ACCOUNT, HOSTILE, LONG, RECIPIENT, SAVINGS, SECRET, unlocked, WATCHED } from './samples'
import type { Act, Scene } from './scene'

const LONG_PHRASE = `${PHRASE} taxi quarter soccer fiber love empower rescue sunset wealth orphan vocal winner`
const JAPANESE = 'そつう れきだい ほんやく わかす りくつ ばいか ろせん やちん そつう れきだい ほんやく わかめ'

const UNCHECKED: SecretView = { ...SECRET, checked: false }
const DUE = unlocked({ secrets: [UNCHECKED] })
const OPEN: readonly Act[] = [{ click: 'Write it down' }]
const REVEAL: readonly Act[] = [
  ...OPEN,
  { fill: 'Password', with: 'correct horse' },
  { click: 'Show the words' },
]
const SHOWN = { revealPhrase: result({ phrase: PHRASE, passphrase: '' }) }
const KEEP: Act = { click: 'Keep shown' }
const CHECK: readonly Act[] = [...REVEAL, { click: 'I have written them down' }]
const FILL: readonly Act[] = [
  { press: 'Tab' },
  { press: 'x' },
  { press: 'Tab' },
  { press: 'y' },
  { press: 'Tab' },
  { press: 'z' },
  { press: 'Enter' },
]
const EVERY_PLACE = Array.from({ length: 24 }, (_, index) => index + 1)

const FOUND: readonly FoundAccount[] = [
  found(ACCOUNT.address, 529, 0, { known: true }),
  found(RECIPIENT, 529, 2, { amount: '98765432101234567' }),
  found(WATCHED.address, 118, 0),
  found(SAVINGS.address, 118, 4, { amount: '0' }),
]

export const PHRASES: readonly Scene[] = [
  { name: 'home-write-down', view: DUE },
  {
    name: 'home-write-down-hostile',
    view: unlocked({ secrets: [{ ...UNCHECKED, name: HOSTILE }, SECRET] }),
  },
  { name: 'phrase-password', view: DUE, acts: OPEN },
  { name: 'phrase-password-200', view: DUE, textScale: 2, acts: OPEN },
  {
    name: 'phrase-wrong',
    view: DUE,
    replies: {
      revealPhrase: error('There were several wrong passwords. Try again in 30 seconds.', 'vault/wait'),
    },
    acts: REVEAL,
  },
  { name: 'phrase-busy', view: DUE, replies: { revealPhrase: 'never' }, acts: REVEAL },
  { name: 'phrase-covered', view: DUE, replies: SHOWN, acts: REVEAL },
  { name: 'phrase-shown', view: DUE, replies: SHOWN, acts: [...REVEAL, KEEP] },
  { name: 'phrase-shown-200', view: DUE, replies: SHOWN, textScale: 2, acts: [...REVEAL, KEEP] },
  {
    name: 'phrase-24',
    view: DUE,
    replies: { revealPhrase: result({ phrase: LONG_PHRASE, passphrase: '' }) },
    acts: [...REVEAL, KEEP, { scroll: 'end' }],
  },
  {
    name: 'phrase-24-tab',
    view: DUE,
    page: 'tab',
    replies: { revealPhrase: result({ phrase: LONG_PHRASE, passphrase: 'correct horse' }) },
    acts: [...REVEAL, KEEP],
  },
  {
    name: 'phrase-passphrase',
    view: DUE,
    replies: { revealPhrase: result({ phrase: JAPANESE, passphrase: LONG }) },
    acts: [...REVEAL, KEEP, { scroll: 'middle' }],
  },
  { name: 'phrase-check', view: DUE, replies: SHOWN, acts: CHECK },
  {
    name: 'phrase-check-wrong',
    view: DUE,
    replies: { ...SHOWN, confirmBackup: result({ wrongPlaces: EVERY_PLACE.slice(6) }) },
    acts: [...CHECK, ...FILL],
  },
  {
    name: 'phrase-checked',
    view: DUE,
    replies: { ...SHOWN, confirmBackup: result({ wrongPlaces: [] }) },
    acts: [...CHECK, ...FILL],
  },
]

const IMPORTED = result({ secretId: SECRET.id })
const IMPORTING: readonly Act[] = [...IMPORT, WORDS, ...PASSWORDS, SEND]
const AFTER_IMPORT = { view: EMPTY, after: unlocked({ accounts: [ACCOUNT] }), acts: IMPORTING }
const FOUND_REPLIES = { importVault: IMPORTED, findAccounts: result({ found: FOUND }) }

export const LANDINGS: readonly Scene[] = [
  {
    name: 'landing-covered',
    view: EMPTY,
    after: DUE,
    replies: { ...SHOWN, createVault: result({ secretId: SECRET.id }) },
    acts: [...CREATE, ...PASSWORDS, { click: 'Create wallet' }],
  },
  {
    name: 'landing-tab',
    view: EMPTY,
    after: DUE,
    page: 'tab',
    replies: { ...SHOWN, createVault: result({ secretId: SECRET.id }) },
    acts: [...CREATE, ...PASSWORDS, { click: 'Create wallet' }, KEEP],
  },
  {
    name: 'landing-later',
    view: EMPTY,
    after: DUE,
    replies: { ...SHOWN, createVault: result({ secretId: SECRET.id }) },
    acts: [...CREATE, ...PASSWORDS, { click: 'Create wallet' }, { click: 'Later' }],
  },
  { name: 'found', ...AFTER_IMPORT, replies: FOUND_REPLIES },
  { name: 'found-tab', ...AFTER_IMPORT, page: 'tab', replies: FOUND_REPLIES },
  { name: 'found-200', ...AFTER_IMPORT, textScale: 2, replies: FOUND_REPLIES },
  {
    name: 'found-looking',
    ...AFTER_IMPORT,
    replies: { importVault: IMPORTED, findAccounts: 'never' },
    acts: [...IMPORTING, { wait: 300 }],
  },
  {
    name: 'found-nothing',
    ...AFTER_IMPORT,
    replies: { importVault: IMPORTED, findAccounts: result({ found: FOUND.slice(0, 1) }) },
  },
  {
    name: 'found-silent',
    ...AFTER_IMPORT,
    replies: {
      importVault: IMPORTED,
      findAccounts: result({ found: FOUND.map(({ amount: _, ...one }) => one).slice(0, 2) }),
    },
  },
  {
    name: 'found-failed',
    ...AFTER_IMPORT,
    replies: {
      importVault: IMPORTED,
      findAccounts: error('None of the nodes answered. Nothing is lost; try again in a moment.'),
    },
  },
  {
    name: 'found-refused',
    ...AFTER_IMPORT,
    replies: { ...FOUND_REPLIES, addAccount: error('Sotto keeps up to 500 accounts. Remove one first.') },
    acts: [...IMPORTING, { click: 'Add these' }, { scroll: 'end' }],
  },
]

function found(
  address: string,
  coinType: 529 | 118,
  index: number,
  parts: Partial<FoundAccount> = {},
): FoundAccount {
  const path = { coinType, account: 0, change: 0, index }
  return { path, address, amount: '1842301955', used: true, known: false, ...parts }
}
