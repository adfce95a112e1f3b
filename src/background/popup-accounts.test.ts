/** What a person does with accounts, over the whole background. */
import { describe, expect, it } from 'vitest'
import type { PageOutcome } from '../messages/page'
import type { PopupResults, UnlockedView } from '../messages/popup'
import type { PopupMethod, PopupParams } from '../messages/popup-schema'
import {
  ADDRESS,
  connectedPage,
  DAPP,
  PASSWORD,
  personWithWallet,
  questionOf,
  seeUnlocked,
} from './open-wallet.fake'
import type { FakePerson } from './wiring.fake'

const ABANDON = `${'abandon '.repeat(11)}about`
const KEY = 'c0ffee'.padStart(64, '0')
const WATCHED = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'

async function ask<M extends PopupMethod>(
  person: FakePerson,
  method: M,
  params: PopupParams[M],
): Promise<PopupResults[M]> {
  const reply = await person.popup(method, params)
  if (reply.kind === 'error') throw new Error(reply.error.code)
  return reply.value
}

async function refusal<M extends PopupMethod>(
  person: FakePerson,
  method: M,
  params: PopupParams[M],
): Promise<string> {
  const reply = await person.popup(method, params)
  return reply.kind === 'error' ? reply.error.code : 'done'
}

function phrase(words: string, passphrase = ''): PopupParams['addSecret'] {
  return { secret: { kind: 'phrase', phrase: words, passphrase, unlisted: false }, coinType: 529 }
}

function secretIdOf(view: UnlockedView, at = 0): string {
  return view.secrets[at]?.id ?? ''
}

async function names(person: FakePerson): Promise<readonly string[]> {
  return (await seeUnlocked(person)).accounts.map(({ name }) => name)
}

describe('accounts', () => {
  it('come from several phrases, keys and paths, each with its own address', async () => {
    const person = await personWithWallet()
    const first = secretIdOf(await seeUnlocked(person))
    const second = await ask(person, 'addSecret', phrase(ABANDON))
    await ask(person, 'addSecret', phrase(ABANDON, 'TREZOR'))
    await ask(person, 'addSecret', { secret: { kind: 'private-key', privateKey: KEY }, coinType: 529 })
    const next = await ask(person, 'addAccount', { secretId: first })
    const path = { coinType: 118, account: 2, change: 1, index: 9 } as const
    await ask(person, 'addAccount', { secretId: second.secretId, path })
    await ask(person, 'watchAddress', { address: ` ${WATCHED} `, name: 'Ada' })
    const { accounts, secrets } = await seeUnlocked(person)
    expect(new Set(accounts.map(({ address }) => address)).size).toBe(7)
    expect(accounts.map(({ keys }) => ('path' in keys ? keys.path : keys.kind))).toEqual([
      "m/44'/529'/0'/0/0",
      "m/44'/529'/0'/0/0",
      "m/44'/529'/0'/0/0",
      'private-key',
      "m/44'/529'/0'/0/1",
      "m/44'/118'/2'/1/9",
      'watch',
    ])
    expect(accounts[4]?.address).toBe(next.address)
    expect(secrets.map(({ kind, passphrase }) => [kind, passphrase])).toEqual([
      ['phrase', false],
      ['phrase', false],
      ['phrase', true],
      ['private-key', false],
    ])
  })

  it('C113: are never there twice, and a watched one gets its key when that comes', async () => {
    const person = await personWithWallet()
    const added = await ask(person, 'addSecret', phrase(ABANDON))
    expect(await refusal(person, 'addSecret', phrase(ABANDON))).toBe('vault/secret-known')
    expect(await refusal(person, 'watchAddress', { address: added.address, name: 'x' })).toBe(
      'accounts/known',
    )
    const path = { coinType: 529, account: 0, change: 0, index: 0 } as const
    expect(await refusal(person, 'addAccount', { secretId: added.secretId, path })).toBe('accounts/known')
    const revealed = await ask(person, 'revealPrivateKey', { address: added.address, password: PASSWORD })
    const key = { secret: { kind: 'private-key', privateKey: revealed.privateKey }, coinType: 529 } as const
    expect(await refusal(person, 'addSecret', key)).toBe('accounts/known')
    await ask(person, 'removeAccount', { address: added.address, password: PASSWORD })
    await ask(person, 'watchAddress', { address: added.address, name: 'Mine, watched' })
    await ask(person, 'addSecret', key)
    const { accounts, secrets } = await seeUnlocked(person)
    expect(accounts[1]).toMatchObject({ name: 'Mine, watched', keys: { kind: 'private-key' } })
    expect(secrets.map(({ kind }) => kind)).toEqual(['phrase', 'private-key'])
  })

  it('are named, coloured, hidden and put in order', async () => {
    const person = await personWithWallet()
    const secretId = secretIdOf(await seeUnlocked(person))
    for (let n = 0; n < 3; n += 1) await ask(person, 'addAccount', { secretId })
    expect(await names(person)).toEqual(['Account 1', 'Account 2', 'Account 3', 'Account 4'])
    const { address } = (await seeUnlocked(person)).accounts[3] ?? { address: '' }
    await ask(person, 'editAccount', { address, name: '  Savings ', colour: 6, hidden: true })
    await ask(person, 'moveAccount', { address, to: 1 })
    const { accounts } = await seeUnlocked(person)
    expect(accounts[1]).toMatchObject({ name: 'Savings', colour: 6, hidden: true, address })
    expect(await refusal(person, 'editAccount', { address, name: ' ' })).toBe('accounts/name')
    expect(await refusal(person, 'editAccount', { address, name: 'x'.repeat(61) })).toBe('accounts/name')
    expect(await refusal(person, 'editAccount', { address: 'secret1x', name: 'x' })).toBe('accounts/unknown')
  })

  it('U61: end what was asked of the one before when another is chosen, and sites are told', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const { address } = await ask(person, 'addSecret', phrase(ABANDON))
    const { outcome } = page.ask('getViewingKey', { chainId: 'secret-4', contract: WATCHED })
    expect(await outcome).toMatchObject({ error: { code: 'no-viewing-key' } })
    const asked = person.page('https://other.example').ask('connect', { chainIds: ['secret-4'] })
    const id = await questionOf(person, 'connect')
    await ask(person, 'selectAccount', { address })
    expect(await asked.outcome).toMatchObject({ error: { code: 'rejected' } })
    expect(await refusal(person, 'approve', { id })).toBe('approval/gone')
    expect((await seeUnlocked(person)).account.address).toBe(address)
    // Grants are of one account: the site must ask again, and what it has of the first one is still listed.
    const again = page.ask('getAccount', { chainId: 'secret-4' })
    await questionOf(person, 'connect')
    await ask(person, 'selectAccount', { address: ADDRESS })
    expect(await again.outcome).toMatchObject({ error: { code: 'rejected' } })
    expect(await page.ask('getAccount', { chainId: 'secret-4' }).outcome).toMatchObject({
      value: { address: ADDRESS },
    })
    expect((await seeUnlocked(person)).sites).toMatchObject([{ origin: DAPP, account: ADDRESS }])
  })

  it('give nothing to sites while only watched', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    await ask(person, 'watchAddress', { address: WATCHED, name: 'Ada' })
    await ask(person, 'selectAccount', { address: WATCHED })
    for (const method of ['connect', 'getAccount'] as const) {
      const params = method === 'connect' ? { chainIds: ['secret-4'] } : { chainId: 'secret-4' }
      expect(await page.ask(method, params).outcome).toMatchObject({ error: { code: 'no-account' } })
    }
    expect(await refusal(person, 'revealPrivateKey', { address: WATCHED, password: PASSWORD })).toBe(
      'accounts/watch-only',
    )
  })

  it('are removed with what was kept of them, the last of a phrase only with the password', async () => {
    const person = await personWithWallet()
    await connectedPage(person)
    const added = await ask(person, 'addSecret', phrase(ABANDON))
    expect(await refusal(person, 'removeAccount', { address: ADDRESS })).toBe('accounts/needs-password')
    expect(await refusal(person, 'removeAccount', { address: ADDRESS, password: 'wrong horse' })).toBe(
      'vault/wrong-password',
    )
    await ask(person, 'removeAccount', { address: ADDRESS, password: PASSWORD })
    const view = await seeUnlocked(person)
    expect(view).toMatchObject({ account: { address: added.address }, sites: [] })
    expect(view.secrets).toHaveLength(1)
    const last = { address: added.address, password: PASSWORD }
    expect(await refusal(person, 'removeAccount', last)).toBe('accounts/last')
    expect((await seeUnlocked(person)).accounts).toHaveLength(1)
  })
})

describe('a list that is full', () => {
  it('opens all the same, and says that there is no room', async () => {
    const person = await personWithWallet()
    const secretId = secretIdOf(await seeUnlocked(person))
    for (let n = 1; n < 500; n += 1) await ask(person, 'addAccount', { secretId })
    expect(await refusal(person, 'addAccount', { secretId })).toBe('accounts/too-many')
    expect(await refusal(person, 'addSecret', phrase(ABANDON))).toBe('accounts/too-many')
    expect((await seeUnlocked(person)).secrets).toHaveLength(1)
    await ask(person, 'lock', {})
    await ask(person, 'unlock', { password: PASSWORD })
    expect((await seeUnlocked(person)).accounts).toHaveLength(500)
  }, 60_000)
})

/** The page's answer; whatever it comes to ask of the person meanwhile is rejected. */
async function outcomeOrRejected(person: FakePerson, outcome: Promise<PageOutcome>): Promise<PageOutcome> {
  let settled: PageOutcome | undefined
  void outcome.then((found) => {
    settled = found
  })
  while (settled === undefined) {
    // The page's answer comes with a turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
    const { approvals } = await seeUnlocked(person)
    for (const { id } of approvals) await person.popup('reject', { id })
  }
  return settled
}

describe('a page that asks while another account is chosen', () => {
  it('gets what was granted for one of them, and never the other one', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const other = await ask(person, 'addSecret', phrase(ABANDON))
    const keyOf = async (): Promise<unknown> => {
      const outcome = await page.ask('getTxPublicKey', { chainId: 'secret-4' }).outcome
      return outcome.kind === 'result' ? outcome.value : undefined
    }
    const own = await keyOf()
    for (let turns = 0; turns < 60; turns += 3) {
      const asked = page.ask('getTxPublicKey', { chainId: 'secret-4' })
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
      await ask(person, 'selectAccount', { address: other.address })
      const outcome = await outcomeOrRejected(person, asked.outcome)
      if (outcome.kind === 'result') expect(outcome.value).toEqual(own)
      await ask(person, 'selectAccount', { address: ADDRESS })
      person.browser.now += 120_000
    }
  })
})

describe('what shows a secret', () => {
  it('asks for the password each time, and slows down guessing', async () => {
    const person = await personWithWallet()
    const secretId = secretIdOf(await seeUnlocked(person))
    for (let n = 0; n < 3; n += 1)
      expect(await refusal(person, 'revealPhrase', { secretId, password: 'wrong horse' })).toBe(
        'vault/wrong-password',
      )
    expect(await refusal(person, 'revealPhrase', { secretId, password: PASSWORD })).toBe('vault/wait')
    person.browser.now += 2_000
    const { phrase: words } = await ask(person, 'revealPhrase', { secretId, password: PASSWORD })
    expect(words.split(' ')).toHaveLength(24)
    expect(await refusal(person, 'revealPhrase', { secretId: '0'.repeat(16), password: PASSWORD })).toBe(
      'vault/no-secret',
    )
  })

  it('shows the key that the account signs with', async () => {
    const person = await personWithWallet()
    await ask(person, 'addSecret', { secret: { kind: 'private-key', privateKey: `0x${KEY}` }, coinType: 529 })
    const address = (await seeUnlocked(person)).accounts[1]?.address ?? ''
    expect(await ask(person, 'revealPrivateKey', { address, password: PASSWORD })).toEqual({
      privateKey: KEY,
    })
  })

  it('takes three right words at their places as proof, and says which are wrong', async () => {
    const person = await personWithWallet()
    const { secretId } = await ask(person, 'addSecret', phrase(ABANDON))
    const check = (...words: [number, string][]) =>
      ask(person, 'confirmBackup', { secretId, words: words.map(([place, word]) => ({ place, word })) })
    expect(await check([1, 'abandon'], [12, 'about'], [2, 'about'])).toEqual({ wrongPlaces: [2] })
    expect(await check([1, 'abandon'], [12, ' ABOUT '], [2, 'abandon'])).toEqual({ wrongPlaces: [] })
  })
})

describe('the address book', () => {
  it('keeps names by address, in order, and refuses what is no address or no name', async () => {
    const person = await personWithWallet()
    await ask(person, 'saveContact', { address: WATCHED, name: 'bob', note: ' rent ' })
    await ask(person, 'saveContact', { address: ADDRESS, name: 'Ada', note: '' })
    await ask(person, 'saveContact', { address: WATCHED, name: 'Bob', note: 'rent' })
    expect((await seeUnlocked(person)).contacts).toEqual([
      { address: ADDRESS, name: 'Ada', note: '' },
      { address: WATCHED, name: 'Bob', note: 'rent' },
    ])
    expect(await refusal(person, 'saveContact', { address: 'cosmos1x', name: 'x', note: '' })).toBe(
      'address/prefix',
    )
    expect(await refusal(person, 'saveContact', { address: WATCHED, name: '', note: '' })).toBe(
      'contacts/name',
    )
    await ask(person, 'removeContact', { address: WATCHED })
    expect((await seeUnlocked(person)).contacts).toHaveLength(1)
  })
})
