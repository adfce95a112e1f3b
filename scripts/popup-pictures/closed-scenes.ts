import { error, result } from './replies'
import { LONG_ORIGIN } from './samples'
import type { Scene } from './scene'

const PHRASE = 'grant rice replace explain federal release fix clever romance raise often wild'
const LONG_PHRASE = `${PHRASE} taxi quarter soccer fiber love empower rescue sunset wealth orphan vocal winner`

export const ONBOARDING: readonly Scene[] = [
  { name: 'welcome', view: { kind: 'empty' } },
  { name: 'welcome-tab', view: { kind: 'empty' }, page: 'tab' },
  { name: 'create-length', view: { kind: 'empty' }, acts: [{ click: 'Create a new wallet' }] },
  {
    name: 'create-phrase',
    view: { kind: 'empty' },
    replies: { draftPhrase: result({ phrase: PHRASE }) },
    acts: [{ click: 'Create a new wallet' }, { click: 'Continue' }],
  },
  {
    name: 'create-phrase-24-tab',
    view: { kind: 'empty' },
    page: 'tab',
    replies: { draftPhrase: result({ phrase: LONG_PHRASE }) },
    acts: [{ click: 'Create a new wallet' }, { click: '24 words', role: 'radio' }, { click: 'Continue' }],
  },
  {
    name: 'create-check-wrong',
    view: { kind: 'empty' },
    replies: { draftPhrase: result({ phrase: PHRASE }) },
    acts: [
      { click: 'Create a new wallet' },
      { click: 'Continue' },
      { click: 'Continue' },
      { click: 'Continue' },
    ],
  },
  { name: 'import', view: { kind: 'empty' }, acts: [{ click: 'Import an existing wallet' }] },
  {
    name: 'import-error',
    view: { kind: 'empty' },
    replies: { checkPhrase: error('A recovery phrase has 12, 15, 18, 21 or 24 words. This one has 11.') },
    acts: [
      { click: 'Import an existing wallet' },
      { fill: 'Recovery phrase', with: PHRASE.split(' ').slice(1).join(' ') },
      { click: 'Continue' },
    ],
  },
  {
    name: 'import-password',
    view: { kind: 'empty' },
    replies: { checkPhrase: result({ words: 12 }) },
    acts: [
      { click: 'Import an existing wallet' },
      { fill: 'Recovery phrase', with: PHRASE },
      { click: 'Continue' },
      { fill: 'Password', with: 'correct horse' },
      { fill: 'Confirm password', with: 'correct' },
      { click: 'Continue' },
    ],
  },
]

export const LOCKED: readonly Scene[] = [
  { name: 'locked', view: { kind: 'locked', waitingSites: [] } },
  {
    name: 'locked-waiting',
    view: { kind: 'locked', waitingSites: ['https://app.example.org', LONG_ORIGIN] },
    page: 'approval',
  },
  {
    name: 'locked-wrong',
    view: { kind: 'locked', waitingSites: [] },
    replies: { unlock: error('That is not the password. Nothing is lost; try again.') },
    acts: [{ fill: 'Password', with: 'wrong password' }, { click: 'Unlock' }],
  },
  {
    name: 'locked-busy',
    view: { kind: 'locked', waitingSites: [] },
    replies: { unlock: 'never' },
    acts: [{ fill: 'Password', with: 'right password' }, { click: 'Unlock' }],
  },
  { name: 'locked-200', view: { kind: 'locked', waitingSites: ['https://app.example.org'] }, textScale: 2 },
  { name: 'loading', view: undefined, acts: [{ wait: 300 }] },
  {
    name: 'damaged',
    view: {
      kind: 'damaged',
      message: 'The sealed wallet in this browser’s storage is not whole: its header cannot be read.',
    },
  },
]
