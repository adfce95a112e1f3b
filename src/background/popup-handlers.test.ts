import { describe, expect, it } from 'vitest'
import { CHAINS } from '../chain/index'
import { WORDLISTS } from '../crypto/wordlists.fake'
import { FORGET_WORDS } from '../messages/key-facts'
import type { PopupReply } from '../messages/popup'
import { POPUP_PARAMS, type PopupCall, type PopupMethod } from '../messages/popup-schema'
import { fakeBrowser } from './platform.fake'
import { createPopupHandlers, type PopupParts } from './popup-handlers'
import { readSettings } from './settings/settings'
import { createStore } from './storage/stored'
import type { VaultStatus } from './vault/vault'
import { VaultError } from './vault/vault-error'

const ADDRESS = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
const SECRET_ID = '0123456789abcdef'

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
  const call = createPopupHandlers({
    store: made.store,
    random: browser.random,
    kdf: browser.kdf,
    clock: browser.clock,
    wordlists: WORDLISTS,
    vault: {
      ...noting<PopupParts['vault']>(note),
      status: async () => made.status,
      touch: async () => void log.push('touch'),
    },
    accounts: noting(note),
    contacts: noting(note),
    backups: noting(note),
    client: note('client', undefined as never),
    switched: note('switched', undefined),
    forgetAccount: note('forgetAccount', undefined),
    networks: {
      active: async () => chain,
      choose: note('choose', undefined),
      removeChain: note('removeChain', undefined),
      setEndpoints: note('setEndpoints', undefined),
      decide: note('decide', undefined),
    },
    tokens: { remove: note('removeToken', undefined) },
    origins: noting(note),
    forgetChain: note('forgetChain', undefined),
    choices: { set: note('setSiteChoice', undefined) },
    approvals: {
      chooseViewingKeys: note('chooseViewingKeys', undefined),
      allowAlways: note('allowAlways', undefined),
      chooseName: note('chooseName', undefined),
      approve: note('approve', undefined),
      reject: note('reject', undefined),
      rejectAll: note('rejectAll', undefined),
    },
    chooseFee: note('chooseFee', undefined),
    activity: {
      page: note('page', { items: [], more: false }),
      entry: note('entry', undefined),
      messageTxKey: note('messageTxKey', new Uint8Array(32).fill(7)),
    },
    opened: () => void log.push('opened'),
    refresh: note('refresh', undefined),
    renamed: () => void log.push('renamed'),
    changed: () => void log.push('changed'),
  })
  return Object.assign(made, { call })
}

/** Every method there is, each only noted. */
function noting<T extends object>(note: (name: string, result: undefined) => unknown): T {
  return new Proxy({} as T, {
    get: (_, name) => note(String(name), undefined),
    ownKeys: () => VAULT_METHODS,
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  })
}

const VAULT_METHODS = [
  'create',
  'unlock',
  'unlockWithPasskey',
  'lock',
  'forget',
  'checkPassword',
  'changePassword',
  'addPasskey',
  'removePasskey',
  'withSecrets',
  'addSecret',
  'removeSecret',
]

const PASSWORD = 'correct horse'
const BYTES32 = `${'A'.repeat(43)}=`
const PHRASE = {
  kind: 'phrase',
  phrase: `${'abandon '.repeat(11)}about`,
  passphrase: '',
  unlisted: false,
} as const
const PARAMS: { readonly [M in PopupMethod]: PopupCall['params'] } = {
  createVault: { words: 12, password: PASSWORD },
  importVault: { secret: PHRASE, password: PASSWORD, coinType: 529 },
  unlock: { password: PASSWORD },
  unlockWithPasskey: { credentialId: 'a', output: BYTES32 },
  lock: {},
  forgetWallet: { confirmation: FORGET_WORDS },
  addSecret: { secret: PHRASE, coinType: 529 },
  addAccount: { secretId: SECRET_ID },
  watchAddress: { address: ADDRESS, name: 'Ada' },
  findAccounts: { secretId: SECRET_ID },
  selectAccount: { address: ADDRESS },
  editAccount: { address: ADDRESS, name: 'Ada' },
  moveAccount: { address: ADDRESS, to: 0 },
  removeAccount: { address: ADDRESS },
  renameSecret: { secretId: SECRET_ID, name: 'Ada' },
  revealPhrase: { secretId: SECRET_ID, password: PASSWORD },
  revealPrivateKey: { address: ADDRESS, password: PASSWORD },
  confirmBackup: { secretId: SECRET_ID, words: [] },
  changePassword: { password: PASSWORD, next: 'another horse' },
  addPasskey: { password: PASSWORD, name: 'Laptop', credentialId: 'a', salt: BYTES32, output: BYTES32 },
  removePasskey: { credentialId: 'a' },
  makeBackup: { password: PASSWORD, keys: false },
  restoreBackup: { text: '{}', password: PASSWORD },
  saveContact: { address: ADDRESS, name: 'Ada', note: '' },
  removeContact: { address: ADDRESS },
  approve: { id: 'a1' },
  reject: { id: 'a1' },
  chooseFee: { id: 'a1', choice: { kind: 'level', level: 'low' } },
  refresh: {},
  getEntry: { id: 'a1' },
  revealTxKey: { entryId: 'a1', messageIndex: 0 },
  moreActivity: { after: 'a1' },
  chooseNetwork: { chainId: 'pulsar-3' },
  removeNetwork: { chainId: 'added-1' },
  setEndpoints: { chainId: 'secret-4', endpoints: [] },
  removeSite: { origin: 'https://dapp.example' },
  revokeGrant: {
    origin: 'https://dapp.example',
    account: ADDRESS,
    chainId: 'secret-4',
    capability: 'decrypt',
  },
  forgetPastSites: {},
  chooseViewingKeys: { id: 'a1', contracts: [] },
  allowAlways: { id: 'a1', always: true },
  chooseName: { id: 'a1', name: 'Ada' },
  setSiteProvider: { origin: 'https://dapp.example', choice: 'never' },
  removeToken: { contract: 'secret1x' },
  decideSecurityEvent: { id: 'e1', decision: 'accept' },
  setAutoLock: { minutes: 5 },
  setShowPrices: { show: true },
}
const METHODS = Object.keys(POPUP_PARAMS) as PopupMethod[]
const BEFORE_UNLOCK: readonly PopupMethod[] = [
  'createVault',
  'importVault',
  'restoreBackup',
  'forgetWallet',
  'unlock',
  'unlockWithPasskey',
  'lock',
]

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
