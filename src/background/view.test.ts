import { describe, expect, it } from 'vitest'
import { CHAINS } from '../chain/index'
import { parseAddress } from '../domain/index'
import type { SecurityEvent } from './networks/security-event-schema'
import { StorageError } from './storage/storage-error'
import { VaultError } from './vault/vault-error'
import { type UnlockedState, viewOf } from './view'
import { readViewState, type ViewParts } from './view-state'

const ACCOUNT = {
  name: 'Account 1',
  address: parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'),
  publicKey: new Uint8Array(33).fill(2),
  path: { coinType: 529, index: 0 },
} as const

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
  }
}

function unlocked(): UnlockedState {
  const [chain] = CHAINS
  if (chain === undefined) throw new Error('no chains')
  return {
    account: ACCOUNT,
    chain,
    health: { kind: 'online', height: 42n },
    networks: [{ chainId: 'secret-4', name: 'Secret Network', testnet: false, endpoints: [], custom: false }],
    balance: { kind: 'loading' },
    tokens: [],
    approvals: [],
    activity: { items: [], more: true },
    sites: [],
    events: [event('open'), event('kept'), event('accepted'), event('passed')],
    autoLockMinutes: 15,
  }
}

describe('the view', () => {
  it('shows of the account no more than its name and address', () => {
    const view = viewOf({ kind: 'unlocked', ...unlocked() })
    expect(view).toMatchObject({
      kind: 'unlocked',
      account: { name: 'Account 1', address: ACCOUNT.address },
      network: { chainId: 'secret-4', health: 'online', height: '42' },
      moreActivity: true,
    })
    expect(JSON.parse(JSON.stringify(view)).account).toEqual({ name: 'Account 1', address: ACCOUNT.address })
  })

  it('shows the security events that still stop something', () => {
    const view = viewOf({ kind: 'unlocked', ...unlocked() })
    if (view.kind !== 'unlocked') throw new Error('not unlocked')
    expect(view.securityEvents.map(({ id }) => id)).toEqual(['open', 'kept'])
  })

  it('names each waiting site once', () => {
    const waitingSites = ['https://a.example', 'https://b.example', 'https://a.example']
    expect(viewOf({ kind: 'locked', waitingSites })).toEqual({
      kind: 'locked',
      waitingSites: ['https://a.example', 'https://b.example'],
    })
  })
})

describe('reading the state', () => {
  const state = unlocked()

  function parts(changes: Partial<ViewParts>): ViewParts {
    return {
      settings: async () => ({ autoLockMinutes: 15, activeChainId: 'secret-4', endpoints: {} }),
      vault: { status: async () => 'unlocked', account: async () => ACCOUNT },
      networks: {
        active: async () => state.chain,
        health: () => state.health,
        choices: async () => state.networks,
        securityEvents: async () => state.events,
      },
      balance: { view: async () => state.balance },
      tokens: { views: async () => state.tokens },
      waitingSites: async () => ['https://a.example'],
      approvals: async () => [],
      activity: async () => state.activity,
      sites: async () => [],
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
      parts({ vault: { status: async () => status, account: refuse }, sites: refuse, approvals: refuse }),
    )
    expect(read.kind).toBe(status)
  })

  it('is a damaged wallet, not an empty one, when a record cannot be read', async () => {
    const error = new StorageError('storage/unreadable', 'sites')
    const read = await readViewState(parts({ sites: () => Promise.reject(error) }))
    expect(read).toEqual({ kind: 'damaged', message: error.message })
  })

  it('tells nothing of a fault inside', async () => {
    const read = await readViewState(parts({ sites: () => Promise.reject(new Error('x is not a function')) }))
    expect(JSON.stringify(read)).not.toContain('not a function')
  })

  it('is locked when it was locked while reading', async () => {
    let status: 'unlocked' | 'locked' = 'unlocked'
    const read = await readViewState(
      parts({
        vault: { status: async () => status, account: async () => ACCOUNT },
        async sites() {
          status = 'locked'
          throw new VaultError('vault/locked')
        },
      }),
    )
    expect(read).toEqual({ kind: 'locked', waitingSites: ['https://a.example'] })
  })
})
