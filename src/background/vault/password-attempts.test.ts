import { describe, expect, it } from 'vitest'
import { type FakeBrowser, fakeBrowser } from '../platform.fake'
import { createStore } from '../storage/stored'
import { createPasswordAttempts, type PasswordAttempts } from './password-attempts'
import { VaultError } from './vault-error'

function wakeAttempts(browser: FakeBrowser): PasswordAttempts {
  return createPasswordAttempts({ store: createStore(browser.storage), clock: () => browser.now })
}

async function fail(browser: FakeBrowser, error = new VaultError('vault/wrong-password')): Promise<string> {
  return await wakeAttempts(browser)
    .attempt(() => Promise.reject(error))
    .catch((failure: Error) => failure.message)
}

async function wait(browser: FakeBrowser): Promise<number> {
  return ((await wakeAttempts(browser).retryAt()) ?? browser.now) - browser.now
}

describe('wrong passwords', () => {
  it('V98: cost nothing at first, then a wait that doubles up to five minutes, over restarts too', async () => {
    const browser = fakeBrowser()
    const waits: number[] = []
    for (let n = 0; n < 50; n += 1) {
      await fail(browser)
      waits.push((await wait(browser)) / 1000)
      browser.restart()
      browser.now += await wait(browser)
    }
    expect(waits.slice(0, 12)).toEqual([0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
    expect(new Set(waits.slice(10))).toEqual(new Set([300]))
  })

  it('V98: are not even tried before their time, and say how long that is', async () => {
    const browser = fakeBrowser()
    for (let n = 0; n < 6; n += 1) {
      await fail(browser)
      browser.now += await wait(browser)
    }
    await fail(browser)
    let tried = false
    const early = wakeAttempts(browser).attempt(async () => {
      tried = true
    })
    await expect(early).rejects.toMatchObject({
      code: 'vault/wait',
      message: expect.stringMatching(/32 seconds/),
    })
    expect(tried).toBe(false)
    expect(await wait(browser)).toBe(32_000)
  })

  it('are forgiven by the right one, and other failures are none', async () => {
    const browser = fakeBrowser()
    for (let n = 0; n < 3; n += 1) await fail(browser)
    browser.now += 5_000
    expect(await fail(browser, new VaultError('vault/damaged'))).toMatch(/cannot read/)
    expect(await wait(browser)).toBe(0)
    expect(await wakeAttempts(browser).attempt(async () => 'in')).toBe('in')
    await fail(browser)
    expect(await wait(browser)).toBe(0)
  })

  it('W102: count before they are tried: a worker that is killed in time makes none of them free', async () => {
    const browser = fakeBrowser()
    for (let n = 0; n < 3; n += 1) {
      void wakeAttempts(browser).attempt(() => new Promise<never>(() => undefined))
      await new Promise((resolve) => setTimeout(resolve))
    }
    expect(await wait(browser)).toBe(2_000)
  })

  it('W111: wait no longer because the clock was set back, and no shorter', async () => {
    const browser = fakeBrowser()
    for (let n = 0; n < 4; n += 1) {
      await fail(browser)
      browser.now += await wait(browser)
    }
    await fail(browser)
    browser.now -= 86_400_000
    expect(await wait(browser)).toBe(8_000)
    browser.now += 8_000
    expect(await wait(browser)).toBe(0)
  })
})
