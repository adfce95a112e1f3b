import { describe, expect, it } from 'vitest'
import {
  ADDRESS,
  connectedPage,
  DAPP,
  PASSWORD,
  personWithWallet,
  questionOf,
  seeUnlocked,
  WALLET,
} from './open-wallet.fake'
import type { SentMessage } from './platform.fake'
import { type FakePage, type FakePerson, fakePerson } from './wiring.fake'

const EVENT = { kind: 'page-event', name: 'account-change' }

function eventsOf({ browser }: FakePerson): readonly SentMessage[] {
  return browser.sent.filter(({ message }) => JSON.stringify(message).includes('page-event'))
}

/** The documents that were told, one name for each telling. */
function told(person: FakePerson): readonly string[] {
  return eventsOf(person).map(({ target }) => ('documentId' in target ? target.documentId : 'top frame'))
}

/** Lets everything that was set going come to its end. */
async function settled(person: FakePerson): Promise<void> {
  await person.see(() => true)
  await new Promise((resolve) => setTimeout(resolve, 20))
}

async function askedTooEarly(person: FakePerson, origin = DAPP): Promise<FakePage> {
  const page = person.page(origin)
  const outcome = await page.ask('connect', { chainIds: ['secret-4'] }).outcome
  expect(outcome).toMatchObject({ error: { code: 'no-wallet' } })
  return page
}

async function createWallet(person: FakePerson): Promise<void> {
  expect(await person.popup('importVault', WALLET)).toMatchObject({ kind: 'result' })
  await seeUnlocked(person)
  await settled(person)
}

describe('a page that asked before there was a wallet', () => {
  it('is told once when there is one, and then gets the account', async () => {
    const person = fakePerson()
    const page = await askedTooEarly(person)
    expect(eventsOf(person)).toEqual([])
    await createWallet(person)
    expect(eventsOf(person)).toEqual([
      { tabId: page.tabId, message: EVENT, target: { documentId: page.documentId } },
    ])
    const { outcome } = page.ask('connect', { chainIds: ['secret-4'] })
    await person.popup('approve', { id: await questionOf(person, 'connect') })
    await outcome
    const account = page.ask('getAccount', { chainId: 'secret-4' })
    expect(await account.outcome).toMatchObject({ value: { address: ADDRESS } })
    expect(told(person)).toHaveLength(1)
  })

  it('is told once however often it asked, and so is each of the others', async () => {
    const person = fakePerson()
    const first = await askedTooEarly(person)
    await first.ask('getAccount', { chainId: 'secret-4' }).outcome
    const second = await askedTooEarly(person, 'https://other.example')
    person.page('https://silent.example')
    await createWallet(person)
    expect([...told(person)].sort()).toEqual([first.documentId, second.documentId])
  })

  it('is not told when it went away', async () => {
    const person = fakePerson()
    const left = await askedTooEarly(person)
    left.leave()
    const closed = await askedTooEarly(person)
    person.background().tabRemoved(closed.tabId)
    await settled(person)
    await createWallet(person)
    expect(eventsOf(person)).toEqual([])
    expect(person.browser.session.values.get('documents')).toBe('{"v":1,"data":[]}')
  })
})

describe('nothing is told', () => {
  it('by locking, unlocking, another network, a grant taken back, or a new worker', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    await person.popup('lock', {})
    const waiting = person.page('https://other.example')
    void waiting.ask('connect', { chainIds: ['secret-4'] })
    await person.see((view) => view.kind === 'locked' && view.waitingSites.length > 0)
    await person.popup('unlock', { password: PASSWORD })
    await questionOf(person, 'connect')
    person.kill()
    await settled(person)
    await person.popup('chooseNetwork', { chainId: 'pulsar-3' })
    await person.popup('removeSite', { origin: DAPP })
    await page.ask('disconnect', { chainIds: [] }).outcome
    await person.popup('lock', {})
    person.kill()
    await person.popup('unlock', { password: PASSWORD })
    await settled(person)
    expect(eventsOf(person)).toEqual([])
  })

  it('to a page that first asked a locked wallet in a new browser session', async () => {
    const person = await personWithWallet()
    person.browser.restart()
    person.kill()
    void person.page(DAPP).ask('connect', { chainIds: ['secret-4'] })
    await person.see((view) => view.kind === 'locked' && view.waitingSites.length > 0)
    await person.popup('unlock', { password: PASSWORD })
    await questionOf(person, 'connect')
    person.kill()
    await settled(person)
    expect(eventsOf(person)).toEqual([])
  })
})

describe('a page whose worker is being ended', () => {
  it('W110: is given no answer by it, and the right one by the next', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    person.browser.now += 120_000
    person.browser.local.refuse = () => true
    const message = {
      kind: 'page-request',
      id: 'under-way',
      method: 'getAccount',
      params: '{"chainId":"secret-4"}',
    }
    const sender = {
      id: person.browser.runtime.id,
      url: `${page.origin}/`,
      origin: page.origin,
      frameId: 0,
      documentId: page.documentId,
      documentLifecycle: 'active',
      tab: { id: page.tabId, active: true },
    }
    await expect(person.background().message(message, sender)).rejects.toMatchObject({
      code: 'storage/refused',
    })
    person.browser.local.refuse = undefined
    person.kill()
    expect(await person.background().message(message, sender)).toMatchObject({
      kind: 'done',
      outcome: { kind: 'result', value: { address: ADDRESS } },
    })
  })
})
