/** A vault over a browser's storage, and one that is already made. */
import { type FakeBrowser, fakeBrowser } from '../platform.fake'
import { createStore } from '../storage/stored'
import { createVault, type Vault } from './vault'

export const PHRASE =
  'grant rice replace explain federal release fix clever romance raise often wild taxi quarter soccer fiber love must tape steak together observe swap guitar'
export const ADDRESS = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
export const PASSWORD = 'correct horse'
export const LOCK_AFTER = 15 * 60_000

/** As each new worker makes it. */
export function wake(browser: FakeBrowser, lockAfter = LOCK_AFTER): Vault {
  return createVault({
    ...browser,
    store: createStore(browser.storage),
    lockAfter: async () => lockAfter,
  })
}

let made: Promise<FakeBrowser> | undefined

async function firstWallet(): Promise<FakeBrowser> {
  const browser = fakeBrowser()
  await wake(browser).create({ phrase: PHRASE, password: PASSWORD, source: 'imported' })
  return browser
}

/** A wallet that was just created. The password is stretched once for all tests; each gets its own storage. */
export async function created(): Promise<{ browser: FakeBrowser; vault: Vault }> {
  made ??= firstWallet()
  const first = await made
  const browser = fakeBrowser()
  for (const [name, value] of first.local.values) browser.local.values.set(name, value)
  for (const [name, value] of first.session.values) browser.session.values.set(name, value)
  for (const [name, at] of first.scheduled) browser.scheduled.set(name, at)
  return { browser, vault: wake(browser) }
}
