import type { PasskeyView } from '../../src/messages/popup'
import { error } from './replies'
import { HOSTILE, LOCAL, LONG, NOW, SECRET, tab, UNLOCKED, unlocked } from './samples'
import type { Act, Scene } from './scene'

const DAY = 86_400_000
const WRONG = error(
  'That is not the password of this wallet. Check the keyboard and try again.',
  'vault/wrong-password',
)
const WAIT = error('Too many wrong passwords. The next try is taken in 30 seconds.', 'vault/wait')

const PASSKEYS: readonly PasskeyView[] = [
  { credentialId: 'AQ', name: 'Fingerprint of this laptop', createdAt: NOW - 3 * DAY },
  { credentialId: 'Ag', name: 'Security key in the drawer', createdAt: NOW - 90 * DAY },
]

const UNCHECKED = [
  { ...SECRET, checked: false },
  { ...SECRET, id: 'fedcba9876543210', name: 'Savings phrase', checked: false },
]

const SECURITY: readonly Act[] = [tab('Settings'), { open: 'Security' }]
const PASSWORD: readonly Act[] = [...SECURITY, { open: 'Change password' }]
const KEYS: readonly Act[] = [...SECURITY, { open: 'Passkeys' }]
const ADD: readonly Act[] = [...KEYS, { click: 'Add a passkey' }]
const FORGET: readonly Act[] = [...SECURITY, { open: 'Forget this wallet' }]
const TYPED: readonly Act[] = [
  { fill: 'Current password', with: 'correct horse' },
  { fill: 'New password', with: 'battery staple' },
  { fill: 'New password again', with: 'battery staple' },
  { press: 'Enter' },
]

const LISTS: readonly Scene[] = [
  { name: 'settings', view: UNLOCKED, acts: [tab('Settings')] },
  { name: 'settings-panel', view: UNLOCKED, page: 'panel', acts: [tab('Settings')] },
  { name: 'settings-tab', view: UNLOCKED, page: 'tab', acts: [tab('Settings')] },
  { name: 'settings-200', view: UNLOCKED, textScale: 2, acts: [tab('Settings')] },
  {
    name: 'settings-hostile',
    view: unlocked({ network: { ...LOCAL, name: HOSTILE } }),
    acts: [tab('Settings')],
  },
  { name: 'settings-backup', view: UNLOCKED, acts: [tab('Settings'), { open: 'Accounts and backup' }] },
  {
    name: 'settings-backup-unchecked',
    view: unlocked({ secrets: UNCHECKED, contacts: [] }),
    page: 'panel',
    acts: [tab('Settings'), { open: 'Accounts and backup' }],
  },
  { name: 'settings-network', view: UNLOCKED, acts: [tab('Settings'), { open: 'Network' }] },
  {
    name: 'settings-network-error',
    view: unlocked({ network: LOCAL }),
    replies: {
      setEndpoints: error('This node is on another network: it says secret-4, expected secretdev-1.'),
    },
    acts: [
      tab('Settings'),
      { open: 'Network' },
      { fill: 'Own node address', with: 'https://wrong.example' },
      { click: 'Use this node' },
      { scroll: 'end' },
    ],
  },
  { name: 'settings-about', view: UNLOCKED, acts: [tab('Settings'), { open: 'About' }] },
  { name: 'home-panel', view: UNLOCKED, page: 'panel' },
]

const SECURITY_SCENES: readonly Scene[] = [
  { name: 'settings-security', view: UNLOCKED, acts: SECURITY },
  { name: 'settings-security-panel', view: unlocked({ passkeys: PASSKEYS }), page: 'panel', acts: SECURITY },
  { name: 'settings-security-200', view: UNLOCKED, textScale: 2, acts: SECURITY },
  { name: 'settings-password', view: UNLOCKED, acts: PASSWORD },
  { name: 'settings-password-panel', view: UNLOCKED, page: 'panel', acts: PASSWORD },
  {
    name: 'settings-password-wrong',
    view: UNLOCKED,
    replies: { changePassword: WRONG },
    acts: [...PASSWORD, ...TYPED],
  },
  {
    name: 'settings-password-short',
    view: UNLOCKED,
    acts: [
      ...PASSWORD,
      { fill: 'Current password', with: 'correct horse' },
      { fill: 'New password', with: 'short' },
      { press: 'Enter' },
    ],
  },
  {
    name: 'settings-password-busy',
    view: UNLOCKED,
    replies: { changePassword: 'never' },
    acts: [...PASSWORD, ...TYPED],
  },
  { name: 'settings-password-changed', view: UNLOCKED, acts: [...PASSWORD, ...TYPED] },
]

const PASSKEY_SCENES: readonly Scene[] = [
  { name: 'settings-passkeys-empty', view: UNLOCKED, passkeys: 'made', acts: KEYS },
  { name: 'settings-passkeys-none', view: UNLOCKED, passkeys: 'none', acts: KEYS },
  { name: 'settings-passkeys', view: unlocked({ passkeys: PASSKEYS }), passkeys: 'made', acts: KEYS },
  {
    name: 'settings-passkeys-removed',
    view: unlocked({ passkeys: PASSKEYS }),
    passkeys: 'made',
    acts: [...KEYS, { click: 'Remove Security key in the drawer' }],
  },
  {
    name: 'settings-passkeys-popup',
    view: unlocked({ passkeys: PASSKEYS }),
    passkeys: 'made',
    vanishes: true,
    acts: KEYS,
  },
  {
    name: 'settings-passkeys-hostile',
    view: unlocked({
      passkeys: [HOSTILE, LONG].map((name, index) => ({ credentialId: `A${index}`, name, createdAt: 0 })),
    }),
    page: 'panel',
    passkeys: 'made',
    replies: { removePasskey: error(LONG) },
    acts: [...KEYS, { open: 'Remove' }],
  },
  { name: 'settings-passkey-add', view: UNLOCKED, passkeys: 'made', acts: ADD },
  {
    name: 'settings-passkey-wait',
    view: UNLOCKED,
    passkeys: 'made',
    replies: { addPasskey: WAIT },
    acts: [...ADD, { fill: 'Password', with: 'wrong' }, { click: 'Continue' }],
  },
  {
    name: 'settings-passkey-cancelled',
    view: UNLOCKED,
    passkeys: 'cancelled',
    acts: [...ADD, { fill: 'Password', with: 'correct horse' }, { click: 'Continue' }],
  },
  {
    name: 'settings-passkey-unfit',
    view: UNLOCKED,
    page: 'tab',
    passkeys: 'without-secret',
    acts: [...ADD, { fill: 'Password', with: 'correct horse' }, { click: 'Continue' }],
  },
  {
    name: 'settings-passkey-busy',
    view: UNLOCKED,
    passkeys: 'waiting',
    acts: [...ADD, { fill: 'Password', with: 'correct horse' }, { click: 'Continue' }],
  },
]

const FORGET_SCENES: readonly Scene[] = [
  { name: 'settings-forget', view: UNLOCKED, acts: FORGET },
  {
    name: 'settings-forget-unchecked',
    view: unlocked({ secrets: UNCHECKED }),
    acts: FORGET,
  },
  {
    name: 'settings-forget-typed',
    view: unlocked({ secrets: [{ ...SECRET, checked: false }] }),
    page: 'panel',
    acts: [...FORGET, { fill: 'To go on', with: 'forget this wallet' }, { scroll: 'end' }],
  },
  {
    name: 'settings-forget-hostile',
    view: unlocked({ secrets: [{ ...SECRET, name: HOSTILE, checked: false }] }),
    replies: { forgetWallet: error(LONG) },
    acts: [
      ...FORGET,
      { fill: 'To go on', with: 'forget this wallet' },
      { click: 'Delete everything' },
      { scroll: 'end' },
    ],
  },
  { name: 'settings-forget-200', view: UNLOCKED, textScale: 2, acts: FORGET },
]

export const SETTINGS: readonly Scene[] = [...LISTS, ...SECURITY_SCENES, ...PASSKEY_SCENES, ...FORGET_SCENES]
