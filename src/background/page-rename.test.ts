import { describe, expect, it } from 'vitest'
import { ADDRESS, connectedPage, DAPP, personWithWallet, questionOf, seeUnlocked } from './open-wallet.fake'
import { approveOnly, connect, errorCode, fakePage, views } from './page-side.fake'
import { BOB, fakeWallet } from './wallet.fake'
import type { FakePage, FakePerson } from './wiring.fake'

const MINE = { name: 'Mine', editable: true }
const EVENT = { kind: 'page-event', name: 'account-change' }

/** The name that a connected page is told. */
async function nameFor(page: FakePage): Promise<unknown> {
  const outcome = await page.ask('getAccount', { chainId: 'secret-4' }).outcome
  return outcome.kind === 'result' && Reflect.get(Object(outcome.value), 'name')
}

function eventsOf({ browser }: FakePerson): readonly unknown[] {
  return browser.sent.filter(({ message }) => JSON.stringify(message) === JSON.stringify(EVENT))
}

describe('a name that a site proposes', () => {
  it('is the account’s after the yes, told to the site, and to every page that it changed', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const before = eventsOf(person).length
    const { outcome } = page.ask('renameAccount', MINE)
    const id = await questionOf(person, 'rename')
    const [view] = (await seeUnlocked(person)).approvals
    expect(view).toMatchObject({
      origin: DAPP,
      account: { name: 'Account 1', address: ADDRESS },
      body: { kind: 'rename', name: 'Mine', editable: true },
    })
    expect(await person.popup('approve', { id })).toMatchObject({ kind: 'result' })
    expect(await outcome).toEqual({ kind: 'result', value: 'Mine' })
    expect((await seeUnlocked(person)).account.name).toBe('Mine')
    expect(await nameFor(page)).toBe('Mine')
    expect(eventsOf(person)).toHaveLength(before + 1)
  })

  it('gives way to what the person writes', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const { outcome } = page.ask('renameAccount', MINE)
    const id = await questionOf(person, 'rename')
    expect(await person.popup('chooseName', { id, name: ' Ours ' })).toMatchObject({ kind: 'result' })
    for (const name of [' ', 'x'.repeat(61)]) {
      expect(await person.popup('chooseName', { id, name })).toMatchObject({
        error: { code: 'accounts/name' },
      })
    }
    await seeUnlocked(
      person,
      ({ approvals: [view] }) => view?.body.kind === 'rename' && view.body.name === 'Ours',
    )
    await person.popup('approve', { id })
    expect(await outcome).toEqual({ kind: 'result', value: 'Ours' })
    expect((await seeUnlocked(person)).account.name).toBe('Ours')
  })

  it('changes nothing after a no, nor before any answer, and the site learns no name', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const before = eventsOf(person).length
    const { outcome } = page.ask('renameAccount', MINE)
    const id = await questionOf(person, 'rename')
    await person.popup('chooseName', { id, name: 'Secret plans' })
    await person.popup('reject', { id })
    expect(await outcome).toEqual({ kind: 'error', error: { code: 'rejected', message: 'Request rejected' } })
    expect((await seeUnlocked(person)).account.name).toBe('Account 1')
    expect(eventsOf(person)).toHaveLength(before)
  })

  it('a name that the person gives in the wallet is told to pages, too, and a colour is not', async () => {
    const person = await personWithWallet()
    const page = await connectedPage(person)
    const before = eventsOf(person).length
    await person.popup('editAccount', { address: ADDRESS, colour: 3 })
    await person.popup('editAccount', { address: ADDRESS, name: 'Savings' })
    await person.see(() => true)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(eventsOf(person)).toHaveLength(before + 1)
    expect(await nameFor(page)).toBe('Savings')
  })
})

describe('a killed worker', () => {
  it('102 104 names the account and tells it, wherever between the yes and the reply it dies', async () => {
    let deaths = 0
    for (let calls = 0; ; calls += 1) {
      const person = await personWithWallet()
      const page = await connectedPage(person)
      const before = eventsOf(person).length
      const { id: requestId, outcome } = page.ask('renameAccount', MINE)
      const id = await questionOf(person, 'rename')
      const died = person.dieAfter(calls).then(() => false)
      const approved = person.popup('approve', { id }).then(() => true)
      if (await Promise.race([approved, died])) break
      deaths += 1
      person.kill()
      const { approvals } = await seeUnlocked(person)
      if (approvals.length > 0) await person.popup('approve', { id })
      await page.askAgain(requestId)
      expect(await outcome).toEqual({ kind: 'result', value: 'Mine' })
      const { account } = await seeUnlocked(person)
      expect(account.name).toBe('Mine')
      await new Promise((resolve) => setTimeout(resolve, 10))
      expect(eventsOf(person).length).toBeGreaterThan(before)
    }
    expect(deaths).toBeGreaterThan(5)
  })
})

describe('who may propose one', () => {
  it('a site that is not connected is asked to connect to the network in use first, then the name', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    expect(await page.call('renameAccount', MINE)).toEqual({ kind: 'pending' })
    const [view] = await views(wallet)
    const { chainId } = await wallet.networks.active()
    expect(view?.body).toMatchObject({ kind: 'connect', chains: [{ chainId }] })
    await approveOnly(wallet)
    expect((await views(wallet)).map(({ body }) => body.kind)).toEqual(['rename'])
    await approveOnly(wallet)
    expect(page.replies()).toEqual([{ kind: 'result', value: 'Mine' }])
  })

  it('a site that is connected on another network than the one in use', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('connect', { chainIds: ['pulsar-3'] })
    await approveOnly(wallet)
    await page.call('renameAccount', MINE)
    expect(await views(wallet)).toMatchObject([{ chainId: 'pulsar-3', body: { kind: 'rename' } }])
  })

  it('nobody whose grant is gone by the time of the yes', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('renameAccount', MINE)
    const [view] = await views(wallet)
    await wallet.side.origins.revoke(page.sender.origin)
    await expect(wallet.side.approvals.approve(view?.id ?? '')).rejects.toMatchObject({
      code: 'approval/not-connected',
    })
    expect(wallet.vault.signing.name).toBe('Account 1')
  })

  it('one name at a time', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('renameAccount', MINE)
    expect(errorCode(await page.call('renameAccount', { ...MINE, name: 'Other' }))).toBe('busy')
    expect((await views(wallet)).map(({ body }) => body)).toMatchObject([{ kind: 'rename', name: 'Mine' }])
  })

  it('is nothing to a site where Sotto is turned off', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await wallet.side.choices.set(page.sender.origin, 'never')
    expect(errorCode(await page.call('renameAccount', MINE))).toBe('not-here')
  })
})

describe('what is proposed', () => {
  it('I9: waits for the unlock and survives the worker, with what the person wrote', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await wallet.vault.lock('asked')
    expect(await page.call('renameAccount', MINE)).toEqual({ kind: 'pending' })
    wallet.restart()
    await wallet.vault.unlock()
    await wallet.side.resume()
    const [view] = await views(wallet)
    await wallet.side.approvals.chooseName(view?.id ?? '', 'Ours')
    wallet.restart()
    await approveOnly(wallet)
    expect(page.replies()).toEqual([{ kind: 'result', value: 'Ours' }])
  })

  it('is what the site wants or nothing, where it says so', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('renameAccount', { ...MINE, editable: false })
    const [view] = await views(wallet)
    await wallet.side.approvals.chooseName(view?.id ?? '', 'Ours')
    expect((await views(wallet))[0]?.body).toEqual({ kind: 'rename', name: 'Mine', editable: false })
    await approveOnly(wallet)
    expect(page.replies()).toEqual([{ kind: 'result', value: 'Mine' }])
  })

  it.each([
    ['trimmed', '  My account\n', 'My account'],
    ['cut to what a name may be', 'é'.repeat(500), 'é'.repeat(60)],
    ['composed', 'Cafe\u0301', 'Café'],
  ])('is %s', async (_, name, shown) => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('renameAccount', { ...MINE, name })
    expect((await views(wallet))[0]?.body).toMatchObject({ name: shown })
  })

  it.each(['', ' \n\u3000', '\ud800', 'x'.repeat(1001)])(
    'P3: is refused when it is no name: %j',
    async (name) => {
      const wallet = fakeWallet()
      const page = fakePage(wallet)
      await connect(wallet, page)
      expect(errorCode(await page.call('renameAccount', { ...MINE, name }))).toBe('bad-request')
      expect(await wallet.side.approvals.questions()).toEqual([])
    },
  )

  it('is asked of the account that it was proposed for, and of no other', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('renameAccount', MINE)
    const [view] = await views(wallet)
    Object.assign(wallet.vault.signing, { address: BOB })
    expect(await views(wallet)).toEqual([])
    await expect(wallet.side.approvals.approve(view?.id ?? '')).rejects.toMatchObject({
      code: 'approval/other-account',
    })
  })
})
