/** The worker is ended at the worst moments, as the browser may, and nothing is lost, doubled or left open. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { killWorker } from './browser'
import { PASSWORD, WalletPage } from './pages/wallet-page'
import { expect, test } from './world'

/** A profile as the first version left it, with account a, and its password. */
const OLD_PROFILE = join(import.meta.dirname, '../src/background/fixtures/profile-v1.json')
const OLD_PASSWORD = 'correct horse'

/** Milliseconds after the click: before the key derivation, in it, around its end. */
const MOMENTS = [0, 40, 120, 250, 400, 600]

/** Unlocks what a killed worker left locked. */
async function openAgain(wallet: WalletPage, secret: string): Promise<void> {
  const password = wallet.page.getByLabel('Password', { exact: true })
  const home = wallet.heading('Home')
  await expect(password.or(home)).toBeVisible()
  if (await password.isVisible()) {
    // A guess that was cut short counts as one: after several of them the next one waits for a moment.
    await expect(password).toBeEnabled({ timeout: 15_000 })
    await wallet.unlock(secret)
  }
  await expect(home).toBeVisible({ timeout: 30_000 })
}

test('W102 W103: a worker killed while it unlocks leaves the wallet locked or open, and whole', async ({
  sotto,
  a,
  wallet,
}) => {
  // Six times a password is stretched twice, which two browsers at once make slow.
  test.slow()
  for (const moment of MOMENTS) {
    await wallet.lock()
    await wallet.unlock()
    await wallet.page.waitForTimeout(moment)
    await killWorker(sotto, wallet.page)
    await wallet.page.reload()
    await openAgain(wallet, PASSWORD)
  }
  await wallet.press('Receive')
  await expect(wallet.page.getByText(a.address).first()).toBeVisible()
})

test('W108: a worker killed while it moves an old profile loses nothing', async ({ sotto, a }) => {
  const old = JSON.parse(readFileSync(OLD_PROFILE, 'utf8'))
  const wallet = await WalletPage.open(sotto)
  await expect(wallet.heading('Sotto')).toBeVisible()
  for (const moment of [0, 60, 120, 180, 240, 320, 450]) {
    // The profile of somebody who comes from the first version, each time anew.
    await wallet.page.evaluate(async (records) => {
      await chrome.storage.session.clear()
      await chrome.storage.local.clear()
      await chrome.storage.local.set(records)
      await new Promise((resolve) => {
        const request = indexedDB.deleteDatabase('sotto')
        request.onsuccess = resolve
        request.onerror = resolve
      })
    }, old)
    await killWorker(sotto, wallet.page)
    await wallet.page.reload()
    await wallet.unlock(OLD_PASSWORD)
    await wallet.page.waitForTimeout(moment)
    await killWorker(sotto, wallet.page)
    await wallet.page.reload()
    await openAgain(wallet, OLD_PASSWORD)
    await wallet.press('Receive')
    await expect(wallet.page.getByText(a.address).first()).toBeVisible()
  }
})

test('W105 W106: a worker killed after the yes signs once and answers once', async ({
  sotto,
  wallet,
  dapp,
}) => {
  await dapp.connect()
  let sent = 0
  for (const moment of [0, 10, 40]) {
    const approval = await dapp.ask('Transfer sSCRT')
    const approve = approval.page.getByRole('button', { name: 'Approve', exact: true })
    await expect(approve).toBeEnabled()
    await approve.click()
    await wallet.page.waitForTimeout(moment)
    await killWorker(sotto, wallet.page)
    sent += 1
    // What was not yet carried out is still asked, by the same window or a new one, and answered again.
    await expect(async () => {
      const asking = sotto.context.pages().find((page) => page.url().includes('popup.html?approval'))
      const button = asking?.getByRole('button', { name: 'Approve', exact: true })
      if (button !== undefined && (await button.isEnabled({ timeout: 500 }).catch(() => false)))
        await button.click({ timeout: 1_000 }).catch(() => undefined)
      await expect(dapp.page.getByRole('status')).toContainText(/^Sent/, { timeout: 2_000 })
    }).toPass({ timeout: 45_000 })
    await wallet.goTo('Activity')
    await expect(wallet.page.getByRole('listitem').filter({ hasText: 'Send' })).toHaveCount(sent)
    await wallet.goTo('Home')
  }
})

test('W107: a worker killed after the broadcast still finds out how it ended', async ({
  sotto,
  wallet,
  dapp,
}) => {
  await dapp.connect()
  await (await dapp.ask('Transfer sSCRT')).approve()
  await killWorker(sotto, wallet.page)
  await dapp.says(/^Sent/)
  await killWorker(sotto, wallet.page)
  await wallet.goTo('Activity')
  await expect(wallet.page.getByRole('listitem').filter({ hasText: 'Confirmed' })).toHaveCount(1, {
    timeout: 45_000,
  })
})

test('W109 W111: an alarm that is due while the worker is dead locks the wallet', async ({
  sotto,
  wallet,
}) => {
  const { page } = wallet
  await page.evaluate(async () => {
    const { session } = await chrome.storage.session.get('session')
    const record = session as { v: number; data: { lockAt: number } }
    // As if the person had last done something almost fifteen minutes ago.
    const lockAt = Date.now() + 2_000
    await chrome.storage.session.set({ session: { ...record, data: { ...record.data, lockAt } } })
    await chrome.alarms.create('auto-lock', { when: lockAt })
  })
  // An open page of ours would wake the worker by itself.
  for (const other of sotto.context.pages()) if (other !== page) await other.close()
  await page.goto(`chrome-extension://${sotto.extensionId}/manifest.json`)
  await killWorker(sotto, page)
  await expect
    .poll(
      () =>
        page.evaluate(async () => JSON.stringify((await chrome.storage.session.get('session'))['session'])),
      { timeout: 60_000 },
    )
    .toBe('{"data":null,"v":1}')
  await page.goto(`chrome-extension://${sotto.extensionId}/popup.html?tab`)
  await expect(wallet.heading('Sotto is locked')).toBeVisible()
})

test('W110: a worker killed every second for two minutes under load loses no request', async ({
  sotto,
  wallet,
  dapp,
}) => {
  test.setTimeout(240_000)
  await dapp.connect()
  const asking = dapp.page.evaluate(async () => {
    const { keplr } = window as unknown as {
      keplr: { getKey(chainId: string): Promise<{ bech32Address: string }> }
    }
    const addresses: Record<string, number> = {}
    const until = Date.now() + 120_000
    while (Date.now() < until) {
      const asked = Array.from({ length: 4 }, () => keplr.getKey('secretdev-1'))
      for (const answer of await Promise.allSettled(asked)) {
        const said = answer.status === 'fulfilled' ? answer.value.bech32Address : String(answer.reason)
        addresses[said] = (addresses[said] ?? 0) + 1
      }
    }
    return addresses
  })
  let done = false
  const finished = asking.finally(() => {
    done = true
  })
  while (!done) {
    const start = Date.now()
    await killWorker(sotto, wallet.page)
    await Promise.race([finished, wallet.page.waitForTimeout(Math.max(0, 1_000 - (Date.now() - start)))])
  }
  const answers = await finished
  // One and the same answer, every time.
  expect(Object.keys(answers)).toEqual([expect.stringMatching(/^secret1[0-9a-z]{38}$/)])
  expect(Object.values(answers)[0]).toBeGreaterThan(120)
  await (await dapp.ask('Transfer sSCRT')).approve()
  await dapp.says(/^Sent/)
})

test('V84: a damaged copy is said, and mended by unlocking', async ({ sotto, wallet }) => {
  await wallet.lock()
  const { page } = wallet
  await page.evaluate(async () => {
    const { vault } = (await chrome.storage.local.get('vault')) as { vault: { data: { sealed: string } } }
    const sealed = `${vault.data.sealed.slice(0, 400)}AAAA${vault.data.sealed.slice(404)}`
    await chrome.storage.local.set({ vault: { v: 1, data: { sealed } } })
  })
  await page.reload()
  await expect(page.getByText(/damaged/)).toBeVisible()
  await wallet.unlock(PASSWORD)
  await expect(wallet.heading('Home')).toBeVisible()
  await wallet.lock()
  await page.reload()
  await expect(wallet.heading('Sotto is locked')).toBeVisible()
  await expect(page.getByText(/damaged/)).toBeHidden()
  // The other way round: the database is gone, the first copy is enough.
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('sotto')
        request.onsuccess = () => {
          const change = request.result.transaction('records', 'readwrite')
          change.objectStore('records').clear()
          change.oncomplete = resolve
          change.onabort = reject
        }
      }),
  )
  await killWorker(sotto, page)
  await page.reload()
  await wallet.unlock(PASSWORD)
  await expect(wallet.heading('Home')).toBeVisible()
  const copies = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open('sotto')
        request.onsuccess = () => {
          const count = request.result.transaction('records').objectStore('records').count()
          count.onsuccess = () => resolve(count.result)
        }
      }),
  )
  expect(copies).toBe(1)
})

test('V91: both copies damaged is a screen that says so, never a new wallet', async ({ sotto, wallet }) => {
  await wallet.lock()
  const { page } = wallet
  await page.evaluate(async () => {
    const broken = { v: 1, data: { sealed: 'AAAA' } }
    await chrome.storage.local.set({ vault: broken })
    await new Promise((resolve) => {
      const request = indexedDB.open('sotto')
      request.onsuccess = () => {
        const change = request.result.transaction('records', 'readwrite')
        change.objectStore('records').put(broken, 'vault')
        change.oncomplete = resolve
      }
    })
  })
  await killWorker(sotto, page)
  const other = await WalletPage.open(sotto)
  await expect(other.page.getByText(/recovery phrase/).first()).toBeVisible()
  await expect(other.heading('Sotto is locked')).toBeHidden()
  await expect(other.page.getByRole('button', { name: /Create/ })).toBeHidden()
})
