/** What somebody learns who copies the disk of a locked wallet: nothing but the public settings. */
import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { parseAddress, parseChainId, parseOrigin } from '../domain/index'
import type { StoredEntry } from './activity/activity-schema'
import {
  ADDRESS,
  connectedPage,
  DAPP,
  PASSWORD,
  personWithWallet,
  questionOf,
  SIGN_PARAMS,
  seeUnlocked,
  WALLET,
} from './open-wallet.fake'
import type { FakeBrowser } from './platform.fake'
import { KEYS } from './storage/keys'
import { createStore, readSealed, writeSealed } from './storage/stored'
import type { SealedKey } from './storage/stored-key'
import { created } from './vault/vault.fake'
import { VaultError } from './vault/vault-error'

type Keys = typeof KEYS
type SealedName = { [N in keyof Keys]: Keys[N]['sealed'] extends true ? N : never }[keyof Keys]
type Samples = { readonly [N in SealedName]: Keys[N]['fallback'] }

const CONTRACT = parseAddress('secret1k0jntykt7e4g3y88ltc60czgjuqdy4c9e8fzek')
const ACCOUNT = parseAddress(ADDRESS)
const CHAIN = parseChainId('secret-4')
const HASH = 'AB'.repeat(32)
/** Four letters and fewer turn up by chance in what is sealed. */
const WORDS = WALLET.secret.phrase.split(' ').filter((word) => word.length > 4)
const CANARIES = [
  ...WORDS,
  PASSWORD,
  ADDRESS,
  CONTRACT,
  CHAIN,
  'dapp.example',
  'node.example',
  'Account 1',
  'canary',
  'sSCRT',
  'uscrt',
  'MsgSend',
  HASH,
]

const SUMMARY = {
  id: 'canary-entry',
  chainId: CHAIN,
  origin: DAPP,
  title: 'canary title',
  sentence: 'canary sentence',
  status: 'confirmed' as const,
  createdAt: 1,
  hash: HASH,
}
const ENTRY: StoredEntry = {
  ...SUMMARY,
  pageId: 'canary-page',
  account: ACCOUNT,
  fee: { coins: [{ denom: 'uscrt', amount: '1', symbol: 'SCRT', decimals: 6 }], gas: '1' },
  memo: 'canary memo',
  signature: 'AAAA',
  messages: [{ index: 0, title: 'canary', sentence: 'canary', contract: CONTRACT, attributes: [] }],
}

/** One of each: the compiler asks for a sample of every new sealed record. */
const SAMPLES: Samples = {
  accounts: {
    active: ACCOUNT,
    accounts: [{ kind: 'watch', name: 'canary account', colour: 0, hidden: false, address: ACCOUNT }],
    secrets: [
      {
        id: 'canary',
        name: 'canary secret',
        kind: 'private-key',
        passphrase: false,
        source: 'imported',
        createdAt: 1,
        checked: true,
      },
    ],
  },
  contacts: [{ address: ACCOUNT, name: 'canary contact', note: 'canary note' }],
  recipients: [CONTRACT],
  usedContracts: [{ contract: CONTRACT, codeHash: 'a'.repeat(64), admin: ACCOUNT, at: 1 }],
  checkedCodes: [{ codeId: '123456', codeHash: 'a'.repeat(64) }],
  signedPermits: [
    {
      chainId: CHAIN,
      account: ACCOUNT,
      origin: DAPP,
      name: 'canary permit',
      tokens: [CONTRACT],
      permissions: ['owner'],
      at: 1,
    },
  ],
  passkeyNames: { canary: { name: 'canary passkey', createdAt: 1 } },
  addedChains: [
    {
      chainId: parseChainId('canary-1'),
      name: 'canary network',
      coinType: 529,
      denom: 'ucanary',
      symbol: 'CANARY',
      decimals: 6,
      endpoint: 'https://canary.example',
      gasPrices: { low: '1', average: '1', high: '1' },
      saysSecret: true,
    },
  ],
  txKeys: {
    keys: [{ key: 'AAAA', firstSeen: { at: 1, height: '7', endpoints: ['https://canary.example'] } }],
    checkedAt: 1,
    confirmed: { at: 1, endpoints: [] },
  },
  securityEvents: [
    {
      kind: 'tx-key-invalid',
      id: 'canary',
      chainId: CHAIN,
      createdAt: 1,
      checkedAt: 1,
      state: 'open',
      endpoint: 'https://node.example',
      reason: 'canary',
    },
  ],
  balance: { amount: '123456', asOf: 1 },
  tokens: [
    {
      contract: CONTRACT,
      codeHash: 'a'.repeat(64),
      name: 'canary token',
      symbol: 'sSCRT',
      decimals: 6,
      viewingKey: 'canary viewing key',
      addedAt: 1,
    },
  ],
  tokenBalances: { [CONTRACT]: { amount: '123456', asOf: 1 } },
  siteChoices: [{ origin: DAPP, choice: 'never' }],
  sites: [
    {
      origin: parseOrigin(DAPP),
      account: ACCOUNT,
      grants: [
        {
          chainId: CHAIN,
          capability: 'viewing-key',
          contract: CONTRACT,
          grantedAt: 1,
          lastUsedAt: 1,
        },
      ],
      had: [
        {
          chainId: CHAIN,
          kind: 'viewing-key',
          contract: CONTRACT,
          asked: 0,
          given: 0,
          firstAt: 1,
          lastAt: 1,
        },
      ],
    },
  ],
  activityIndex: { accounts: { [ADDRESS]: ['canary-page'] }, pending: ['canary-entry'] },
  activityPage: [SUMMARY],
  activityEntry: ENTRY,
}

/** Every name and value, and what the base64 in them says. */
function everythingOnDisk(browser: FakeBrowser): string {
  const texts = [...browser.local.values].flat()
  const decoded = texts.join('\n').match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? []
  return [...texts, ...decoded.map(latin1)].join('\n')
}

function latin1(text: string): string {
  const whole = text.replace(/=+$/, '')
  const cut = whole.slice(0, whole.length - (whole.length % 4))
  return String.fromCharCode(...base64.decode(cut))
}

function found(disk: string): readonly string[] {
  return CANARIES.filter((canary) => disk.includes(canary))
}

/** The settings are public: which network is chosen, its nodes, and when to lock. */
function withoutSettings(browser: FakeBrowser): string {
  browser.local.values.delete(KEYS.settings.name)
  return everythingOnDisk(browser)
}

describe('the disk of a locked wallet', () => {
  it('I8: says nothing, with every sealed record there is', async () => {
    const { browser, vault } = await created()
    const store = createStore(browser.storage)
    for (const [name, sample] of Object.entries(SAMPLES)) {
      const key: SealedKey<unknown> = KEYS[name as SealedName]
      for (const id of [undefined, `${CHAIN}/${ADDRESS}`]) {
        await writeSealed(store, vault, key, sample, id)
        expect(await readSealed(store, vault, key, id)).toEqual(sample)
      }
    }
    await vault.lock('asked')
    expect(found(everythingOnDisk(browser))).toEqual([])
  })

  it('I8: does not even tell one kind of record from another by its name', async () => {
    const { browser, vault } = await created()
    const store = createStore(browser.storage)
    await writeSealed(store, vault, KEYS.sites, SAMPLES.sites)
    await writeSealed(store, vault, KEYS.balance, SAMPLES.balance, `${CHAIN}/${ADDRESS}`)
    for (const name of browser.local.values.keys())
      expect(name).toMatch(/^(vault|attempts|passkeys|settings|sealed\/[0-9a-f]{32})$/)
    await vault.lock('asked')
    await expect(readSealed(store, vault, KEYS.sites)).rejects.toBeInstanceOf(VaultError)
  })

  it('I8: says nothing after a wallet was used', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const { outcome } = page.ask('signAmino', SIGN_PARAMS)
    await person.popup('approve', { id: await questionOf(person, 'transaction') })
    await outcome
    await seeUnlocked(person, ({ activity }) => activity.length === 1)
    await person.popup('chooseNetwork', { chainId: 'pulsar-3' })
    await person.popup('lock', {})
    expect(found(everythingOnDisk(person.browser))).toEqual([])
    expect(withoutSettings(person.browser)).not.toContain('pulsar')
  })

  it('would say so: the search finds what is put there, in plain text or base64', async () => {
    const { browser } = await created()
    for (const canary of CANARIES) {
      browser.local.values.set('leak', JSON.stringify({ v: 1, data: canary }))
      expect(found(everythingOnDisk(browser))).toContain(canary)
      const hidden = base64.encode(new TextEncoder().encode(`a longer text about ${canary}, and so on`))
      browser.local.values.set('leak', JSON.stringify({ v: 1, data: hidden }))
      expect(found(everythingOnDisk(browser))).toContain(canary)
    }
  })
})
