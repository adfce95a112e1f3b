import { describe, expect, it } from 'vitest'
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
import { LOCK_ALARM } from './vault/vault-session'
import { fakePerson } from './wiring.fake'

describe('a killed worker', () => {
  it('W102, W104: loses no question: it is still shown and still answered', async () => {
    const person = await personWithWallet()
    const page = person.page(DAPP)
    const { outcome } = page.ask('connect', { chainIds: ['secret-4'] })
    await questionOf(person, 'connect')
    person.kill()
    const id = await questionOf(person, 'connect')
    person.kill()
    await person.popup('approve', { id })
    expect(await outcome).toEqual({ kind: 'result', value: null })
  })

  it('W104: takes a request that is sent again for the same one', async () => {
    const person = await personWithWallet()
    const page = person.page(DAPP)
    const { id, outcome } = page.ask('connect', { chainIds: ['secret-4'] })
    await questionOf(person, 'connect')
    person.kill()
    expect(await page.askAgain(id)).toEqual({ kind: 'pending' })
    await person.popup('approve', { id: await questionOf(person, 'connect') })
    expect(await outcome).toEqual({ kind: 'result', value: null })
  })

  it('W105, W106: signs once, wherever between the yes and the reply the worker dies', async () => {
    let deaths = 0
    for (let calls = 0; ; calls += 1) {
      const person = await personWithWallet()
      const page = await connectedPage(person)
      const { id: requestId, outcome } = page.ask('signAmino', SIGN_PARAMS)
      const id = await questionOf(person, 'transaction')
      const died = person.dieAfter(calls).then(() => false)
      const approved = person.popup('approve', { id }).then(() => true)
      if (await Promise.race([approved, died])) break
      deaths += 1
      person.kill()
      // The popup comes back; the person answers what is still asked, and the relay asks what became of its request.
      const { approvals } = await seeUnlocked(person, ({ approvals: found }) =>
        found.every(({ body }) => body.kind !== 'preparing'),
      )
      if (approvals.length > 0) await person.popup('approve', { id })
      await page.askAgain(requestId)
      expect(await outcome).toMatchObject({ kind: 'result' })
      expect((await seeUnlocked(person)).activity).toHaveLength(1)
    }
    expect(deaths).toBeGreaterThan(5)
  })

  it('V91, W102, W103: leaves no half wallet, wherever while creating it the worker dies', async () => {
    const ends = new Set<string>()
    for (let calls = 0; ; calls += 1) {
      const person = fakePerson()
      const died = person.dieAfter(calls).then(() => false)
      const created = person.popup('importVault', WALLET).then(() => true)
      if (await Promise.race([created, died])) break
      person.kill()
      const { kind } = await person.see(() => true)
      ends.add(kind)
      // Not there at all, or there to the last word: then the password leads to the account.
      if (kind === 'empty') continue
      if (kind === 'locked') await person.popup('unlock', { password: PASSWORD })
      expect((await seeUnlocked(person)).account.address).toBe(ADDRESS)
    }
    expect([...ends].sort()).toEqual(['empty', 'locked', 'unlocked'])
  }, 60_000)

  it('stays unlocked, and the popup that comes back sees everything', async () => {
    const person = await personWithWallet()
    await connectedPage(person)
    person.kill()
    const view = await seeUnlocked(person)
    expect(view.account.address).toBe(ADDRESS)
    expect(view.sites).toHaveLength(1)
  })

  it('W109, W111: is locked at its time although nobody was awake', async () => {
    const person = await personWithWallet()
    const due = person.browser.scheduled.get(LOCK_ALARM) ?? 0
    person.browser.now = due
    person.kill()
    person.background().alarm(LOCK_ALARM)
    expect(await person.see(() => true)).toEqual({
      kind: 'locked',
      waitingSites: [],
      passkeys: [],
      mends: false,
    })
    expect(person.browser.session.values.get('session')).not.toContain('dataKey')
  })
})
