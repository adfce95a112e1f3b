import { approval } from './approval-samples'
import {
  ACCOUNT,
  HOSTILE,
  LOCAL,
  LONG,
  LONG_ORIGIN,
  NETWORK,
  NOW,
  TOKENS,
  tab,
  UNLOCKED,
  unlocked,
} from './samples'
import type { Scene } from './scene'

const hostileView = unlocked({
  account: { ...ACCOUNT, name: HOSTILE },
  accounts: UNLOCKED.accounts.map((account) => ({ ...account, name: HOSTILE })),
  contacts: UNLOCKED.contacts.map((contact) => ({ ...contact, name: HOSTILE, note: LONG })),
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

export const HOME: readonly Scene[] = [
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
    name: 'home-behind',
    view: unlocked({
      network: { ...NETWORK, health: 'behind', height: '18234567', blockTime: NOW - 7_200_000 },
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
  { name: 'security', view: unlocked({ securityEvents: [event] }), acts: [{ click: 'See what happened' }] },
  { name: 'security-strip', view: unlocked({ securityEvents: [event] }), acts: [tab('Sites')] },
  {
    name: 'security-accept',
    view: unlocked({ securityEvents: [event] }),
    acts: [{ click: 'See what happened' }, { click: 'I know why the key changed' }],
  },
]
