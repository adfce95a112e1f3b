// Names, texts and views that the pictures are made of: ordinary ones, long ones, and hostile ones.
import type {
  ActivitySummary,
  ContactView,
  GrantView,
  HadView,
  LockedView,
  NetworkView,
  OwnAccountView,
  SecretView,
  SiteView,
  TokenView,
  UnlockedView,
  View,
} from '../../src/messages/popup'
import type { Act } from './scene'

export const NOW = Date.UTC(2026, 10, 21, 10, 12, 0)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

export const LONG = 'A name that somebody made five hundred characters long to see what gives way first: '
  .repeat(6)
  .slice(0, 500)
export const HOSTILE = `<img src=x onerror=alert(1)>\u202Egnp.elif\u202C \u200b<b>bold</b> ${'مرحبا بالعالم '.repeat(12)}${'W'.repeat(200)}`
export const LONG_ORIGIN = `https://${'very-long-subdomain-name.'.repeat(7)}example.xn--80ak6aa92e.example`

export const SECRET: SecretView = {
  id: '0123456789abcdef',
  name: 'Recovery phrase 1',
  kind: 'phrase',
  words: 12,
  passphrase: false,
  source: 'created',
  createdAt: NOW,
  checked: true,
}
export const ACCOUNT: OwnAccountView = {
  name: 'Main',
  address: 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03',
  colour: 0,
  hidden: false,
  keys: { kind: 'phrase', secretId: SECRET.id, path: "m/44'/529'/0'/0/0" },
}
export const SAVINGS: OwnAccountView = {
  name: 'Savings',
  address: 'secret1ajz54hz8azwuy34qwy9fkjnfcrvf0dzswy0lqq',
  colour: 2,
  hidden: false,
  keys: { kind: 'phrase', secretId: SECRET.id, path: "m/44'/529'/0'/0/1" },
}
export const WATCHED: OwnAccountView = {
  name: 'Foundation',
  address: 'secret1ldjxljw7v4vk6zhyduywh04hpj0jdwxsmrlatf',
  colour: 5,
  hidden: false,
  keys: { kind: 'watch' },
}
export const RECIPIENT = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'
export const SSCRT = 'secret1k0jntykt7e4g3y88ltc60czgjuqdy4c9e8fzek'
export const SHADE = 'secret1qfql357amn448duf5gvp9gr48sxx9tsnhupu3d'
const STKD = 'secret1k6u0cy4feepm6pehnz804zmwakuwdapm69tuc4'

export const CONTACTS: readonly ContactView[] = [
  { address: RECIPIENT, name: 'Ada', note: 'Rent, on the first of the month' },
]

export const NETWORK: NetworkView = {
  chainId: 'secret-4',
  name: 'Secret Network',
  symbol: 'SCRT',
  denom: 'uscrt',
  decimals: 6,
  testnet: false,
  health: 'online',
  height: '19384221',
}

export const LOCAL: NetworkView = {
  ...NETWORK,
  chainId: 'secretdev-1',
  name: 'Local network',
  testnet: true,
  height: '412',
}

export const TOKENS: readonly TokenView[] = [
  token(SSCRT, 'Secret SCRT', 'sSCRT', 6, '1204500000'),
  token(SHADE, 'Shade', 'SHD', 8, '3812345678'),
  { ...token(STKD, 'Staked SCRT derivative', 'stkd-SCRT', 6, '0'), hasViewingKey: false },
]

export const ACTIVITY: readonly ActivitySummary[] = [
  summary('a1', 'pending', 'Send sSCRT', 'Send 12.5 sSCRT to secret1fc3fz…n8uj52zfyne', 40_000),
  summary('a2', 'confirmed', 'Create a viewing key', 'Create a viewing key for sSCRT', 25 * MINUTE),
  summary('a3', 'failed', 'Send sSCRT', 'Send 90,000 sSCRT to secret1fc3fz…n8uj52zfyne', 3 * HOUR),
  summary('a4', 'confirmed', 'Wrap SCRT', 'Turn 500 SCRT into sSCRT', 26 * HOUR),
  summary('a5', 'not-found', 'Send SCRT', 'Send 1 SCRT to secret1fc3fz…n8uj52zfyne', 60 * HOUR),
]

const SITES: readonly SiteView[] = [
  {
    origin: 'https://app.example.org',
    account: ACCOUNT.address,
    grants: [
      ...connected('secret-4', { grantedAt: NOW - 30 * 24 * HOUR, lastUsedAt: NOW - 12 * MINUTE }),
      {
        chainId: 'secret-4',
        capability: 'viewing-key',
        contract: SSCRT,
        grantedAt: NOW - 29 * 24 * HOUR,
        lastUsedAt: NOW - 12 * MINUTE,
      },
    ],
    had: [
      had('address', { age: 30 * 24 * HOUR }),
      had('messages', { age: 30 * 24 * HOUR }),
      had('signatures', { age: 3 * HOUR, asked: 14, given: 12 }),
      had('viewing-key', { age: 29 * 24 * HOUR, contract: SSCRT }),
    ],
  },
  {
    origin: 'http://localhost:5173',
    account: SAVINGS.address,
    grants: [
      ...connected('secret-4', { grantedAt: NOW - 2 * HOUR, lastUsedAt: NOW - HOUR }),
      ...connected('secretdev-1', { grantedAt: NOW - 2 * HOUR }),
    ],
    had: [had('address', { age: 2 * HOUR })],
  },
]

export const UNLOCKED: UnlockedView = {
  kind: 'unlocked',
  account: ACCOUNT,
  accounts: [ACCOUNT, SAVINGS, WATCHED],
  secrets: [SECRET],
  contacts: CONTACTS,
  passkeys: [],
  network: NETWORK,
  networks: [
    {
      chainId: 'secret-4',
      name: 'Secret Network',
      testnet: false,
      endpoints: ['https://rest.lavenderfive.com:443/secretnetwork', 'https://1rpc.io/scrt-lcd'],
      custom: false,
      added: false,
    },
    {
      chainId: 'pulsar-3',
      name: 'Pulsar',
      testnet: true,
      endpoints: ['https://api.pulsar.scrttestnet.com'],
      custom: false,
      added: false,
    },
    {
      chainId: 'secretdev-1',
      name: 'Local network',
      testnet: true,
      endpoints: ['http://localhost:1317'],
      custom: true,
      added: false,
    },
  ],
  balance: { kind: 'known', amount: '1842301955', asOf: NOW - MINUTE },
  tokens: TOKENS,
  approvals: [],
  activity: ACTIVITY,
  moreActivity: true,
  sites: SITES,
  pastSites: [],
  siteChoices: [],
  securityEvents: [],
  autoLockMinutes: 15,
  price: { kind: 'off' },
}

/** The closed wallet with some parts of it other than usual. */
export function locked(parts: Partial<LockedView> = {}): View {
  return { kind: 'locked', waitingSites: [], passkeys: [], mends: false, ...parts }
}

/** The open wallet with some parts of it other than usual. */
export function unlocked(parts: Partial<UnlockedView>): View {
  return { ...UNLOCKED, ...parts }
}

/** Goes to a place by its name in the bar. */
export function tab(name: string): Act {
  return { click: name }
}

function token(contract: string, name: string, symbol: string, decimals: number, amount: string): TokenView {
  return {
    contract,
    name,
    symbol,
    decimals,
    hasViewingKey: true,
    balance: { kind: 'known', amount, asOf: NOW - MINUTE },
  }
}

function connected(
  chainId: string,
  times: { readonly grantedAt: number; readonly lastUsedAt?: number },
): GrantView[] {
  return (['see-address', 'request-signatures', 'decrypt'] as const).map((capability) => ({
    chainId,
    capability,
    ...times,
  }))
}

export function had(
  kind: HadView['kind'],
  { age, ...more }: Partial<Pick<HadView, 'contract' | 'asked' | 'given'>> & { readonly age: number },
): HadView {
  return {
    chainId: 'secret-4',
    kind,
    asked: 0,
    given: 0,
    firstAt: NOW - age,
    lastAt: NOW - 12 * MINUTE,
    ...more,
  }
}

function summary(
  id: string,
  status: ActivitySummary['status'],
  title: string,
  sentence: string,
  age: number,
): ActivitySummary {
  return {
    id,
    chainId: 'secret-4',
    origin: 'https://app.example.org',
    title,
    sentence,
    status,
    createdAt: NOW - age,
    hash: 'A3F1'.repeat(16),
    ...(status === 'confirmed' || status === 'failed' ? { height: '19384218' } : {}),
  }
}
