import type { PopupError, UnlockedView, View } from '../../src/messages/popup'
import { approval, BODIES, HOSTILE_TX, TRANSACTION } from './approval-samples'
import { CONFIRMED, FAILED, MIXED, PENDING, TX_KEY } from './entry-samples'
import { ACCOUNT, HOSTILE, LOCAL, LONG, LONG_ORIGIN, NETWORK, NOW, SSCRT, TOKENS, UNLOCKED } from './samples'
import type { Act, Scene } from './scene'

export { NOW } from './samples'

const PHRASE = 'grant rice replace explain federal release fix clever romance raise often wild'
const LONG_PHRASE = `${PHRASE} taxi quarter soccer fiber love empower rescue sunset wealth orphan vocal winner`

const error = (message: string): { kind: 'error'; error: PopupError } => ({
  kind: 'error',
  error: { code: 'picture/error', message },
})
const result = <T>(value: T): { kind: 'result'; value: T } => ({ kind: 'result', value })
const unlocked = (parts: Partial<UnlockedView>): View => ({ ...UNLOCKED, ...parts })
const tab = (name: string): Act => ({ click: name })

const onboarding: readonly Scene[] = [
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

const locked: readonly Scene[] = [
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

const hostileView = unlocked({
  account: { ...ACCOUNT, name: HOSTILE },
  network: { ...NETWORK, name: LONG, health: 'offline', message: HOSTILE },
  balance: { kind: 'failed', message: LONG, last: { amount: '9'.repeat(70), asOf: 0 } },
  tokens: TOKENS.map((token, index) => ({
    ...token,
    name: index === 0 ? HOSTILE : LONG,
    symbol: index === 0 ? LONG : HOSTILE,
    balance: { kind: 'known', amount: '8'.repeat(60), asOf: NOW },
  })),
  activity: UNLOCKED.activity.map((item) => ({ ...item, title: HOSTILE, sentence: LONG })),
  sites: UNLOCKED.sites.map((site) => ({
    ...site,
    origin: LONG_ORIGIN + site.origin.length,
    viewingKeys: [SSCRT],
  })),
})

const event = {
  id: 'event-1',
  chainId: 'secret-4',
  kind: 'tx-key-changed',
  title: 'The network’s encryption key changed',
  message:
    'A node now gives another key than the one Sotto has known. This happens when the network renews its key, which is announced, and it is also what an attack looks like.',
  createdAt: NOW - 120_000,
  blocking: true,
  canAccept: true,
  facts: [
    {
      label: 'Key known until now',
      value: '8d1a50a78d9b6dbf1ac6a3a1d0c1f3d8e1f0e6a4a5e0c2f8f3b1c9d7e5a3b1c2',
    },
    { label: 'Key given now', value: '083b1a03661211d5a4cc8d39a77795795862f7730645573b2bcc2c1920c53c04' },
    { label: 'Given by', value: 'https://rest.lavenderfive.com:443/secretnetwork' },
  ],
} as const

const home: readonly Scene[] = [
  { name: 'home', view: UNLOCKED },
  { name: 'home-tab', view: UNLOCKED, page: 'tab' },
  { name: 'home-200', view: UNLOCKED, textScale: 2 },
  { name: 'home-hidden', view: UNLOCKED, acts: [{ click: 'Hide amounts' }] },
  {
    name: 'home-empty',
    view: unlocked({
      network: LOCAL,
      tokens: [],
      activity: [],
      balance: { kind: 'known', amount: '0', asOf: NOW },
    }),
  },
  {
    name: 'home-loading',
    view: unlocked({
      network: { ...NETWORK, health: 'unknown' },
      balance: { kind: 'loading' },
      tokens: TOKENS.map((token) => ({ ...token, balance: { kind: 'loading' } })),
    }),
    acts: [{ wait: 300 }],
  },
  {
    name: 'home-offline',
    view: unlocked({
      network: {
        ...NETWORK,
        health: 'offline',
        message: 'None of the nodes answered. What was known last is shown; nothing is lost.',
      },
      balance: {
        kind: 'failed',
        message: 'The balance could not be read.',
        last: { amount: '1842301955', asOf: NOW - 7_200_000 },
      },
      tokens: TOKENS.map((token) => ({ ...token, balance: { kind: 'failed', message: 'Not reached.' } })),
    }),
  },
  {
    name: 'home-security',
    view: unlocked({ securityEvents: [event], approvals: [approval({ kind: 'preparing' })] }),
  },
  { name: 'home-hostile', view: hostileView },
  { name: 'receive', view: UNLOCKED, acts: [{ click: 'Receive' }] },
  { name: 'token', view: UNLOCKED, acts: [{ click: 'SHD' }] },
  { name: 'token-no-key', view: UNLOCKED, acts: [{ click: 'stkd-SCRT' }] },
  { name: 'activity', view: UNLOCKED, acts: [tab('Activity')] },
  { name: 'activity-empty', view: unlocked({ activity: [], moreActivity: false }), acts: [tab('Activity')] },
  { name: 'activity-hostile', view: hostileView, acts: [tab('Activity')] },
  { name: 'sites', view: UNLOCKED, acts: [tab('Sites')] },
  { name: 'sites-empty', view: unlocked({ sites: [] }), acts: [tab('Sites')] },
  { name: 'sites-hostile', view: hostileView, acts: [tab('Sites')] },
  { name: 'settings', view: UNLOCKED, acts: [tab('Settings')] },
  {
    name: 'settings-error',
    view: unlocked({ network: LOCAL }),
    replies: {
      setEndpoints: error('This node is on another network: it says secret-4, expected secretdev-1.'),
    },
    acts: [
      tab('Settings'),
      { fill: 'Own node address', with: 'https://wrong.example' },
      { click: 'Use this node' },
      { scroll: 'end' },
    ],
  },
  { name: 'security', view: unlocked({ securityEvents: [event] }), acts: [{ click: 'See what happened' }] },
  { name: 'security-strip', view: unlocked({ securityEvents: [event] }), acts: [tab('Sites')] },
  {
    name: 'security-accept',
    view: unlocked({ securityEvents: [event] }),
    acts: [{ click: 'See what happened' }, { click: 'I know why the key changed' }],
  },
]

const openEntry = (which: string): Act[] => [tab('Activity'), { open: which }]
const entries: readonly Scene[] = [
  {
    name: 'entry-confirmed',
    view: UNLOCKED,
    replies: { getEntry: result(CONFIRMED), revealTxKey: result({ txKey: TX_KEY }) },
    acts: openEntry('Create a viewing key'),
  },
  {
    name: 'entry-confirmed-end',
    view: UNLOCKED,
    replies: { getEntry: result(CONFIRMED), revealTxKey: result({ txKey: TX_KEY }) },
    acts: [...openEntry('Create a viewing key'), { wait: 100 }, { scroll: 'end' }],
  },
  {
    name: 'entry-pending',
    view: UNLOCKED,
    replies: { getEntry: result(PENDING), revealTxKey: result({ txKey: TX_KEY }) },
    acts: openEntry('12.5'),
  },
  {
    name: 'entry-failed',
    view: UNLOCKED,
    replies: { getEntry: result(FAILED), revealTxKey: result({ txKey: TX_KEY }) },
    acts: openEntry('90,000'),
  },
  {
    name: 'entry-mixed',
    view: UNLOCKED,
    replies: { getEntry: result(MIXED), revealTxKey: result({ txKey: TX_KEY }) },
    acts: openEntry('Wrap SCRT'),
  },
  {
    name: 'entry-key-refused',
    view: UNLOCKED,
    replies: {
      getEntry: result(CONFIRMED),
      revealTxKey: error('Sotto was locked meanwhile. Unlock it and open this again.'),
    },
    acts: openEntry('Create a viewing key'),
  },
]

const approvals: readonly Scene[] = [
  ...Object.entries(BODIES).map(
    ([name, body]): Scene => ({
      name: `approve-${name}`,
      page: 'approval',
      view: unlocked({ approvals: [approval(body)] }),
      acts: [{ wait: 700 }],
    }),
  ),
  {
    name: 'approve-transaction-middle',
    page: 'approval',
    view: unlocked({ approvals: [approval({ kind: 'transaction', ...TRANSACTION })] }),
    acts: [{ wait: 700 }, { scroll: 'middle' }],
  },
  {
    name: 'approve-transaction-end',
    page: 'approval',
    view: unlocked({ approvals: [approval({ kind: 'transaction', ...TRANSACTION })] }),
    acts: [{ wait: 700 }, { scroll: 'end' }],
  },
  {
    name: 'approve-queue',
    page: 'approval',
    view: unlocked({
      approvals: ['a', 'b', 'c'].map((id) => approval({ kind: 'transaction', ...TRANSACTION }, { id })),
    }),
  },
  {
    name: 'approve-hostile',
    page: 'approval',
    view: unlocked({
      approvals: [
        approval(
          { kind: 'transaction', ...HOSTILE_TX, dangerous: true },
          { origin: LONG_ORIGIN, networkName: LONG },
        ),
      ],
    }),
    acts: [{ wait: 700 }],
  },
  {
    name: 'approve-200',
    page: 'approval',
    textScale: 2,
    view: unlocked({ approvals: [approval({ kind: 'transaction', ...TRANSACTION })] }),
    acts: [{ wait: 700 }],
  },
  {
    name: 'approve-error',
    page: 'approval',
    view: unlocked({ approvals: [approval({ kind: 'transaction', ...TRANSACTION })] }),
    replies: { approve: error('The network’s key changed while you read. Nothing was signed.') },
    acts: [{ wait: 700 }, { click: 'Approve' }],
  },
  {
    name: 'approve-danger-typed',
    page: 'approval',
    view: unlocked({ approvals: [approval(BODIES['transaction-danger'] ?? { kind: 'preparing' })] }),
    acts: [{ wait: 700 }, { fill: 'Type SIGN', with: 'SIGN' }, { wait: 100 }],
  },
]

export const SCENES: readonly Scene[] = [...onboarding, ...locked, ...home, ...entries, ...approvals]
