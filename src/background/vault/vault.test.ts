import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { fakeBrowser } from '../platform.fake'
import type { LockReason } from './vault'
import { ADDRESS, created, LOCK_AFTER, PASSWORD, wake } from './vault.fake'
import { LOCK_ALARM } from './vault-session'

const MINUTE = 60_000

describe('creating', () => {
  it('goes from empty to unlocked, with the account of the phrase', async () => {
    const browser = fakeBrowser()
    const vault = wake(browser)
    expect(await vault.status()).toBe('empty')
    await vault.begin(PASSWORD)
    expect(await vault.status()).toBe('unlocked')
    expect(await vault.account()).toMatchObject({ name: 'Account 1', address: ADDRESS })
  })

  it('stores nothing readable', async () => {
    const { browser, vault } = await created()
    await vault.account()
    const stored = [...browser.local.values.values()].join('\n')
    expect(stored).not.toContain('grant')
    expect(stored).not.toContain(ADDRESS)
    expect(stored).not.toContain(PASSWORD)
    expect([...browser.session.values.values()].join('\n')).not.toContain('grant')
  })

  it('refuses a second wallet, and lets one of two at once win', async () => {
    const browser = fakeBrowser()
    const vault = wake(browser)
    const results = await Promise.allSettled([vault.begin(PASSWORD), vault.begin(PASSWORD)])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    await expect(vault.begin(PASSWORD)).rejects.toMatchObject({ code: 'vault/exists' })
  })

  it.each([
    ['1234567', 'password/short'],
    ['x'.repeat(10_000), 'password/long'],
  ])('97 refuses a bad password and stores nothing', async (password, code) => {
    const browser = fakeBrowser()
    await expect(wake(browser).begin(password)).rejects.toMatchObject({ code })
    expect(browser.local.values.size).toBe(0)
  })

  it('V91: survives a kill between the two copies', async () => {
    const browser = fakeBrowser()
    browser.local.refuse = (name) => name === 'vault'
    await expect(wake(browser).begin(PASSWORD)).rejects.toMatchObject({ code: 'storage/refused' })
    browser.local.refuse = undefined
    const vault = wake(browser)
    expect(await vault.status()).toBe('locked')
    await vault.unlock(PASSWORD)
    expect((await vault.account()).address).toBe(ADDRESS)
    expect(browser.local.values.get('vault')).toBe(browser.second.values.get('vault'))
  })
})

describe('unlocking', () => {
  it('outlives the worker, not the browser', async () => {
    const { browser } = await created()
    expect((await wake(browser).account()).address).toBe(ADDRESS)
    browser.restart()
    const vault = wake(browser)
    expect(await vault.status()).toBe('locked')
    await expect(vault.account()).rejects.toMatchObject({ code: 'vault/locked' })
    await vault.unlock(PASSWORD)
    expect((await vault.account()).address).toBe(ADDRESS)
  })

  it('tells a wrong password from a damaged vault', async () => {
    const { browser } = await created()
    browser.restart()
    await expect(wake(browser).unlock('wrong horse')).rejects.toMatchObject({ code: 'vault/wrong-password' })
    for (const area of [browser.local, browser.second])
      area.values.set('vault', '{"v":1,"data":{"sealed":"AAAA"}}')
    expect(await wake(browser).status()).toBe('damaged')
    await expect(wake(browser).unlock(PASSWORD)).rejects.toMatchObject({ code: 'vault/damaged' })
  })

  it('V84, V85: sees every flipped bit and every cut, without trying the password', async () => {
    const { browser } = await created()
    browser.restart()
    const { sealed } = JSON.parse(browser.local.values.get('vault') ?? '').data
    const bytes = base64.decode(sealed)
    const damaged: Uint8Array[] = []
    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) damaged.push(bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit)))
      if (at > 0) damaged.push(bytes.slice(0, at))
    }
    for (const each of damaged) {
      const record = JSON.stringify({ v: 1, data: { sealed: base64.encode(each) } })
      for (const area of [browser.local, browser.second]) area.values.set('vault', record)
      await expect(wake(browser).unlock(PASSWORD)).rejects.toMatchObject({ code: 'vault/damaged' })
    }
  })

  it.each(['local', 'second'] as const)(
    'opens from the other copy when the one in %s is damaged or gone, and mends it',
    async (area) => {
      const { browser } = await created()
      const { values } = browser[area]
      const whole = values.get('vault')
      for (const record of ['{"v":1,"data":{"sealed":"AAAA"}}', 'null', '{"v":1,"data":7}', undefined]) {
        browser.restart()
        if (record === undefined) values.delete('vault')
        else values.set('vault', record)
        const vault = wake(browser)
        expect(await vault.status()).toBe('locked')
        expect((await vault.lockedFacts()).mends).toBe(record !== undefined)
        await vault.unlock(PASSWORD)
        expect((await vault.account()).address).toBe(ADDRESS)
        expect(values.get('vault')).toBe(whole)
        expect((await vault.lockedFacts()).mends).toBe(false)
      }
    },
  )

  it('V91: is damaged, never empty, when the vault is gone and its records are not', async () => {
    const { browser, vault } = await created()
    await vault.account()
    browser.restart()
    browser.local.values.delete('vault')
    browser.second.values.delete('vault')
    expect(await wake(browser).status()).toBe('damaged')
    await expect(wake(browser).begin(PASSWORD)).rejects.toMatchObject({ code: 'vault/damaged' })
  })

  it('seals a vault anew that was sealed too cheaply, with the same account in it', async () => {
    const { browser } = await created()
    browser.restart()
    const cheap = browser.local.values.get('vault')
    const dearer = { ...browser, kdf: { ...browser.kdf, iterations: 3 } }
    await wake(dearer).unlock(PASSWORD)
    const dear = browser.second.values.get('vault')
    expect(dear).not.toBe(cheap)
    // The one before stays until the new one has opened.
    expect(browser.local.values.get('vault')).toBe(cheap)
    browser.restart()
    for (const again of [dearer, browser]) {
      const vault = wake(again)
      await vault.unlock(PASSWORD)
      expect((await vault.account()).address).toBe(ADDRESS)
      expect(browser.local.values.get('vault')).toBe(dear)
      browser.restart()
    }
  })

  it('says that a newer version wrote the vault', async () => {
    const { browser } = await created()
    browser.restart()
    browser.local.values.set('vault', '{"v":9,"data":{}}')
    await expect(wake(browser).status()).rejects.toMatchObject({ code: 'storage/newer' })
  })

  it.each([
    '{"v":1,"data":{"dataKey":"%%","unlockedAt":0,"lockAt":9e15,"lockAfter":9e15}}',
    '{"v":1,"data":"x"}',
    '7',
  ])('99 is locked by a garbled session, not broken', async (record) => {
    const { browser } = await created()
    browser.session.values.set('session', record)
    expect(await wake(browser).status()).toBe('locked')
  })
})

describe('locking', () => {
  it('wipes the keys, forgets the session and tells who listens', async () => {
    const { browser, vault } = await created()
    const seed = await vault.txSeed('secret-4')
    const heard: LockReason[] = []
    vault.onLocked(async (reason) => void heard.push(reason))
    await vault.lock('asked')
    expect(heard).toEqual(['asked'])
    expect(await vault.status()).toBe('locked')
    expect(() => seed.sharedSecret(new Uint8Array(32).fill(9))).toThrow()
    await expect(vault.account()).rejects.toMatchObject({ code: 'vault/locked' })
    expect(browser.session.values.get('session')).toBe('{"v":1,"data":null}')
    expect(browser.scheduled.has(LOCK_ALARM)).toBe(false)
    expect(await wake(browser).status()).toBe('locked')
  })

  it('C114: lets nothing through that was asked while it locked', async () => {
    const { browser, vault } = await created()
    const again = wake(browser)
    const asked = Array.from({ length: 50 }, (_, n) => (n % 2 === 0 ? vault : again).txSeed(`chain-${n}`))
    await Promise.all([vault.lock('asked'), again.lock('asked')])
    for (const result of await Promise.allSettled(asked)) {
      if (result.status === 'fulfilled')
        expect(() => result.value.sharedSecret(new Uint8Array(32).fill(9))).toThrow()
      else expect(result.reason).toMatchObject({ code: 'vault/locked' })
    }
  })

  it('C114: is what everything says that was under way when it locked', async () => {
    for (let turns = 0; turns < 12; turns += 1) {
      const { vault } = await created()
      await vault.account()
      const sealed = await vault.seal('a', Uint8Array.of(1))
      const asked = [
        vault.account(),
        vault.txSeed('secret-4'),
        vault.name('a'),
        vault.seal('a', Uint8Array.of(1)),
        vault.open('a', sealed),
      ]
      const results = Promise.allSettled(asked)
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
      await vault.lock('asked')
      for (const result of await results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'vault/locked' })
      }
    }
  })

  it('happens at its time: by the alarm, on waking, and at every use', async () => {
    const { browser, vault } = await created()
    expect(browser.scheduled.get(LOCK_ALARM)).toBe(browser.now + LOCK_AFTER)
    browser.now += LOCK_AFTER - 1
    expect(await vault.status()).toBe('unlocked')
    browser.now += 1
    const heard: LockReason[] = []
    vault.onLocked(async (reason) => void heard.push(reason))
    await expect(vault.account()).rejects.toMatchObject({ code: 'vault/locked' })
    expect(heard).toEqual(['timeout'])
    expect(await wake(browser).status()).toBe('locked')
  })

  it('is put off by use and not by a new worker', async () => {
    const { browser, vault } = await created()
    browser.now += 10 * MINUTE
    await vault.touch()
    expect(browser.scheduled.get(LOCK_ALARM)).toBe(browser.now + LOCK_AFTER)
    browser.now += 10 * MINUTE
    expect(await wake(browser).status()).toBe('unlocked')
    browser.now += 10 * MINUTE
    expect(await wake(browser).status()).toBe('locked')
  })

  it('follows a changed auto-lock time', async () => {
    const { browser } = await created()
    await wake(browser, MINUTE).touch()
    expect(browser.scheduled.get(LOCK_ALARM)).toBe(browser.now + MINUTE)
  })

  it.each([-1, -3 * 60 * MINUTE, 24 * 60 * MINUTE])(
    '111 is not put off by a clock that moves by %d ms',
    async (moved) => {
      const { browser } = await created()
      browser.now += moved
      expect(await wake(browser).status()).toBe('locked')
    },
  )

  it('W111: is not put off by setting the clock back after use', async () => {
    const { browser, vault } = await created()
    for (let n = 0; n < 12; n += 1) {
      browser.now += 10 * MINUTE
      await vault.touch()
    }
    browser.now -= 60 * MINUTE
    expect(await wake(browser).status()).toBe('locked')
  })
})
