import type { View } from '../../src/messages/popup'
import { error } from './replies'
import type { Act, Scene } from './scene'

export const EMPTY: View = { kind: 'empty' }
export const PHRASE = 'grant rice replace explain federal release fix clever romance raise often wild'

export const CREATE: readonly Act[] = [{ click: 'Create a new wallet' }]
export const PASSWORDS: readonly Act[] = [
  { fill: 'Password', with: 'correct horse' },
  { fill: 'Confirm password', with: 'correct horse' },
]
export const IMPORT: readonly Act[] = [{ click: 'Import an existing wallet' }]
export const WORDS: Act = { fill: 'Words of the phrase', with: PHRASE }
export const SEND: Act = { click: 'Import wallet' }
/** From the field with the problem to the box after it. */
const NEXT: Act = { press: 'Tab' }
const UNLISTED = error(
  'Sotto has no list of the words of this language, so it cannot find a slip of the pen. One wrong letter is another wallet.',
  'mnemonic/unlisted',
)

export const BEGINNING: readonly Scene[] = [
  { name: 'welcome', view: EMPTY },
  { name: 'welcome-tab', view: EMPTY, page: 'tab' },
  { name: 'create', view: EMPTY, acts: CREATE },
  { name: 'create-tab', view: EMPTY, page: 'tab', acts: [...CREATE, ...PASSWORDS] },
  { name: 'create-200', view: EMPTY, textScale: 2, acts: CREATE },
  {
    name: 'create-short',
    view: EMPTY,
    acts: [...CREATE, { fill: 'Password', with: 'short' }, { click: 'Create wallet' }],
  },
  {
    name: 'create-differs',
    view: EMPTY,
    acts: [
      ...CREATE,
      { fill: 'Password', with: 'correct horse' },
      { fill: 'Confirm password', with: 'correct' },
      { click: 'Create wallet' },
    ],
  },
  {
    name: 'create-busy',
    view: EMPTY,
    replies: { createVault: 'never' },
    acts: [...CREATE, ...PASSWORDS, { click: 'Create wallet' }],
  },
  {
    name: 'create-error',
    view: EMPTY,
    replies: {
      createVault: error('The browser did not keep the wallet as it was written. Nothing was lost.'),
    },
    acts: [...CREATE, ...PASSWORDS, { click: 'Create wallet' }, { scroll: 'end' }],
  },
  { name: 'import', view: EMPTY, acts: IMPORT },
  { name: 'import-tab', view: EMPTY, page: 'tab', acts: [...IMPORT, WORDS, ...PASSWORDS] },
  { name: 'import-200', view: EMPTY, textScale: 2, acts: [...IMPORT, WORDS] },
  { name: 'import-typed', view: EMPTY, acts: [...IMPORT, WORDS, ...PASSWORDS, { scroll: 'end' }] },
  { name: 'import-passphrase', view: EMPTY, acts: [...IMPORT, WORDS, NEXT, { press: 'Enter' }] },
  {
    name: 'import-error',
    view: EMPTY,
    replies: {
      importVault: error(
        'Word 3 is not one of the words that recovery phrases are made of. Check its spelling.',
        'mnemonic/unknown-word',
      ),
    },
    acts: [...IMPORT, WORDS, ...PASSWORDS, SEND],
  },
  {
    name: 'import-unlisted',
    view: EMPTY,
    replies: { importVault: UNLISTED },
    acts: [...IMPORT, WORDS, ...PASSWORDS, SEND, { wait: 100 }, NEXT, { press: ' ' }],
  },
  {
    name: 'import-key',
    view: EMPTY,
    acts: [...IMPORT, { click: 'Private key', role: 'radio' }],
  },
  {
    name: 'import-key-error',
    view: EMPTY,
    replies: { importVault: error('A private key has 64 digits. This has 63.', 'private-key/format') },
    acts: [
      ...IMPORT,
      { click: 'Private key', role: 'radio' },
      { fill: 'Digits of the key', with: '0f'.repeat(31).concat('0') },
      ...PASSWORDS,
      SEND,
    ],
  },
  {
    name: 'import-busy',
    view: EMPTY,
    replies: { importVault: 'never' },
    acts: [...IMPORT, WORDS, ...PASSWORDS, SEND],
  },
]
