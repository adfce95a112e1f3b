/** What a person does with the wallet as a whole, over the whole background. */
import { describe, expect, it } from 'vitest'
import { FORGET_WORDS } from '../messages/key-facts'
import type { PopupReply, PopupResults } from '../messages/popup'
import type { PopupMethod, PopupParams } from '../messages/popup-schema'
import {
  ADDRESS,
  connectedPage,
  PASSWORD,
  personWithWallet,
  questionOf,
  seeUnlocked,
} from './open-wallet.fake'
import { fakeBrowser } from './platform.fake'
import { type FakePerson, fakePerson } from './wiring.fake'

const NEXT = 'another quiet horse'
const OUTPUT = `${'Q'.repeat(43)}=`
const PASSKEY = { name: 'Laptop', credentialId: 'Y3JlZA', salt: `${'U'.repeat(43)}=`, output: OUTPUT }

async function ask<M extends PopupMethod>(
  person: FakePerson,
  method: M,
  params: PopupParams[M],
): Promise<PopupResults[M]> {
  const reply = await person.popup(method, params)
  if (reply.kind === 'error') throw new Error(`${reply.error.code}: ${reply.error.message}`)
  return reply.value
}

function codeOf(reply: PopupReply): string {
  return reply.kind === 'error' ? reply.error.code : 'done'
}

describe('a password', () => {
  it('is changed with the old one, and then only the new one opens', async () => {
    const person = await personWithWallet()
    expect(codeOf(await person.popup('changePassword', { password: 'wrong horse', next: NEXT }))).toBe(
      'vault/wrong-password',
    )
    expect(codeOf(await person.popup('changePassword', { password: PASSWORD, next: 'short' }))).toBe(
      'password/short',
    )
    await ask(person, 'changePassword', { password: PASSWORD, next: NEXT })
    expect((await seeUnlocked(person)).account.address).toBe(ADDRESS)
    await ask(person, 'lock', {})
    expect(codeOf(await person.popup('unlock', { password: PASSWORD }))).toBe('vault/wrong-password')
    await ask(person, 'unlock', { password: NEXT })
    expect((await seeUnlocked(person)).account.address).toBe(ADDRESS)
  })

  it('V91: opens with the old or the new one, wherever while changing it the worker dies', async () => {
    const ends = new Set<string>()
    for (let calls = 0; ; calls += 1) {
      const person = await personWithWallet()
      const died = person.dieAfter(calls).then(() => false)
      const changed = ask(person, 'changePassword', { password: PASSWORD, next: NEXT }).then(() => true)
      if (await Promise.race([changed, died])) break
      person.browser.restart()
      person.kill()
      const before = codeOf(await person.popup('unlock', { password: PASSWORD }))
      const after = before === 'done' ? before : codeOf(await person.popup('unlock', { password: NEXT }))
      ends.add(before === 'done' ? 'old' : 'new')
      expect(after).toBe('done')
      expect((await seeUnlocked(person)).account.address).toBe(ADDRESS)
    }
    expect([...ends].sort()).toEqual(['old'].concat(ends.has('new') ? ['new'] : []).sort())
  }, 60_000)
})

describe('a second phrase', () => {
  it('V91, C113: is there whole or not at all, wherever while adding it the worker dies', async () => {
    const secret = {
      kind: 'phrase',
      phrase: `${'abandon '.repeat(11)}about`,
      passphrase: '',
      unlisted: false,
    } as const
    const counts = new Set<number>()
    for (let calls = 0; ; calls += 1) {
      const person = await personWithWallet()
      const died = person.dieAfter(calls).then(() => false)
      const added = ask(person, 'addSecret', { secret, coinType: 529 }).then(() => true)
      if (await Promise.race([added, died])) break
      person.browser.restart()
      person.kill()
      await ask(person, 'unlock', { password: PASSWORD })
      // What changes the list waits until every secret has its account.
      await ask(person, 'editAccount', { address: ADDRESS, name: 'First' })
      const { accounts, secrets } = await seeUnlocked(person)
      expect(accounts).toHaveLength(secrets.length)
      counts.add(secrets.length)
      // Trying again ends in the same place.
      await person.popup('addSecret', { secret, coinType: 529 })
      expect((await seeUnlocked(person)).secrets).toHaveLength(2)
    }
    expect([...counts].sort()).toEqual([1, 2])
  }, 60_000)
})

describe('a passkey', () => {
  it('opens what the password opens, until it is removed, and only with its own output', async () => {
    const person = await personWithWallet()
    expect(codeOf(await person.popup('addPasskey', { ...PASSKEY, password: 'wrong horse' }))).toBe(
      'vault/wrong-password',
    )
    await ask(person, 'addPasskey', { ...PASSKEY, password: PASSWORD })
    const { credentialId, salt, output } = PASSKEY
    expect((await seeUnlocked(person)).passkeys).toMatchObject([{ credentialId, name: 'Laptop' }])
    await ask(person, 'lock', {})
    expect(await person.see(() => true)).toMatchObject({ kind: 'locked', passkeys: [{ credentialId, salt }] })
    const wrong = `${'E'.repeat(43)}=`
    for (const answer of [
      { credentialId, output: wrong },
      { credentialId: 'other', output },
    ])
      expect(codeOf(await person.popup('unlockWithPasskey', answer))).toBe('vault/other-passkey')
    await ask(person, 'unlockWithPasskey', { credentialId, output })
    await ask(person, 'changePassword', { password: PASSWORD, next: NEXT })
    await ask(person, 'lock', {})
    await ask(person, 'unlockWithPasskey', { credentialId, output })
    await ask(person, 'removePasskey', { credentialId })
    await ask(person, 'lock', {})
    expect(codeOf(await person.popup('unlockWithPasskey', { credentialId, output }))).toBe(
      'vault/other-passkey',
    )
    await ask(person, 'unlock', { password: NEXT })
  })
})

describe('forgetting the wallet', () => {
  it('needs the words, deletes everything, and ends what pages asked', async () => {
    const person = await personWithWallet()
    await connectedPage(person)
    const { outcome } = person.page('https://other.example').ask('connect', { chainIds: ['secret-4'] })
    await questionOf(person, 'connect')
    expect(codeOf(await person.popup('forgetWallet', { confirmation: 'yes' }))).toBe('vault/not-confirmed')
    await ask(person, 'forgetWallet', { confirmation: ` ${FORGET_WORDS.toUpperCase()} ` })
    expect(await outcome).toMatchObject({ error: { code: 'rejected' } })
    expect((await person.see(() => true)).kind).toBe('empty')
    for (const area of ['local', 'second'] as const)
      expect([...person.browser[area].values.keys()]).toEqual([])
    await ask(person, 'createVault', { words: 12, password: NEXT })
    expect((await seeUnlocked(person)).account.address).not.toBe(ADDRESS)
  })

  it('is the way out of a damaged wallet', async () => {
    const browser = fakeBrowser()
    browser.local.values.set('vault', '{"v":1,"data":{"sealed":"AAAA"}}')
    const person = fakePerson(browser)
    expect((await person.see(() => true)).kind).toBe('damaged')
    await ask(person, 'forgetWallet', { confirmation: FORGET_WORDS })
    expect((await person.see(() => true)).kind).toBe('empty')
  })
})

describe('locking the computer', () => {
  it('locks the wallet at once', async () => {
    const person = await personWithWallet()
    person.background().computerLocked()
    expect((await person.see(({ kind }) => kind === 'locked')).kind).toBe('locked')
    expect(person.browser.session.values.get('session')).not.toContain('dataKey')
  })
})

describe('what a file may not do', () => {
  async function fileWith(change: (person: FakePerson) => Promise<void>): Promise<string> {
    const person = await personWithWallet()
    await change(person)
    return (await ask(person, 'makeBackup', { password: PASSWORD, keys: true })).text
  }

  it('I118: move the auto-lock or the nodes of a wallet that is open', async () => {
    const text = await fileWith(async (person) => {
      await ask(person, 'setAutoLock', { minutes: 240 })
    })
    const mine = fakePerson()
    await ask(mine, 'createVault', { words: 12, password: NEXT })
    const before = await seeUnlocked(mine)
    await ask(mine, 'restoreBackup', { text, password: PASSWORD })
    const after = await seeUnlocked(mine)
    expect(after.autoLockMinutes).toBe(before.autoLockMinutes)
    expect(after.networks).toEqual(before.networks)
    expect(after.account.address).toBe(before.account.address)
    expect(after.accounts).toHaveLength(2)
  })
})
