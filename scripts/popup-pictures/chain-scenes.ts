/** Networks that sites suggest, and what is told about keys and code. */
import type { AddChainReview, SecurityEventView } from '../../src/messages/popup'
import { approval } from './approval-samples'
import { HOSTILE, LONG, LONG_ORIGIN, NOW, SSCRT, tab, UNLOCKED, unlocked } from './samples'
import type { Act, Scene } from './scene'

const rotated: SecurityEventView = {
  id: 'event-rotated',
  chainId: 'secret-4',
  kind: 'tx-key-rotated',
  title: 'The network renewed its encryption key',
  message:
    'Independent nodes of Secret Network agreed on the new key, twice and a while apart, so Sotto encrypts with it now. Earlier messages stay readable. Nothing is needed from you.',
  createdAt: NOW - 120_000,
  blocking: false,
  canAccept: false,
  facts: [
    { label: 'Key until now', value: '79++5YOHfm0SwhlpUDClv7cuCjq9xBZlWqSjDJWkRG8=' },
    { label: 'Key from now on', value: 'UyAkgs8Z55YD2091/RjSnmdMH4yF9PKc5lWqjV78nS8=' },
  ],
}

const disputed: SecurityEventView = {
  ...rotated,
  id: 'event-disputed',
  kind: 'code-hash-disagreement',
  title: 'The nodes disagree about a contract',
  message:
    'They name different code for the same contract of Secret Network. Sotto encrypts nothing for it until they agree; everything else works. At least one node is wrong, dishonest or behind. Try again later, or choose other nodes in Settings.',
  facts: [
    { label: 'Contract', value: SSCRT },
    {
      label: 'https://rest.lavenderfive.com/secretnetwork',
      value: 'af74387e276be8874f07bec3a87023ee49b0e7ebe08178c49d0a49c3c98ed60e',
    },
    {
      label: 'https://lcd.mainnet.secretsaturn.net',
      value: '638a3e1d50175fbcb8373cf801565283e3eb23d88a9b7b7f99fcc5eb1e6b561e',
    },
  ],
}

const suggested: AddChainReview = {
  kind: 'add-chain',
  chainId: 'mysecret-1',
  name: 'My Secret',
  endpoint: 'https://lcd.mysecret.example',
  symbol: 'MINE',
  denom: 'umine',
  decimals: 6,
  warnings: [],
}

const hostile: AddChainReview = {
  ...suggested,
  name: HOSTILE,
  symbol: 'SCRT',
  denom: `ibc/${'9'.repeat(64)}`,
  endpoint: `https://${'a-long-name.'.repeat(12)}example/secret`,
  warnings: [
    { level: 'danger', text: 'You have another network of this name. This one is not the same.' },
    { level: 'danger', text: 'Its coin calls itself SCRT and is another one.' },
    {
      level: 'caution',
      text: 'The address of its node holds letters of another script and may imitate another.',
    },
  ],
}

const added = {
  chainId: 'mysecret-1',
  name: 'My Secret',
  testnet: false,
  endpoints: ['https://lcd.mysecret.example'],
  custom: false,
  added: true,
} as const

const toNetworks: Act[] = [tab('Settings'), { open: 'Network and nodes' }]

export const CHAIN_SCENES: readonly Scene[] = [
  { name: 'chain-notices-home', view: unlocked({ securityEvents: [disputed, rotated] }) },
  {
    name: 'chain-rotated',
    view: unlocked({ securityEvents: [rotated] }),
    acts: [{ click: 'See what happened' }],
  },
  {
    name: 'chain-disputed',
    view: unlocked({ securityEvents: [disputed] }),
    acts: [{ click: 'See what happened' }],
  },
  {
    name: 'chain-suggested',
    page: 'approval',
    view: unlocked({ approvals: [approval(suggested, { networkName: 'My Secret' })] }),
    acts: [{ wait: 700 }],
  },
  {
    name: 'chain-suggested-hostile',
    page: 'approval',
    view: unlocked({ approvals: [approval(hostile, { networkName: LONG, origin: LONG_ORIGIN })] }),
    acts: [{ wait: 700 }],
  },
  {
    name: 'chain-suggested-200',
    page: 'approval',
    view: unlocked({ approvals: [approval(suggested, { networkName: 'My Secret' })] }),
    textScale: 2,
    acts: [{ wait: 700 }],
  },
  {
    name: 'chain-added',
    view: unlocked({
      networks: [...UNLOCKED.networks, added, { ...added, chainId: 'other-1', name: LONG.slice(0, 60) }],
    }),
    acts: [...toNetworks, { scroll: 'end' }],
  },
]
