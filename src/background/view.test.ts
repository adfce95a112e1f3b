import { describe, expect, it } from 'vitest'
import { CHAINS } from '../chain/index'
import { parseAddress } from '../domain/index'
import type { StoredBook } from './accounts/account-schema'
import type { SecurityEvent } from './networks/security-event-schema'
import { StorageError } from './storage/storage-error'
import { VaultError } from './vault/vault-error'
import { type UnlockedState, viewOf } from './view'
import { readViewState, type ViewParts } from './view-state'

const ADDRESS = parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03')
const BOOK: StoredBook = {
  active: ADDRESS,
  accounts: [
    {
      kind: 'phrase',
      name: 'Account 1',
      colour: 3,
      hidden: false,
      address: ADDRESS,
      publicKey: 'AAAA',
      secretId: 's1',
      path: { coinType: 529, account: 0, change: 0, index: 2 },
    },
    {
      kind: 'watch',
      name: 'Ada',
      colour: 0,
      hidden: true,
      address: parseAddress('secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'),
    },
  ],
  secrets: [
    {
      id: 's1',
      name: 'Recovery phrase 1',
      kind: 'phrase',
      words: 12,
      passphrase: false,
      source: 'created',
      createdAt: 1,
      checked: false,
    },
  ],
}
const CLOSED = { passkeys: [{ credentialId: 'a', salt: 'AAAA' }], mends: false }

function event(state: SecurityEvent['state']): SecurityEvent {
  return {
    id: state,
    chainId: 'secret-4',
    createdAt: 1,
    checkedAt: 1,
    state,
    kind: 'tx-key-changed',
    known: 'AAAA',
    offered: 'BBBB',
    confirmed: true,
    retired: false,
    endpoints: [],
  }
}

function unlocked(): UnlockedState {
  const [chain] = CHAINS
  if (chain === undefined) throw new Error('no chains')
  return {
    book: BOOK,
    contacts: [],
    passkeys: [],
    chain,
    health: { kind: 'online', height: 42n, blockTime: 0 },
    networks: [
      {
        chainId: 'secret-4',
        name: 'Secret Network',
        testnet: false,
        endpoints: [],
        custom: false,
        added: false,
      },
    ],
    balance: { kind: 'loading' },
    tokens: [],
    approvals: [],
    activity: { items: [], more: true },
    sites: [],
    siteChoices: [],
    events: [event('open'), event('kept'), event('accepted'), event('passed')],
    autoLockMinutes: 15,
    price: { kind: 'known', rate: '1', until: 1 },
  }
}

describe('the view', () => {
  it('shows of the accounts what they are called, where they are, and no key', () => {
    const view = viewOf({ kind: 'unlocked', ...unlocked() })
    const account = {
      name: 'Account 1',
      address: ADDRESS,
      colour: 3,
      hidden: false,
      keys: { kind: 'phrase', secretId: 's1', path: "m/44'/529'/0'/0/2" },
    }
    expect(view).toMatchObject({
      kind: 'unlocked',
      account,
      secrets: BOOK.secrets,
      network: { chainId: 'secret-4', health: 'online', height: '42' },
      moreActivity: true,
    })
    const { accounts } = JSON.parse(JSON.stringify(view))
    expect(accounts[0]).toEqual(account)
    expect(accounts[1]).toMatchObject({ name: 'Ada', hidden: true, keys: { kind: 'watch' } })
    expect(JSON.stringify(accounts)).not.toContain('AAAA')
  })

  it('shows the security events that still stop something', () => {
    const view = viewOf({ kind: 'unlocked', ...unlocked() })
    if (view.kind !== 'unlocked') throw new Error('not unlocked')
    expect(view.securityEvents.map(({ id }) => id)).toEqual(['open', 'kept'])
  })

  it('names each waiting site once', () => {
    const waitingSites = ['https://a.example', 'https://b.example', 'https://a.example']
    expect(viewOf({ kind: 'locked', waitingSites, ...CLOSED })).toEqual({
      kind: 'locked',
      ...CLOSED,
      waitingSites: ['https://a.example', 'https://b.example'],
    })
  })
})

describe('reading the state', () => {
  const state = unlocked()

  function vaultOf(status: ViewParts['vault']['status']): ViewParts['vault'] {
    return { status, lockedFacts: async () => CLOSED, passkeyViews: async () => [] }
  }

  function parts(changes: Partial<ViewParts>): ViewParts {
    return {
      settings: async () => ({
        autoLockMinutes: 15,
        activeChainId: 'secret-4',
        endpoints: {},
        showPrices: true,
      }),
      vault: vaultOf(async () => 'unlocked'),
      accounts: { book: async () => BOOK },
      contacts: { list: async () => [] },
      networks: {
        active: async () => state.chain,
        health: () => state.health,
        choices: async () => state.networks,
        securityEvents: async () => state.events,
      },
      balance: { view: async () => state.balance },
      tokens: { views: async () => state.tokens },
      prices: { view: async () => state.price },
      waitingSites: async () => ['https://a.example'],
      approvals: async () => [],
      activity: async () => state.activity,
      sites: async () => [],
      siteChoices: async () => [],
      pause: async () => undefined,
      ...changes,
    }
  }

  it('gathers everything once unlocked', async () => {
    expect(await readViewState(parts({}))).toEqual({ kind: 'unlocked', ...state })
  })

  it.each(['empty', 'damaged', 'locked'] as const)('reads nothing sealed while %s', async (status) => {
    const refuse = (): never => {
      throw new Error('asked for')
    }
    const read = await readViewState(
      parts({
        vault: vaultOf(async () => status),
        accounts: { book: refuse },
        sites: refuse,
        approvals: refuse,
      }),
    )
    expect(read.kind).toBe(status)
  })

  it('is a damaged wallet, not an empty one, when a record cannot be read', async () => {
    const error = new StorageError('storage/unreadable', 'sites')
    const read = await readViewState(parts({ sites: () => Promise.reject(error) }))
    expect(read).toEqual({ kind: 'damaged', message: error.message })
  })

  it('waits a little for a browser that does not answer, and says so only then', async () => {
    const error = new StorageError('storage/no-answer', 'any')
    let refusals = 2
    const sites = async (): Promise<[]> => {
      refusals -= 1
      if (refusals >= 0) throw error
      return []
    }
    expect((await readViewState(parts({ sites }))).kind).toBe('unlocked')
    refusals = Number.POSITIVE_INFINITY
    expect(await readViewState(parts({ sites }))).toEqual({ kind: 'damaged', message: error.message })
  })

  it('tells nothing of a fault inside', async () => {
    const read = await readViewState(parts({ sites: () => Promise.reject(new Error('x is not a function')) }))
    expect(JSON.stringify(read)).not.toContain('not a function')
  })

  it('is locked when it was locked while reading', async () => {
    let status: 'unlocked' | 'locked' = 'unlocked'
    const read = await readViewState(
      parts({
        vault: vaultOf(async () => status),
        async sites() {
          status = 'locked'
          throw new VaultError('vault/locked')
        },
      }),
    )
    expect(read).toEqual({ kind: 'locked', waitingSites: ['https://a.example'], ...CLOSED })
  })
})
