/** The page side over a browser in memory, with a vault whose keys are made in the test and a chain that answers from a list. */
import { type Client, createClient } from '../chain/index'
import {
  DataKey,
  deriveKeplrTxSeed,
  deriveTxSeed,
  openRecord,
  SigningKey,
  sealRecord,
  TxSeed,
} from '../crypto/index'
import {
  addressFromBytes,
  type JsonValue,
  type NamedAddress,
  parseAddress,
  parseOrigin,
} from '../domain/index'
import type { SigningAccount } from './accounts/account'
import type { Wallet as OpenWallet } from './accounts/wallet'
import { createKnownChains, type KnownChains } from './networks/known-chains'
import type { Networks } from './networks/networks'
import type { ChainFacts, KnownToken, PageNetworks, PageTokens } from './page-ports'
import { createPageSide, type PageSide } from './page-side'
import { type FakeBrowser, fakeBrowser } from './platform.fake'
import type { Acquaintances } from './review/request-risks'
import { ReviewedTx } from './signing/reviewed-tx'
import { createStore } from './storage/stored'
import type { LockReason, VaultStatus } from './vault/vault'
import { VaultError } from './vault/vault-error'

export const CHAIN_ID = 'secretdev-1'
export const ORIGIN = parseOrigin('https://dapp.example')
export const OTHER_ORIGIN = parseOrigin('https://other.example')
export const SSCRT = parseAddress('secret1k0jntykt7e4g3y88ltc60czgjuqdy4c9e8fzek')
export const CODE_HASH = 'af74387e276be8874f07bec3a87023ee49b0e7ebe08178c49d0a49c3c98ed60e'
export const BOB = addressFromBytes(new Uint8Array(20).fill(7))

/** The other end of the encryption: what the chain's enclaves have. */
export const ENCLAVE = TxSeed.fromBytes(new Uint8Array(32).fill(3))

export interface FakeVault extends OpenWallet {
  state: VaultStatus
  signatures: number
  readonly key: SigningKey
  readonly signing: SigningAccount
  account(): Promise<SigningAccount>
  unlock(): Promise<void>
  lock(reason: LockReason): Promise<void>
}

export function fakeVault(keyByte = 1): FakeVault {
  const key = SigningKey.fromBytes(new Uint8Array(32).fill(keyByte))
  const dataKey = DataKey.create((length) => new Uint8Array(length).fill(9))
  const listeners: ((reason: LockReason) => Promise<void>)[] = []
  const account: SigningAccount = {
    name: 'Account 1',
    address: addressFromBytes(key.accountBytes()),
    publicKey: key.publicKey(),
    colour: 0,
    hidden: false,
    key: { secretId: 'fake', path: { coinType: 529, account: 0, change: 0, index: 0 } },
  }
  const vault: FakeVault = {
    state: 'unlocked',
    signatures: 0,
    key,
    signing: account,
    status: async () => vault.state,
    async unlock() {
      vault.state = 'unlocked'
    },
    async lock(reason) {
      vault.state = 'locked'
      await Promise.all(listeners.map((listener) => listener(reason)))
    },
    onLocked: (listener) => void listeners.push(listener),
    account: async () => whenOpen(account),
    async sign(reviewed) {
      const { signBytes } = whenOpen(ReviewedTx.check(reviewed))
      vault.signatures += 1
      return { signature: key.signBytes(signBytes), publicKey: key.publicKey() }
    },
    txSeed: async (chainId) => whenOpen(deriveTxSeed(key, chainId)),
    keplrTxSeed: async (chainId) => whenOpen(deriveKeplrTxSeed(key, chainId)),
    name: async (identity) => whenOpen(dataKey).recordName(identity),
    seal: async (identity, plaintext) => await sealRecord(whenOpen(dataKey), identity, plaintext),
    open: async (identity, sealed) => await openRecord(whenOpen(dataKey), identity, sealed),
  }
  function whenOpen<T>(value: T): T {
    if (vault.state !== 'unlocked') throw new VaultError('vault/locked')
    return value
  }
  return vault
}

export interface FakeNetworks extends PageNetworks, Pick<Networks, 'active' | 'addChain'> {
  blocked: boolean
  /** Contracts and code hashes that nodes disagree about. */
  disputed: string[]
  /** Newest first. */
  keys: Uint8Array[]
  changedAt: number | undefined
  client(chainId: string): Promise<Client>
}

export interface Wallet {
  readonly browser: FakeBrowser
  readonly vault: FakeVault
  readonly networks: FakeNetworks
  readonly chains: KnownChains
  readonly tokens: KnownToken[]
  /** The person's other accounts, and the address book. */
  readonly others: NamedAddress[]
  readonly contacts: NamedAddress[]
  readonly facts: { -readonly [K in keyof ChainFacts]: ChainFacts[K] }
  /** Documents that no longer listen, by tab. */
  readonly gone: Set<number>
  /** What the LCD answers, by the path without its query; all else is not found. */
  readonly lcd: Map<string, JsonValue>
  changes: number
  side: PageSide
  /** A new worker over the same browser. */
  restart(): void
}

export function fakeWallet(): Wallet {
  const browser = fakeBrowser()
  const vault = fakeVault()
  const tokens: KnownToken[] = []
  const lcd = new Map<string, JsonValue>()
  const chains = createKnownChains({ store: createStore(browser.storage), sealer: vault })
  const gone = new Set<number>()
  const wallet: Wallet = {
    browser,
    vault,
    networks: fakeNetworks(browser, chains),
    chains,
    tokens,
    others: [],
    contacts: [],
    facts: {
      codeHash: async () => CODE_HASH,
      contractInfo: async (_, address) =>
        address === SSCRT
          ? { label: 'sSCRT', codeId: '5', creator: BOB, admin: undefined, governed: false }
          : undefined,
      contractChanges: async () => ({ count: 0, lastHeight: undefined }),
      pendingMigration: async () => undefined,
      codeHashById: async () => CODE_HASH,
      codeHashes: async () => ({ stated: CODE_HASH, computed: CODE_HASH }),
      token: async () => ({ name: 'Secret SCRT', symbol: 'sSCRT', decimals: 6 }),
      account: async () => ({ accountNumber: 7n, sequence: 2n }),
      balances: async () => [{ denom: 'uscrt', amount: 10_000_000n }],
      gasFloor: async () => '0.0125',
      feeAllowances: async () => [],
      simulate: async () => ({ kind: 'passes', gasUsed: 60_000n }),
    },
    gone,
    lcd,
    changes: 0,
    get side() {
      side ??= build()
      return side
    },
    restart() {
      side = build()
    },
  }
  browser.respond = (url) => respond(lcd, url)
  browser.answer = ({ tabId }) => (gone.has(tabId) ? undefined : { waiting: true })
  let side: PageSide | undefined
  const build = (): PageSide =>
    createPageSide({
      ...browser,
      after: (ms, callback) => browser.after(Math.min(ms, 20), callback),
      store: createStore(browser.storage),
      vault,
      networks: wallet.networks,
      chains: wallet.chains,
      tokens: fakeTokens(tokens),
      facts: wallet.facts,
      acquaintances: fakeAcquaintances(wallet),
      changed: () => {
        wallet.changes += 1
      },
      settled: () => undefined,
      rename: async (_, name) => void Object.assign(vault.signing, { name }),
    })
  return wallet
}

/** Whom the person knows. */
export function fakeAcquaintances({ vault, others, contacts }: Wallet): Acquaintances {
  return { accounts: async () => [vault.signing, ...others], contacts: async () => contacts }
}

function fakeNetworks(browser: FakeBrowser, chains: KnownChains): FakeNetworks {
  const networks: FakeNetworks = {
    blocked: false,
    disputed: [],
    addChain: (chain) => chains.add(chain),
    async active() {
      const chain = await chains.find(CHAIN_ID)
      if (chain === undefined) throw new Error('The local network is built in.')
      return chain
    },
    keys: [ENCLAVE.pair().publicKey],
    async txKey() {
      const [key] = networks.keys
      return networks.blocked || key === undefined ? { kind: 'blocked' } : { kind: 'ready', key }
    },
    changedAt: undefined,
    isDisputed: async (_, what) => networks.disputed.includes(what),
    currentTxKey: (chainId) => networks.txKey(chainId),
    knownTxKeys: async () => networks.keys,
    txKeyChangedAt: async () => networks.changedAt,
    async client(chainId) {
      const chain = await chains.find(chainId)
      if (chain === undefined) throw new Error(`No such chain: ${chainId}`)
      const clock = {
        now: browser.clock,
        after: (_: number, callback: () => void) => browser.after(0, callback),
      }
      return createClient({ chain, endpoints: ['http://localhost:1317'], fetch: browser.fetch, clock })
    },
  }
  return networks
}

function fakeTokens(tokens: KnownToken[]): PageTokens {
  return {
    find: async (_, contract) => tokens.find((token) => token.contract === contract),
    list: async () => tokens,
    views: async () =>
      tokens.map(({ viewingKey, ...token }) => ({
        ...token,
        hasViewingKey: viewingKey !== undefined,
        balance:
          viewingKey === undefined
            ? ({ kind: 'failed', message: 'no key' } as const)
            : ({ kind: 'known', amount: '100000000', asOf: 0 } as const),
      })),
    async add(_, token) {
      const at = tokens.findIndex(({ contract }) => contract === token.contract)
      if (at === -1) tokens.push(token)
      else tokens[at] = token
    },
  }
}

function respond(lcd: ReadonlyMap<string, JsonValue>, url: string): Response {
  const { pathname } = new URL(url)
  if (pathname.endsWith('/node_info')) {
    return Response.json({ default_node_info: { network: CHAIN_ID }, application_version: {} })
  }
  const found = lcd.get(pathname)
  if (found === undefined) {
    return Response.json({ code: 5, message: 'tx not found', details: [] }, { status: 404 })
  }
  return Response.json(found)
}
