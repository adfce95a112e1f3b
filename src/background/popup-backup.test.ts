/** A wallet saved to a file, and what comes back of it. */
import { describe, expect, it } from 'vitest'
import { permitSignDoc } from '../chain/codec/index'
import type { PopupReply, PopupResults } from '../messages/popup'
import type { PopupMethod, PopupParams } from '../messages/popup-schema'
import backup from './fixtures/backup-v1.json'
import {
  ADDRESS,
  connectedPage,
  PASSWORD,
  personWithWallet,
  questionOf,
  SIGN_PARAMS,
  seeUnlocked,
  WALLET,
} from './open-wallet.fake'
import { type FakePage, type FakePerson, fakePerson } from './wiring.fake'

const OTHER = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'

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

describe('a backup file', () => {
  async function fullWallet(): Promise<FakePerson> {
    const person = await personWithWallet()
    const [secret] = (await seeUnlocked(person)).secrets
    await ask(person, 'addAccount', { secretId: secret?.id ?? '' })
    await ask(person, 'addSecret', {
      secret: { kind: 'private-key', privateKey: '11'.repeat(32) },
      coinType: 529,
    })
    await ask(person, 'watchAddress', { address: OTHER, name: 'Ada, watched' })
    await ask(person, 'editAccount', { address: ADDRESS, name: 'Main', colour: 5 })
    await ask(person, 'saveContact', { address: OTHER, name: 'Ada', note: 'rent' })
    await ask(person, 'setAutoLock', { minutes: 30 })
    return person
  }

  it('with keys makes the same wallet on another machine', async () => {
    const person = await fullWallet()
    const { fileName, text } = await ask(person, 'makeBackup', { password: PASSWORD, keys: true })
    expect(fileName).toBe('sotto-backup-2026-01-02.json')
    expect(text).not.toContain(ADDRESS)
    const other = fakePerson()
    expect(await ask(other, 'restoreBackup', { text: `\ufeff${text}`, password: PASSWORD })).toEqual({
      secrets: 2,
      accounts: 4,
      contacts: 1,
      tokens: 0,
    })
    const [before, after] = [await seeUnlocked(person), await seeUnlocked(other)]
    for (const part of ['account', 'accounts', 'secrets', 'contacts', 'autoLockMinutes'] as const)
      expect(after[part]).toEqual(before[part])
    await ask(other, 'lock', {})
    await ask(other, 'unlock', { password: PASSWORD })
  })

  it('without keys brings names to a wallet of the same phrase, and believes no address it has no key for', async () => {
    const person = await fullWallet()
    const { text } = await ask(person, 'makeBackup', { password: PASSWORD, keys: false })
    const empty = fakePerson()
    expect(codeOf(await empty.popup('restoreBackup', { text, password: PASSWORD }))).toBe(
      'backup/without-keys',
    )
    expect((await empty.see(() => true)).kind).toBe('empty')
    await ask(empty, 'importVault', WALLET)
    expect(await ask(empty, 'restoreBackup', { text, password: PASSWORD })).toMatchObject({
      secrets: 0,
      accounts: 2,
      contacts: 1,
    })
    const { accounts } = await seeUnlocked(empty)
    expect(accounts.map(({ keys }) => keys.kind)).toEqual(['phrase', 'phrase', 'watch'])
    // Once more changes nothing.
    expect(await ask(empty, 'restoreBackup', { text, password: PASSWORD })).toEqual({
      secrets: 0,
      accounts: 0,
      contacts: 0,
      tokens: 0,
    })
  })

  it('V95: of version 1, which knew no permits, is read for ever', async () => {
    const person = fakePerson()
    expect(
      await ask(person, 'restoreBackup', { text: JSON.stringify(backup), password: PASSWORD }),
    ).toMatchObject({ secrets: 1, accounts: 3, contacts: 1 })
    expect(await seeUnlocked(person)).toMatchObject({
      account: { address: ADDRESS, name: 'Main', colour: 5 },
    })
    const { text } = await ask(person, 'makeBackup', { password: PASSWORD, keys: true })
    expect(JSON.parse(text)).toMatchObject({ version: 2 })
  })

  it('I118: of another app, another version, another password or damaged is told apart', async () => {
    const person = await personWithWallet()
    const { text } = await ask(person, 'makeBackup', { password: PASSWORD, keys: false })
    const file = JSON.parse(text)
    const restore = async (given: string, password = PASSWORD): Promise<string> =>
      codeOf(await person.popup('restoreBackup', { text: given, password }))
    for (const foreign of ['', '{', 'null', '[]', '{"format":"keplr"}', '{"version":1,"sealed":"AAAA"}'])
      expect(await restore(foreign)).toBe('backup/foreign')
    expect(await restore(JSON.stringify({ ...file, version: 3 }))).toBe('backup/newer')
    expect(await restore(text, 'wrong horse')).toBe('backup/wrong-password')
    expect(await restore(JSON.stringify({ ...file, sealed: file.sealed.slice(4) }))).toBe('backup/damaged')
    const vault = JSON.parse(person.browser.local.values.get('vault') ?? '').data.sealed
    expect(await restore(JSON.stringify({ ...file, sealed: vault }))).toBe('backup/damaged')
    expect(codeOf(await person.popup('makeBackup', { password: 'wrong horse', keys: true }))).toBe(
      'vault/wrong-password',
    )
  })
})

describe('S119: the permits that a file knows of', () => {
  const PERMIT = {
    ...SIGN_PARAMS,
    signDoc: JSON.stringify(
      permitSignDoc({
        permitName: 'read me',
        chainId: 'secret-4',
        allowedTokens: [OTHER],
        permissions: ['balance'],
        created: undefined,
        expires: undefined,
      }),
    ),
  }

  async function fileWithPermit(): Promise<string> {
    const person = await personWithWallet()
    const { outcome } = (await connectedPage(person)).ask('signAmino', PERMIT)
    await ask(person, 'approve', { id: await questionOf(person, 'permit') })
    expect((await outcome).kind).toBe('result')
    return (await ask(person, 'makeBackup', { password: PASSWORD, keys: false })).text
  }

  /** Whether the person is told that there is one of that name when a site asks for one more. */
  async function isToldOfNamesake(person: FakePerson, page: FakePage): Promise<boolean> {
    void page.ask('signAmino', PERMIT)
    const id = await questionOf(person, 'permit')
    const { approvals } = await seeUnlocked(person)
    await ask(person, 'reject', { id })
    return JSON.stringify(approvals).includes('You signed a permit of this name before')
  }

  it('are known where it is restored', async () => {
    const text = await fileWithPermit()
    const person = await personWithWallet()
    const page = await connectedPage(person)
    expect(await isToldOfNamesake(person, page)).toBe(false)
    await ask(person, 'restoreBackup', { text, password: PASSWORD })
    expect(await isToldOfNamesake(person, page)).toBe(true)
  })

  it('are left out where their account is not', async () => {
    const text = await fileWithPermit()
    const person = fakePerson()
    const secret = { kind: 'private-key', privateKey: '11'.repeat(32) } as const
    await ask(person, 'importVault', { ...WALLET, secret })
    await ask(person, 'restoreBackup', { text, password: PASSWORD })
    await ask(person, 'addSecret', { secret: WALLET.secret, coinType: 529 })
    await ask(person, 'selectAccount', { address: ADDRESS })
    expect(await isToldOfNamesake(person, await connectedPage(person))).toBe(false)
  })
})
