import { describe, expect, it } from 'vitest'
import { type Address, addressFromBytes } from '../../domain/index'
import type { Account } from '../accounts/account'
import { createRelayDocuments } from '../approvals/relay-documents'
import { type MortalPorts, mortalPorts } from '../mortal.fake'
import { type FakeBrowser, fakeBrowser } from '../platform.fake'
import { createStore } from '../storage/stored'
import type { VaultStatus } from '../vault/vault'
import { VaultError } from '../vault/vault-error'
import { createKnownDocuments, type KnownDocuments } from './known-documents'

const ALICE = addressFromBytes(new Uint8Array(20).fill(1))
const BOB = addressFromBytes(new Uint8Array(20).fill(2))
const ONE = { tabId: 1, documentId: 'one' }
const TWO = { tabId: 2, documentId: 'two' }

interface Setup {
  readonly browser: FakeBrowser
  status: VaultStatus
  address: Address
  name: string
  worker: MortalPorts
  known: KnownDocuments
  /** The tabs that were told, one entry for each telling. */
  told(): readonly number[]
  wake(): void
}

function setup(): Setup {
  const browser = fakeBrowser()
  browser.answer = () => ({ waiting: false })
  const build = (worker: MortalPorts): KnownDocuments =>
    createKnownDocuments({
      store: createStore(worker.deps.storage),
      vault: { status: async () => made.status, account: async () => accountOf(made) },
      documents: createRelayDocuments(worker.deps),
    })
  const worker = mortalPorts(browser)
  const made: Setup = {
    browser,
    status: 'empty',
    address: ALICE,
    name: 'Account 1',
    worker,
    get known() {
      known ??= build(made.worker)
      return known
    },
    told: () => browser.sent.map(({ tabId }) => tabId),
    wake() {
      made.worker.kill()
      made.worker = mortalPorts(browser)
      known = build(made.worker)
    },
  }
  let known: KnownDocuments | undefined
  return made
}

function accountOf({ status, address, name }: Setup): Account {
  if (status !== 'unlocked') throw new VaultError('vault/locked')
  return {
    name,
    address,
    colour: 0,
    hidden: false,
    publicKey: new Uint8Array(33),
    key: { secretId: 's1' },
  }
}

describe('known documents', () => {
  it('are told of a new wallet and of each other account, once and without its name', async () => {
    const made = setup()
    await made.known.remember(ONE)
    made.status = 'unlocked'
    await made.known.remember(TWO)
    await made.known.resume()
    expect(made.told()).toEqual([1])
    await Promise.all([made.known.resume(), made.known.resume()])
    expect(made.told()).toEqual([1])
    made.address = BOB
    await Promise.all([made.known.resume(), made.known.resume()])
    expect([...made.told()].sort()).toEqual([1, 1, 2])
    for (const { message } of made.browser.sent)
      expect(message).toEqual({ kind: 'page-event', name: 'account-change' })
  })

  it('are told of another name of the same account, once, and keep it nowhere', async () => {
    const made = setup()
    made.status = 'unlocked'
    await made.known.remember(ONE)
    await made.known.resume()
    made.name = 'Savings'
    await Promise.all([made.known.resume(), made.known.resume()])
    made.wake()
    await made.known.resume()
    expect(made.told()).toEqual([1])
    const kept = [...made.browser.session.values.values()].join()
    expect(kept).toContain('"one"')
    expect(kept).not.toContain('Savings')
    expect(kept).not.toContain(ALICE)
  })

  it('are told late when the account changed while it could not be seen', async () => {
    const made = setup()
    await made.known.remember(ONE)
    made.status = 'locked'
    await made.known.remember(TWO)
    await made.known.resume()
    expect(made.told()).toEqual([])
    made.status = 'unlocked'
    await made.known.resume()
    expect(made.told()).toEqual([1])
  })

  it('W102: are told by the next worker, wherever the last one died, and then no more', async () => {
    let deaths = 0
    for (let calls = 0; ; calls += 1) {
      const made = setup()
      await made.known.remember(ONE)
      await made.known.remember(TWO)
      made.status = 'unlocked'
      const died = made.worker.dieAfter(calls).then(() => false)
      const resumed = made.known.resume().then(() => true)
      if (await Promise.race([resumed, died])) break
      deaths += 1
      made.wake()
      await made.known.resume()
      expect(new Set(made.told())).toEqual(new Set([1, 2]))
      const { length } = made.told()
      made.wake()
      await made.known.resume()
      expect(made.told()).toHaveLength(length)
    }
    expect(deaths).toBeGreaterThan(4)
  })

  it('that never answer keep nobody else waiting', async () => {
    const made = setup()
    await made.known.remember(ONE)
    await made.known.remember(TWO)
    made.browser.answer = ({ tabId }) => (tabId === 1 ? new Promise(() => undefined) : { waiting: false })
    made.status = 'unlocked'
    void made.known.resume()
    void made.known.resume()
    await new Promise((resolve) => setTimeout(resolve, 10))
    made.address = BOB
    void made.known.resume()
    await made.known.remember({ tabId: 3 })
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(made.told()).toEqual([1, 2, 1, 2])
  })

  it('are forgotten one by one or with their tab, and the oldest when there are many', async () => {
    const made = setup()
    for (const documentId of ['one', 'other']) await made.known.remember({ tabId: 1, documentId })
    for (let tabId = 2; tabId < 220; tabId += 1) await made.known.remember({ tabId })
    await made.known.remember({ tabId: 5, documentId: 'five' })
    await made.known.remember({ tabId: 6, documentId: 'six' })
    await made.known.left({ tabId: 5, documentId: 'five' })
    await made.known.forget(6)
    await made.known.left({ tabId: 219, documentId: 'unknown' })
    made.status = 'unlocked'
    await made.known.resume()
    expect([...made.told()].sort((a, b) => a - b)).toEqual(Array.from({ length: 198 }, (_, n) => n + 22))
    expect(made.browser.sent.at(-1)?.target).toEqual({ frameId: 0 })
  })

  describe('P22: that come back from the back-forward cache', () => {
    async function seen(place: { tabId: number; documentId?: string }) {
      const made = setup()
      made.status = 'unlocked'
      await made.known.remember(place)
      await made.known.left(place, 'visit-1')
      return made
    }

    it('are told once of a change while they were away, and never of none', async () => {
      for (const place of [ONE, { tabId: 1 }]) {
        const made = await seen(place)
        await made.known.back(place, 'visit-1')
        expect(made.told()).toEqual([])
        await made.known.left(place, 'visit-2')
        made.address = BOB
        made.wake()
        await made.known.resume()
        expect(made.told()).toEqual([])
        await Promise.all([made.known.remember(place), made.known.back(place, 'visit-2')])
        await made.known.resume()
        expect(made.told()).toEqual([1])
        await made.known.left(place, 'visit-3')
        await made.known.back(place, 'visit-3')
        expect(made.told()).toEqual([1])
      }
    })

    it('are told afterwards what they could not hear, where the browser did not say that they left', async () => {
      const made = setup()
      made.status = 'unlocked'
      await made.known.remember(ONE)
      made.browser.answer = () => undefined
      made.address = BOB
      await made.known.resume()
      made.browser.answer = () => ({ waiting: false })
      await made.known.back(ONE, 'visit-1')
      await made.known.resume()
      expect(made.told()).toEqual([1, 1])
    })

    it('are told nothing when the account is the same again', async () => {
      const made = await seen(ONE)
      made.address = BOB
      await made.known.resume()
      made.address = ALICE
      await made.known.back(ONE, 'visit-1')
      expect(made.told()).toEqual([])
    })

    it('are told when the wallet is opened, if it was locked when they came back', async () => {
      const made = await seen(ONE)
      made.status = 'locked'
      made.address = BOB
      await made.known.back(ONE, 'visit-1')
      expect(made.told()).toEqual([])
      made.status = 'unlocked'
      await made.known.resume()
      expect(made.told()).toEqual([1])
    })

    it('are not taken for the page that was in their tab meanwhile, in a browser that names no documents', async () => {
      const made = await seen({ tabId: 1 })
      await made.known.remember({ tabId: 1 })
      made.address = BOB
      await made.known.resume()
      expect(made.told()).toEqual([1])
      await made.known.left({ tabId: 1 })
      await made.known.back({ tabId: 1 }, 'visit-1')
      expect(made.told()).toEqual([1, 1])
    })

    it('say nothing new when they never saw an account, or when nobody knows them', async () => {
      const made = setup()
      made.status = 'locked'
      await made.known.remember(ONE)
      await made.known.left(ONE, 'visit-1')
      made.status = 'unlocked'
      await made.known.resume()
      made.address = BOB
      await made.known.back(ONE, 'visit-1')
      await made.known.back(TWO, 'visit-1')
      expect(made.told()).toEqual([])
      await made.known.left(ONE, 'visit-2')
      await made.known.forget(1)
      expect(made.browser.session.values.get('documents')).toBe('{"v":1,"data":[]}')
    })
  })
})
