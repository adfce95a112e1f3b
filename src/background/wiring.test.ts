import { describe, expect, it } from 'vitest'
import type { UnlockedView, View } from '../messages/popup'
import { FAKE_EXTENSION_ID, FAKE_EXTENSION_URL, type FakeBrowser, fakeBrowser } from './platform.fake'
import { LOCK_ALARM } from './vault/vault-session'
import { type FakePerson, fakePerson } from './wiring.fake'

const PHRASE =
  'grant rice replace explain federal release fix clever romance raise often wild taxi quarter soccer fiber love must tape steak together observe swap guitar'
const ADDRESS = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
const OTHER = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'
const PASSWORD = 'correct horse'
const DAPP = 'https://dapp.example'
const MINUTE = 60_000

let made: Promise<FakeBrowser> | undefined

async function firstWallet(): Promise<FakeBrowser> {
  const person = fakePerson()
  const reply = await person.popup('createVault', { phrase: PHRASE, password: PASSWORD, source: 'imported' })
  expect(reply).toEqual({ kind: 'result', value: null })
  return person.browser
}

/** A person with an open wallet. The password is stretched once for all tests; each gets its own browser. */
async function withWallet(): Promise<FakePerson> {
  made ??= firstWallet()
  const first = await made
  const browser = fakeBrowser()
  for (const [name, value] of first.local.values) browser.local.values.set(name, value)
  for (const [name, value] of first.session.values) browser.session.values.set(name, value)
  for (const [name, at] of first.scheduled) browser.scheduled.set(name, at)
  return fakePerson(browser)
}

async function unlockedView(
  person: FakePerson,
  passes: (view: UnlockedView) => boolean,
): Promise<UnlockedView> {
  const view = await person.see((found) => found.kind === 'unlocked' && passes(found))
  if (view.kind !== 'unlocked') throw new Error('not unlocked')
  return view
}

/** The id of the one question on the screen. */
async function asked(person: FakePerson, kind: string): Promise<string> {
  const view = await unlockedView(person, ({ approvals }) => approvals.some(({ body }) => body.kind === kind))
  expect(view.approvals).toHaveLength(1)
  return view.approvals[0]?.id ?? ''
}

async function connected(person: FakePerson): Promise<ReturnType<FakePerson['page']>> {
  const page = person.page(DAPP)
  const { outcome } = page.ask('connect', { chainIds: ['secret-4'] })
  await person.popup('approve', { id: await asked(person, 'connect') })
  expect(await outcome).toEqual({ kind: 'result', value: null })
  return page
}

const SEND = {
  account_number: '1',
  chain_id: 'secret-4',
  fee: { amount: [{ amount: '2500', denom: 'uscrt' }], gas: '25000' },
  memo: '',
  msgs: [
    {
      type: 'cosmos-sdk/MsgSend',
      value: { from_address: ADDRESS, to_address: OTHER, amount: [{ amount: '1', denom: 'uscrt' }] },
    },
  ],
  sequence: '0',
}

function signParams(): object {
  return {
    chainId: 'secret-4',
    signer: ADDRESS,
    signDoc: JSON.stringify(SEND),
    keepFee: true,
    keepMemo: true,
  }
}

/** Long enough for everything that needs no network. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60))
}

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
    const draft = await person.popup('draftPhrase', { words: 24 })
    if (draft.kind !== 'result') throw new Error('no phrase')
    const { phrase } = draft.value
    await person.popup('createVault', { phrase, password: PASSWORD, source: 'created' })
    const view = await unlockedView(person, () => true)
    expect(view.account.name).toBe('Account 1')
    expect(JSON.stringify(view)).not.toContain(phrase.split(' ')[0] ?? phrase)
  })
})

describe('a page that asks', () => {
  it('gets what the person approves, and keeps it', async () => {
    const person = await withWallet()
    const page = await connected(person)
    const { outcome } = page.ask('getAccount', { chainId: 'secret-4' })
    expect(await outcome).toMatchObject({ kind: 'result', value: { address: ADDRESS } })
    expect((await unlockedView(person, () => true)).sites).toMatchObject([{ origin: DAPP }])
    expect(person.browser.openWindows.size).toBe(0)
  })

  it('gets a signature of exactly what was shown', async () => {
    const person = await withWallet()
    const page = await connected(person)
    const { outcome } = page.ask('signAmino', signParams())
    await person.popup('approve', { id: await asked(person, 'transaction') })
    expect(await outcome).toMatchObject({ kind: 'result', value: expect.anything() })
    const view = await unlockedView(person, ({ activity }) => activity.length === 1)
    expect(view.activity).toMatchObject([{ origin: DAPP, status: 'pending' }])
    expect(view.approvals).toEqual([])
  })

  it('gets a no when the person says no', async () => {
    const person = await withWallet()
    const page = await connected(person)
    const { outcome } = page.ask('signAmino', signParams())
    await person.popup('reject', { id: await asked(person, 'transaction') })
    expect(await outcome).toMatchObject({ kind: 'error', error: { code: 'rejected' } })
  })

  it('waits for a locked wallet and is asked for after the password', async () => {
    const person = await withWallet()
    await person.popup('lock', {})
    const { outcome } = person.page(DAPP).ask('connect', { chainIds: ['secret-4'] })
    const view = await person.see((found) => found.kind === 'locked' && found.waitingSites.length > 0)
    expect(view).toEqual({ kind: 'locked', waitingSites: [DAPP] })
    await person.popup('unlock', { password: PASSWORD })
    await person.popup('approve', { id: await asked(person, 'connect') })
    expect(await outcome).toEqual({ kind: 'result', value: null })
  })
})

describe('a killed worker', () => {
  it('102 104 loses no question: it is still shown and still answered', async () => {
    const person = await withWallet()
    const page = person.page(DAPP)
    const { outcome } = page.ask('connect', { chainIds: ['secret-4'] })
    await asked(person, 'connect')
    person.kill()
    const id = await asked(person, 'connect')
    person.kill()
    await person.popup('approve', { id })
    expect(await outcome).toEqual({ kind: 'result', value: null })
  })

  it('104 takes a request that is sent again for the same one', async () => {
    const person = await withWallet()
    const page = person.page(DAPP)
    const { id, outcome } = page.ask('connect', { chainIds: ['secret-4'] })
    await asked(person, 'connect')
    person.kill()
    expect(await page.askAgain(id)).toEqual({ kind: 'pending' })
    await person.popup('approve', { id: await asked(person, 'connect') })
    expect(await outcome).toEqual({ kind: 'result', value: null })
  })

  it('105 106 signs once, wherever between the yes and the reply the worker dies', async () => {
    let deaths = 0
    for (let calls = 0; ; calls += 1) {
      const person = await withWallet()
      const page = await connected(person)
      const { id: requestId, outcome } = page.ask('signAmino', signParams())
      const id = await asked(person, 'transaction')
      person.dieAfter(calls)
      const approved = person.popup('approve', { id })
      await Promise.race([approved, quiet()])
      if (person.alive()) break
      deaths += 1
      person.kill()
      // The popup comes back; the person answers what is still asked, and the relay asks what became of its request.
      const { approvals } = await unlockedView(person, ({ approvals: found }) =>
        found.every(({ body }) => body.kind !== 'preparing'),
      )
      if (approvals.length > 0) await person.popup('approve', { id })
      await page.askAgain(requestId)
      expect(await outcome).toMatchObject({ kind: 'result' })
      expect((await unlockedView(person, () => true)).activity).toHaveLength(1)
    }
    expect(deaths).toBeGreaterThan(5)
  })

  it('stays unlocked, and the popup that comes back sees everything', async () => {
    const person = await withWallet()
    await connected(person)
    person.kill()
    const view = await unlockedView(person, () => true)
    expect(view.account.address).toBe(ADDRESS)
    expect(view.sites).toHaveLength(1)
  })

  it('109 111 is locked at its time although nobody was awake', async () => {
    const person = await withWallet()
    const due = person.browser.scheduled.get(LOCK_ALARM) ?? 0
    person.browser.now = due
    person.kill()
    person.background().alarm(LOCK_ALARM)
    expect(await person.see(() => true)).toEqual({ kind: 'locked', waitingSites: [] })
    expect(person.browser.session.values.get('session')).not.toContain('dataKey')
  })
})

describe('locking', () => {
  it('60 ends what was asked', async () => {
    const person = await withWallet()
    const page = await connected(person)
    const { outcome } = page.ask('signAmino', signParams())
    const id = await asked(person, 'transaction')
    await person.popup('lock', {})
    expect(await outcome).toMatchObject({ kind: 'error', error: { code: 'rejected' } })
    expect(await person.popup('approve', { id })).toMatchObject({
      kind: 'error',
      error: { code: 'vault/locked' },
    })
    await person.popup('unlock', { password: PASSWORD })
    expect(await person.popup('approve', { id })).toMatchObject({ kind: 'error' })
    expect((await unlockedView(person, () => true)).approvals).toEqual([])
  })

  it('62 and so does changing the network', async () => {
    const person = await withWallet()
    const page = await connected(person)
    const { outcome } = page.ask('signAmino', signParams())
    await asked(person, 'transaction')
    await person.popup('chooseNetwork', { chainId: 'pulsar-3' })
    expect(await outcome).toMatchObject({ kind: 'error', error: { code: 'rejected' } })
    expect((await unlockedView(person, () => true)).network.chainId).toBe('pulsar-3')
  })

  it('happens by the alarm, with the popup open', async () => {
    const person = await withWallet()
    const seen = person.see(isLocked)
    person.browser.now += 16 * MINUTE
    person.background().alarm(LOCK_ALARM)
    expect(await seen).toEqual({ kind: 'locked', waitingSites: [] })
  })

  it('is put off by the popup and not by pages', async () => {
    const person = await withWallet()
    const page = await connected(person)
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
    const person = await withWallet()
    const page = await connected(person)
    const { outcome } = page.ask('signAmino', signParams())
    await person.popup('approve', { id: await asked(person, 'transaction') })
    await outcome
    person.browser.restart()
    person.kill()
    expect(await person.see(() => true)).toEqual({ kind: 'locked', waitingSites: [] })
    expect(await person.popup('unlock', { password: 'wrong horse' })).toMatchObject({
      kind: 'error',
      error: { code: 'vault/wrong-password' },
    })
    await person.popup('unlock', { password: PASSWORD })
    const view = await unlockedView(person, ({ activity }) => activity.length === 1)
    expect(view.sites).toMatchObject([{ origin: DAPP }])
    const entry = await person.popup('getEntry', { id: view.activity[0]?.id ?? '' })
    expect(entry).toMatchObject({ kind: 'result', value: { account: ADDRESS, chainId: 'secret-4' } })
  })
})

describe('strangers', () => {
  const popupSender = { id: FAKE_EXTENSION_ID, url: `${FAKE_EXTENSION_URL}popup.html` }
  const unlock = { kind: 'popup-request', method: 'unlock', params: { password: PASSWORD } }

  it('46 47 are not answered, whatever they say', async () => {
    const { background } = await withWallet()
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
    const { background } = await withWallet()
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
    const { background } = await withWallet()
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
