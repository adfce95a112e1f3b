import { describe, expect, it } from 'vitest'
import type { View } from '../messages/popup'
import {
  ADDRESS,
  connectedPage,
  DAPP,
  PASSWORD,
  personWithWallet,
  questionOf,
  SIGN_PARAMS,
  seeUnlocked,
} from './open-wallet.fake'
import { FAKE_EXTENSION_ID, FAKE_EXTENSION_URL } from './platform.fake'
import { LOCK_ALARM } from './vault/vault-session'
import { type FakePerson, fakePerson } from './wiring.fake'

const MINUTE = 60_000

const isLocked = ({ kind }: View): boolean => kind === 'locked'

describe('a first run', () => {
  it('opens the onboarding tab on installing, and not on an update', () => {
    const { browser, background } = fakePerson()
    background().installed('update')
    expect(browser.openTabs).toEqual([])
    background().installed('install')
    expect(browser.openTabs).toEqual([`${FAKE_EXTENSION_URL}popup.html?tab`])
  })

  it('goes from empty to the first screen', async () => {
    const person = fakePerson()
    expect(await person.see(() => true)).toEqual({ kind: 'empty' })
    const { outcome } = person.page(DAPP).ask('connect', { chainIds: ['secret-4'] })
    expect(await outcome).toMatchObject({ kind: 'error', error: { code: 'no-wallet' } })
    const made = await person.popup('createVault', { words: 24, password: PASSWORD })
    if (made.kind !== 'result') throw new Error('no wallet')
    const shown = await person.popup('revealPhrase', { ...made.value, password: PASSWORD })
    if (shown.kind !== 'result') throw new Error('no phrase')
    const { phrase } = shown.value
    expect(phrase.split(' ')).toHaveLength(24)
    const view = await seeUnlocked(person)
    expect(view.account.name).toBe('Account 1')
    expect(JSON.stringify(view)).not.toContain(phrase.split(' ')[0] ?? phrase)
  })
})

describe('a page that asks', () => {
  it('gets what the person approves, and keeps it', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const { outcome } = page.ask('getAccount', { chainId: 'secret-4' })
    expect(await outcome).toMatchObject({ kind: 'result', value: { address: ADDRESS } })
    expect((await seeUnlocked(person)).sites).toMatchObject([{ origin: DAPP }])
    expect(person.browser.openWindows.size).toBe(0)
  })

  it('gets a signature of exactly what was shown', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const { outcome } = page.ask('signAmino', SIGN_PARAMS)
    await person.popup('approve', { id: await questionOf(person, 'transaction') })
    expect(await outcome).toMatchObject({ kind: 'result', value: expect.anything() })
    const view = await seeUnlocked(person, ({ activity }) => activity.length === 1)
    expect(view.activity).toMatchObject([{ origin: DAPP, status: 'pending' }])
    expect(view.approvals).toEqual([])
  })

  it('gets a no when the person says no', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const { outcome } = page.ask('signAmino', SIGN_PARAMS)
    await person.popup('reject', { id: await questionOf(person, 'transaction') })
    expect(await outcome).toMatchObject({ kind: 'error', error: { code: 'rejected' } })
  })

  it('waits for a locked wallet and is asked for after the password', async () => {
    const person = await personWithWallet()
    await person.popup('lock', {})
    const { outcome } = person.page(DAPP).ask('connect', { chainIds: ['secret-4'] })
    const view = await person.see((found) => found.kind === 'locked' && found.waitingSites.length > 0)
    expect(view).toEqual({ kind: 'locked', waitingSites: [DAPP], passkeys: [], mends: false })
    await person.popup('unlock', { password: PASSWORD })
    await person.popup('approve', { id: await questionOf(person, 'connect') })
    expect(await outcome).toEqual({ kind: 'result', value: null })
  })
})

describe('locking', () => {
  it('U60: ends what was asked', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const { outcome } = page.ask('signAmino', SIGN_PARAMS)
    const id = await questionOf(person, 'transaction')
    await person.popup('lock', {})
    expect(await outcome).toMatchObject({ kind: 'error', error: { code: 'rejected' } })
    expect(await person.popup('approve', { id })).toMatchObject({
      kind: 'error',
      error: { code: 'vault/locked' },
    })
    await person.popup('unlock', { password: PASSWORD })
    expect(await person.popup('approve', { id })).toMatchObject({ kind: 'error' })
    expect((await seeUnlocked(person)).approvals).toEqual([])
  })

  it('U62: and so does changing the network', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const { outcome } = page.ask('signAmino', SIGN_PARAMS)
    await questionOf(person, 'transaction')
    await person.popup('chooseNetwork', { chainId: 'pulsar-3' })
    expect(await outcome).toMatchObject({ kind: 'error', error: { code: 'rejected' } })
    expect((await seeUnlocked(person)).network.chainId).toBe('pulsar-3')
  })

  it('happens by the alarm, with the popup open', async () => {
    const person = await personWithWallet()
    const seen = person.see(isLocked)
    person.browser.now += 16 * MINUTE
    person.background().alarm(LOCK_ALARM)
    expect(await seen).toEqual({ kind: 'locked', waitingSites: [], passkeys: [], mends: false })
  })

  it('is put off by the popup and not by pages', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const due = person.browser.scheduled.get(LOCK_ALARM)
    person.browser.now += 10 * MINUTE
    await page.ask('getAccount', { chainId: 'secret-4' }).outcome
    expect(person.browser.scheduled.get(LOCK_ALARM)).toBe(due)
    await person.popup('setAutoLock', { minutes: 5 })
    expect(person.browser.scheduled.get(LOCK_ALARM)).toBe(person.browser.now + 5 * MINUTE)
  })
})

describe('a browser that is closed and opened again', () => {
  it('is locked, and has lost nothing once the password is given', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const { outcome } = page.ask('signAmino', SIGN_PARAMS)
    await person.popup('approve', { id: await questionOf(person, 'transaction') })
    await outcome
    person.browser.restart()
    person.kill()
    expect(await person.see(() => true)).toEqual({
      kind: 'locked',
      waitingSites: [],
      passkeys: [],
      mends: false,
    })
    expect(await person.popup('unlock', { password: 'wrong horse' })).toMatchObject({
      kind: 'error',
      error: { code: 'vault/wrong-password' },
    })
    await person.popup('unlock', { password: PASSWORD })
    const view = await seeUnlocked(person, ({ activity }) => activity.length === 1)
    expect(view.sites).toMatchObject([{ origin: DAPP }])
    const entry = await person.popup('getEntry', { id: view.activity[0]?.id ?? '' })
    expect(entry).toMatchObject({ kind: 'result', value: { account: ADDRESS, chainId: 'secret-4' } })
  })
})

describe('strangers', () => {
  it('are shut out of local storage by every new worker', async () => {
    const person = fakePerson()
    person.kill()
    expect(person.browser.localStorageHidden).toBe(true)
    person.browser.restart()
    expect(person.browser.localStorageHidden).toBe(false)
    person.kill()
    expect(person.browser.localStorageHidden).toBe(true)
  })

  const popupSender = { id: FAKE_EXTENSION_ID, url: `${FAKE_EXTENSION_URL}popup.html` }
  const unlock = { kind: 'popup-request', method: 'unlock', params: { password: PASSWORD } }

  it('O46, O47: are not answered, whatever they say', async () => {
    const { background } = await personWithWallet()
    const other = { ...popupSender, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }
    expect(background().message(unlock, other)).toBeUndefined()
    const page = { id: FAKE_EXTENSION_ID, url: DAPP, origin: DAPP, frameId: 0, tab: { id: 1 } }
    expect(await background().message(unlock, page)).toMatchObject({
      kind: 'done',
      outcome: { kind: 'error', error: { code: 'bad-request' } },
    })
    expect(background().message(unlock, { ...page, frameId: 3 })).toBeUndefined()
  })

  it('in the shape of a popup with a garbled request are told so', async () => {
    const { background } = await personWithWallet()
    for (const message of [
      undefined,
      null,
      {},
      { ...unlock, method: 'toString' },
      { ...unlock, params: { password: 5 } },
    ]) {
      expect(await background().message(message, popupSender)).toMatchObject({
        kind: 'error',
        error: { code: 'bad-request' },
      })
    }
  })

  it('get no view', async () => {
    const { background } = await personWithWallet()
    let refused = 0
    const port = {
      name: 'sotto:view',
      sender: { id: FAKE_EXTENSION_ID, url: DAPP, origin: DAPP, frameId: 0, tab: { id: 1 } },
      disconnect: () => {
        refused += 1
      },
    }
    background().connect(port as unknown as Parameters<ReturnType<FakePerson['background']>['connect']>[0])
    expect(refused).toBe(1)
  })
})
