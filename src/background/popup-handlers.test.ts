import { describe, expect, it } from 'vitest'
import { CHAINS } from '../chain/index'
import { parseAddress } from '../domain/index'
import type { PopupReply } from '../messages/popup'
import { POPUP_PARAMS, type PopupCall, type PopupMethod } from '../messages/popup-schema'
import { fakeBrowser } from './platform.fake'
import { createPopupHandlers, type PopupParts } from './popup-handlers'
import { readSettings } from './settings/settings'
import { createStore } from './storage/stored'
import type { VaultStatus } from './vault/vault'
import { VaultError } from './vault/vault-error'

const ACCOUNT = {
  name: 'Account 1',
  address: parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'),
  publicKey: new Uint8Array(33),
  path: { coinType: 529, index: 0 },
} as const
const PHRASE = `${'abandon '.repeat(11)}about`

interface Setup {
  readonly log: string[]
  readonly store: PopupParts['store']
  status: VaultStatus
  /** Thrown by everything the handlers ask for. */
  failure: Error | undefined
  call(call: PopupCall): Promise<PopupReply>
}

function setup(status: VaultStatus = 'unlocked'): Setup {
  const browser = fakeBrowser()
  const log: string[] = []
  const [chain] = CHAINS
  if (chain === undefined) throw new Error('no chains')
  const made = { log, store: createStore(browser.storage), status, failure: undefined as Error | undefined }
  const note =
    <T>(name: string, result: T) =>
    async (...args: readonly unknown[]): Promise<T> => {
      log.push([name, ...args.map((arg) => JSON.stringify(arg))].join(' '))
      if (made.failure !== undefined) throw made.failure
      return result
    }
  const refuse = (): never => {
    throw new Error('never asked by the popup')
  }
  const call = createPopupHandlers({
    store: made.store,
    random: browser.random,
    vault: {
      status: async () => made.status,
      create: note('create', undefined),
      unlock: note('unlock', undefined),
      lock: note('lock', undefined),
      touch: async () => void log.push('touch'),
      onLocked: refuse,
      account: async () => ACCOUNT,
      sign: refuse,
      txSeed: refuse,
      keplrTxSeed: refuse,
      name: refuse,
      seal: refuse,
      open: refuse,
    },
    networks: {
      active: async () => chain,
      choose: note('choose', undefined),
      setEndpoints: note('setEndpoints', undefined),
      decide: note('decide', undefined),
    },
    tokens: { remove: note('removeToken', undefined) },
    origins: { revoke: note('revoke', undefined) },
    approvals: {
      approve: note('approve', undefined),
      reject: note('reject', undefined),
      rejectAll: note('rejectAll', undefined),
    },
    activity: {
      page: note('page', { items: [], more: false }),
      entry: note('entry', undefined),
      messageTxKey: note('messageTxKey', new Uint8Array(32).fill(7)),
    },
    opened: () => void log.push('opened'),
    refresh: note('refresh', undefined),
    changed: () => void log.push('changed'),
  })
  return Object.assign(made, { call })
}

const PARAMS: { readonly [M in PopupMethod]: PopupCall['params'] } = {
  draftPhrase: { words: 12 },
  checkPhrase: { phrase: PHRASE },
  createVault: { phrase: PHRASE, password: 'correct horse', source: 'created' },
  unlock: { password: 'correct horse' },
  lock: {},
  approve: { id: 'a1' },
  reject: { id: 'a1' },
  refresh: {},
  getEntry: { id: 'a1' },
  revealTxKey: { entryId: 'a1', messageIndex: 0 },
  moreActivity: { after: 'a1' },
  chooseNetwork: { chainId: 'pulsar-3' },
  setEndpoints: { chainId: 'secret-4', endpoints: [] },
  removeSite: { origin: 'https://dapp.example' },
  removeToken: { contract: 'secret1x' },
  decideSecurityEvent: { id: 'e1', decision: 'accept' },
  setAutoLock: { minutes: 5 },
}
const METHODS = Object.keys(POPUP_PARAMS) as PopupMethod[]
const BEFORE_UNLOCK: readonly PopupMethod[] = ['draftPhrase', 'checkPhrase', 'createVault', 'unlock', 'lock']

function callOf(method: PopupMethod): PopupCall {
  return { method, params: PARAMS[method] } as PopupCall
}

describe('popup calls', () => {
  it.each(METHODS)('%s puts off the auto-lock', async (method) => {
    const { call, log } = setup()
    await call(callOf(method))
    expect(log[0]).toBe('touch')
  })

  it.each(METHODS.filter((method) => !BEFORE_UNLOCK.includes(method)))(
    '%s does nothing while locked',
    async (method) => {
      const { call, log } = setup('locked')
      expect(await call(callOf(method))).toMatchObject({ kind: 'error', error: { code: 'vault/locked' } })
      expect(log).toEqual(['touch'])
    },
  )

  it('ask nothing of a wallet that is not there', async () => {
    const { call } = setup('empty')
    expect(await call(callOf('refresh'))).toMatchObject({ kind: 'error', error: { code: 'vault/empty' } })
  })

  it('make phrases of 12 and 24 words and check them', async () => {
    const { call } = setup('empty')
    for (const words of [12, 24] as const) {
      const reply = await call({ method: 'draftPhrase', params: { words } })
      if (reply.kind !== 'result' || reply.value === null || !('phrase' in reply.value))
        throw new Error('no phrase')
      const { phrase } = reply.value
      expect(await call({ method: 'checkPhrase', params: { phrase } })).toEqual({
        kind: 'result',
        value: { words },
      })
    }
    const short = await call({ method: 'checkPhrase', params: { phrase: 'abandon '.repeat(11) } })
    expect(short).toMatchObject({ kind: 'error', error: { code: 'mnemonic/word-count' } })
  })

  it('create and open the wallet and let what waited go on', async () => {
    const { call, log } = setup('empty')
    const messy = {
      phrase: ` 1. ${PHRASE.toUpperCase()} `,
      password: 'correct horse',
      source: 'imported',
    } as const
    expect(await call({ method: 'createVault', params: messy })).toEqual({ kind: 'result', value: null })
    expect(log).toContain(`create ${JSON.stringify({ ...messy, phrase: PHRASE })}`)
    expect(log.slice(-2)).toEqual(['changed', 'opened'])
  })

  it('end what was asked when the network changes, and only then', async () => {
    const { call, log } = setup()
    await call({ method: 'chooseNetwork', params: { chainId: 'secret-4' } })
    expect(log).toEqual(['touch'])
    await call({ method: 'chooseNetwork', params: { chainId: 'pulsar-3' } })
    expect(log).toEqual(['touch', 'touch', 'rejectAll', 'choose "pulsar-3"', 'opened'])
  })

  it('give the tx key as base64 and nothing else of the entry', async () => {
    const { call } = setup()
    const reply = await call(callOf('revealTxKey'))
    expect(reply).toEqual({
      kind: 'result',
      value: { txKey: 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=' },
    })
  })

  it('say that a transaction is not known', async () => {
    const { call } = setup()
    expect(await call(callOf('getEntry'))).toMatchObject({
      kind: 'error',
      error: { code: 'activity/unknown' },
    })
  })

  it('set the auto-lock time and apply it at once', async () => {
    const { call, log, store } = setup()
    await call({ method: 'setAutoLock', params: { minutes: 5 } })
    expect((await readSettings(store)).autoLockMinutes).toBe(5)
    expect(log).toEqual(['touch', 'touch', 'changed'])
  })

  it('pass on what was said for people and hide every fault', async () => {
    const made = setup()
    made.failure = new VaultError('vault/wrong-password')
    expect(await made.call(callOf('unlock'))).toEqual({
      kind: 'error',
      error: { code: 'vault/wrong-password', message: made.failure.message },
    })
    made.failure = new TypeError('abandon abandon is not a function')
    for (const method of METHODS) {
      const reply = await made.call(callOf(method))
      if (reply.kind !== 'error' || reply.error.code === 'activity/unknown') continue
      expect(reply.error).toEqual({
        code: 'unexpected',
        message: 'Something went wrong inside Sotto. Nothing was signed. Close this window and try again.',
      })
    }
  })
})
