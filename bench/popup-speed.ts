import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { ExtensionBrowser } from '../e2e/browser'
import { PASSWORD, type WalletPage } from '../e2e/pages/wallet-page'
import { type Figure, median } from './figure'

const ROUNDS = 11

/** Opening the popup locked and unlocked, and what unlocking adds to the bare key derivation in the same browser. */
export async function measurePopup(browser: ExtensionBrowser, wallet: WalletPage): Promise<Figure[]> {
  // Behind another tab a page is drawn once a second.
  await wallet.page.bringToFront()
  const home = await openTimes(wallet.page, 'h1')
  await wallet.lock()
  const password = await openTimes(wallet.page, 'input[type=password]')
  const unlock: number[] = []
  for (let round = 0; round < 7; round += 1) {
    if (round > 0) await wallet.lock()
    unlock.push(await timeUnlock(wallet))
  }
  const bare = await timeBareKdf(browser)
  return [
    { name: 'popup to password field, warm', value: median(password), unit: 'ms', budget: { atMost: 120 } },
    { name: 'popup to home from cache, warm', value: median(home), unit: 'ms', budget: { atMost: 150 } },
    {
      name: 'unlock against the bare Argon2id, 64 MiB t=3',
      value: median(unlock) / bare,
      unit: 'x',
      budget: { atMost: 1.3 },
      note: `${median(unlock).toFixed(0)} ms against ${bare.toFixed(0)} ms`,
    },
  ]
}

/** Milliseconds from the start of the navigation until the element is in the page and a frame was drawn after it. */
async function openTimes(page: Page, selector: string): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.reload({ waitUntil: 'commit' })
    times.push(
      await page.evaluate(async (wanted) => {
        while (document.querySelector(wanted) === null) await new Promise(requestAnimationFrame)
        await new Promise(requestAnimationFrame)
        return performance.now()
      }, selector),
    )
  }
  return times
}

async function timeUnlock({ page }: WalletPage): Promise<number> {
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  return await page.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Unlock',
    )
    const started = performance.now()
    button?.click()
    while (document.querySelector('nav') === null) await new Promise(requestAnimationFrame)
    return performance.now() - started
  })
}

async function timeBareKdf(browser: ExtensionBrowser): Promise<number> {
  const page = await browser.context.newPage()
  const path = createRequire(import.meta.url)
    .resolve('hash-wasm')
    .replace(/index\.(umd|esm)(\.min)?\.js$/, 'argon2.umd.min.js')
  await page.addScriptTag({ path })
  const times = await page.evaluate(async () => {
    const { hashwasm } = window as unknown as {
      hashwasm: { argon2id(options: object): Promise<unknown> }
    }
    const measured: number[] = []
    for (let round = 0; round < 7; round += 1) {
      const started = performance.now()
      await hashwasm.argon2id({
        password: 'a quiet long password',
        salt: new Uint8Array(16),
        memorySize: 65_536,
        iterations: 3,
        parallelism: 1,
        hashLength: 32,
        outputType: 'binary',
      })
      measured.push(performance.now() - started)
    }
    return measured
  })
  await page.close()
  return median(times)
}
