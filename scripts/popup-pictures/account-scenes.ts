import type { OwnAccountView, SecretView, SiteView, View } from '../../src/messages/popup'
import { approval, TRANSACTION } from './approval-samples'
import { result } from './replies'
import {
  ACCOUNT,
  HOSTILE,
  LONG,
  RECIPIENT,
  SAVINGS,
  SECRET,
  tab,
  UNLOCKED,
  unlocked,
  WATCHED,
} from './samples'
import type { Act, Scene } from './scene'

const TRAVEL: SecretView = { ...SECRET, id: '1111111111111111', name: 'Travel phrase', checked: false }
const OLD_KEY: SecretView = {
  ...SECRET,
  id: '2222222222222222',
  name: 'Key of the old extension',
  kind: 'private-key',
  source: 'imported',
}
const TRIP: OwnAccountView = {
  ...ACCOUNT,
  name: 'Trip to Lisbon',
  address: made(7),
  colour: 6,
  keys: { kind: 'phrase', secretId: TRAVEL.id, path: "m/44'/529'/0'/0/0" },
}
const OLD: OwnAccountView = {
  ...ACCOUNT,
  name: 'Old',
  address: made(8),
  colour: 7,
  hidden: true,
  keys: { kind: 'private-key', secretId: OLD_KEY.id },
}
const [SITE] = UNLOCKED.sites
const SITES: readonly SiteView[] = SITE
  ? [...UNLOCKED.sites, { ...SITE, account: SAVINGS.address, grants: SITE.grants.slice(0, 3) }]
  : []

const SEVERAL = unlocked({
  accounts: [ACCOUNT, SAVINGS, TRIP, OLD, WATCHED],
  secrets: [SECRET, TRAVEL, OLD_KEY],
  sites: SITES,
})
const FIFTY = unlocked({
  accounts: [ACCOUNT, ...Array.from({ length: 49 }, (_, index) => numbered(index))],
})
const HOSTILE_VIEW = unlocked({
  account: { ...ACCOUNT, name: HOSTILE },
  accounts: [ACCOUNT, SAVINGS, WATCHED].map((account, index) => ({
    ...account,
    name: index === 1 ? LONG : HOSTILE,
  })),
  secrets: [{ ...SECRET, name: HOSTILE, checked: false }],
})

const manage: Act[] = [{ press: 'a' }, { click: 'Manage accounts' }]
const openAccount = (which: string): Act[] => [...manage, { open: which }]
const add: Act[] = [{ press: 'a' }, { click: 'Add account' }]

const TWIN = `${RECIPIENT.slice(0, 13)}qz4ta8xn0dyf7m2k6s3e9${RECIPIENT.slice(34)}`
const LOOK_ALIKE: View = unlocked({
  approvals: [
    approval({
      kind: 'transaction',
      ...TRANSACTION,
      messages: TRANSACTION.messages.map((message) => ({
        ...message,
        facts: [
          { label: 'Amount', value: '12.5 sSCRT' },
          { label: 'To', value: TWIN },
        ],
        input: {
          kind: 'decrypted',
          json: JSON.stringify({ transfer: { recipient: TWIN, change: SAVINGS.address, also: RECIPIENT } }),
        },
      })),
    }),
  ],
})

export const ACCOUNTS: readonly Scene[] = [
  { name: 'switcher', view: SEVERAL, acts: [{ press: 'a' }] },
  { name: 'switcher-50', view: FIFTY, acts: [{ press: 'a' }, { press: 'End' }] },
  { name: 'switcher-search', view: FIFTY, acts: [{ press: 'a' }, { fill: 'Search accounts', with: '4' }] },
  { name: 'switcher-none', view: FIFTY, acts: [{ press: 'a' }, { fill: 'Search accounts', with: 'zzz' }] },
  { name: 'switcher-hostile', view: HOSTILE_VIEW, acts: [{ press: 'a' }] },
  { name: 'switcher-200', view: SEVERAL, textScale: 2, acts: [{ press: 'a' }] },
  { name: 'home-watch', view: unlocked({ account: WATCHED }) },
  { name: 'accounts', view: SEVERAL, acts: manage },
  { name: 'accounts-end', view: SEVERAL, acts: [...manage, { wait: 100 }, { scroll: 'end' }] },
  { name: 'accounts-50', view: FIFTY, acts: manage },
  { name: 'accounts-hostile', view: HOSTILE_VIEW, acts: manage },
  { name: 'accounts-200', view: SEVERAL, textScale: 2, acts: manage },
  { name: 'accounts-order', view: SEVERAL, acts: [...manage, { click: 'Change the order' }] },
  { name: 'account', view: SEVERAL, acts: openAccount('Savings') },
  { name: 'account-end', view: SEVERAL, acts: [...openAccount('Savings'), { wait: 200 }, { scroll: 'end' }] },
  { name: 'account-tab', view: SEVERAL, page: 'tab', acts: openAccount('Savings') },
  { name: 'account-watch', view: SEVERAL, acts: openAccount('Foundation') },
  { name: 'account-hostile', view: HOSTILE_VIEW, acts: openAccount('A name that') },
  { name: 'account-200', view: SEVERAL, textScale: 2, acts: openAccount('Savings') },
  {
    name: 'account-export',
    view: SEVERAL,
    acts: [...openAccount('Savings'), { click: 'Export private key' }],
  },
  {
    name: 'account-key',
    view: SEVERAL,
    replies: { revealPrivateKey: result({ privateKey: '5f'.repeat(32) }) },
    acts: [
      ...openAccount('Savings'),
      { click: 'Export private key' },
      { fill: 'Password', with: 'correct horse' },
      { click: 'Continue' },
      { click: 'Keep shown' },
    ],
  },
  {
    name: 'account-remove',
    view: SEVERAL,
    acts: [...openAccount('Savings'), { click: 'Remove account' }, { scroll: 'end' }],
  },
  {
    name: 'account-remove-unwritten',
    view: SEVERAL,
    acts: [...openAccount('Trip'), { click: 'Remove account' }, { scroll: 'end' }],
  },
  {
    name: 'account-only',
    view: unlocked({ accounts: [ACCOUNT] }),
    acts: [...openAccount('Main'), { wait: 200 }, { scroll: 'end' }],
  },
  { name: 'secret', view: SEVERAL, acts: [...manage, { click: 'Open Travel phrase' }] },
  { name: 'secret-key', view: SEVERAL, acts: [...manage, { click: 'Open Key of the old extension' }] },
  { name: 'add-account', view: SEVERAL, acts: add },
  { name: 'add-account-next', view: SEVERAL, acts: [...add, { click: 'One more' }] },
  {
    name: 'add-account-path',
    view: UNLOCKED,
    acts: [...add, { click: 'One more' }, { press: 'Tab' }, { press: 'Enter' }, { fill: 'Index', with: '5' }],
  },
  { name: 'add-account-secret', view: SEVERAL, acts: [...add, { open: 'Another recovery phrase' }] },
  {
    name: 'add-account-unlisted',
    view: SEVERAL,
    replies: {
      addSecret: {
        kind: 'error',
        error: {
          code: 'mnemonic/unlisted',
          message: 'These words are in no list that Sotto knows. Check them, then say that they are right.',
        },
      },
    },
    acts: [
      ...add,
      { open: 'Another recovery phrase' },
      {
        fill: 'Words of the phrase',
        with: 'uno due tre quattro cinque sei sette otto nove dieci undici dodici',
      },
      { click: 'Add' },
    ],
  },
  {
    name: 'add-account-watch',
    view: SEVERAL,
    acts: [
      ...add,
      { open: 'Watch an address' },
      { fill: 'Address', with: 'cosmos1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03' },
      { click: 'Watch' },
    ],
  },
  { name: 'sites-accounts', view: SEVERAL, acts: [tab('Sites')] },
  {
    name: 'sites-named',
    view: SEVERAL,
    acts: [
      tab('Sites'),
      { unfold: 'Use Sotto beside another wallet' },
      { fill: 'Address of the site', with: 'http://a-site-that-is-not-secure.example' },
      { click: 'Use Sotto on this site' },
      { scroll: 'end' },
    ],
  },
  {
    name: 'approve-look-alike',
    page: 'approval',
    view: LOOK_ALIKE,
    acts: [{ wait: 700 }, { scroll: 'middle' }],
  },
  { name: 'approve-look-alike-top', page: 'approval', view: LOOK_ALIKE, acts: [{ wait: 700 }] },
  {
    name: 'approve-look-alike-end',
    page: 'approval',
    view: LOOK_ALIKE,
    acts: [{ wait: 700 }, { scroll: 'end' }],
  },
]

function numbered(index: number): OwnAccountView {
  return {
    ...SAVINGS,
    name: `Account ${index + 2}`,
    address: made(index + 20),
    colour: index % 8,
    hidden: index % 11 === 3,
  }
}

/** An address for looks alone: its checksum is not right. */
export function made(seed: number): string {
  const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
  let state = seed * 2_654_435_761 + 12_345
  const data = Array.from({ length: 38 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return letters[state >>> 27] ?? 'q'
  })
  return `secret1${data.join('')}`
}
