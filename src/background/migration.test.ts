/** Profiles as earlier versions left them: each is frozen here, and each must open for ever. */
import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import profile from './fixtures/profile-v1.json'
import { ADDRESS, DAPP, PASSWORD, seeUnlocked } from './open-wallet.fake'
import { type FakeBrowser, fakeBrowser } from './platform.fake'
import { FIRST_SECRET_ID } from './vault/vault-content'
import { type FakePerson, fakePerson } from './wiring.fake'

function oldBrowser(): FakeBrowser {
  const browser = fakeBrowser()
  for (const [name, value] of Object.entries(profile)) browser.local.values.set(name, JSON.stringify(value))
  return browser
}

function sealedIn(browser: FakeBrowser, area: 'local' | 'second', name = 'vault'): string | undefined {
  const record = browser[area].values.get(name)
  return record === undefined ? undefined : JSON.parse(record).data.sealed
}

async function open(person: FakePerson): Promise<void> {
  expect(await person.popup('unlock', { password: PASSWORD })).toMatchObject({ kind: 'result' })
}

describe('V95: a profile of version 1: one phrase, both copies in one place', () => {
  it('opens with its account, its sites, and a phrase that needs no second check', async () => {
    const person = fakePerson(oldBrowser())
    await open(person)
    const { account, accounts, secrets, sites } = await seeUnlocked(person)
    expect(account).toMatchObject({ name: 'Account 1', address: ADDRESS, colour: 0, hidden: false })
    expect(account.keys).toEqual({ kind: 'phrase', secretId: FIRST_SECRET_ID, path: "m/44'/529'/0'/0/0" })
    expect(accounts).toHaveLength(1)
    expect(secrets).toMatchObject([{ id: FIRST_SECRET_ID, words: 24, checked: true }])
    expect(sites).toMatchObject([{ origin: DAPP, account: ADDRESS }])
  })

  it('keeps its old copy until the new one has opened, then moves the second copy to its own place', async () => {
    const browser = oldBrowser()
    const before = profile.vault.data.sealed
    await open(fakePerson(browser))
    expect(sealedIn(browser, 'local')).toBe(before)
    const renewed = sealedIn(browser, 'second')
    expect(renewed).not.toBe(before)
    expect(sealedIn(browser, 'local', 'vault-copy')).toBeUndefined()
    browser.restart()
    await open(fakePerson(browser))
    expect(sealedIn(browser, 'local')).toBe(renewed)
    expect(base64.decode(renewed ?? '').length).toBeGreaterThan(600)
  })

  it('W108: loses nothing, wherever while moving it the worker dies', async () => {
    let deaths = 0
    for (let calls = 0; ; calls += 1) {
      const browser = oldBrowser()
      const person = fakePerson(browser)
      const died = person.dieAfter(calls).then(() => false)
      const moved = open(person)
        .then(() => seeUnlocked(person))
        .then(() => true)
      if (await Promise.race([moved, died])) break
      deaths += 1
      browser.restart()
      person.kill()
      await open(person)
      expect((await seeUnlocked(person)).account.address).toBe(ADDRESS)
    }
    expect(deaths).toBeGreaterThan(10)
  }, 120_000)
})
