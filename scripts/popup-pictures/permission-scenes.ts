import type { ApprovalBody } from '../../src/messages/popup'
import { approval } from './approval-samples'
import { error } from './replies'
import {
  HOSTILE,
  had,
  LONG,
  LONG_ORIGIN,
  NOW,
  RECIPIENT,
  SHADE,
  SSCRT,
  tab,
  UNLOCKED,
  unlocked,
} from './samples'
import type { Scene } from './scene'

const HOUR = 3_600_000
const KEYS: Extract<ApprovalBody, { kind: 'share-viewing-keys' }> = {
  kind: 'share-viewing-keys',
  always: false,
  tokens: [
    { contract: SSCRT, symbol: 'sSCRT', chosen: true },
    { contract: SHADE, symbol: 'SHD', chosen: false },
    { contract: RECIPIENT, symbol: 'stkd-SCRT', chosen: true },
  ],
}
const REVEAL: ApprovalBody = {
  kind: 'reveal',
  items: [
    {
      kind: 'key',
      nonce: '9f31c2a0'.repeat(8),
      transaction: {
        title: 'Send sSCRT',
        sentence: 'Send 12.5 sSCRT to secret1fc3fz…n8uj52zfyne',
        createdAt: NOW - 3 * HOUR,
        contract: SSCRT,
      },
    },
    {
      kind: 'text',
      nonce: '0a4be17d'.repeat(8),
      content: { text: '{"balance":{"amount":"1204500000"}}', printable: true },
    },
    { kind: 'text', nonce: '77d0c3e5'.repeat(8) },
  ],
}
const HOSTILE_KEYS: ApprovalBody = {
  kind: 'share-viewing-keys',
  always: false,
  tokens: [
    { contract: SSCRT, symbol: HOSTILE, chosen: true },
    { contract: SHADE, symbol: LONG.slice(0, 80), chosen: true },
  ],
}
const [SITE] = UNLOCKED.sites
const PAST = unlocked({
  sites: UNLOCKED.sites.slice(1),
  pastSites: SITE
    ? [{ ...SITE, grants: [], had: [...SITE.had, had('message-keys', { age: HOUR, asked: 2, given: 2 })] }]
    : [],
})

function ask(name: string, body: ApprovalBody, more: Partial<Scene> = {}): Scene {
  return {
    name: `approve-${name}`,
    page: 'approval',
    view: unlocked({ approvals: [approval(body)] }),
    acts: [{ wait: 700 }],
    ...more,
  }
}

const openSite = [tab('Sites'), { open: 'app.example.org' }]

export const PERMISSIONS: readonly Scene[] = [
  ask('viewing-key', { ...KEYS, tokens: KEYS.tokens.slice(0, 1) }),
  ask('viewing-keys', KEYS),
  ask('viewing-keys-end', KEYS, { acts: [{ wait: 700 }, { scroll: 'end' }] }),
  ask('viewing-keys-always', { ...KEYS, always: true }, { acts: [{ wait: 700 }, { scroll: 'end' }] }),
  ask('viewing-keys-none', { ...KEYS, tokens: KEYS.tokens.map((token) => ({ ...token, chosen: false })) }),
  ask('viewing-keys-hostile', HOSTILE_KEYS),
  ask('viewing-keys-200', KEYS, { textScale: 2 }),
  ask('reveal', REVEAL),
  ask('reveal-text', REVEAL, { acts: [{ wait: 700 }, { scroll: 'middle' }] }),
  ask('connect-again', {
    kind: 'connect',
    chains: [{ chainId: 'secret-4', name: 'Secret Network' }],
    capabilities: ['request-signatures'],
  }),
  { name: 'site', view: UNLOCKED, acts: openSite },
  { name: 'site-end', view: UNLOCKED, acts: [...openSite, { wait: 100 }, { scroll: 'end' }] },
  { name: 'site-200', view: UNLOCKED, acts: openSite, textScale: 2 },
  {
    name: 'site-error',
    view: UNLOCKED,
    replies: { removeSite: error('Sotto was locked meanwhile. Unlock it and try again.') },
    acts: [...openSite, { click: 'Disconnect and revoke everything' }, { wait: 100 }, { scroll: 'end' }],
  },
  {
    name: 'site-hostile',
    view: unlocked({
      sites: UNLOCKED.sites.map((site) => ({ ...site, origin: LONG_ORIGIN })),
      tokens: UNLOCKED.tokens.map((token) => ({ ...token, symbol: HOSTILE })),
    }),
    acts: [tab('Sites'), { open: 'very-long' }],
  },
  { name: 'sites-past', view: PAST, acts: [tab('Sites')] },
  { name: 'site-past', view: PAST, acts: openSite },
]
