/** What is on the disk of somebody who uses Sotto, after the browser is ended without warning. */
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from './browser'
import { DemoPage } from './pages/demo-page'
import { PASSWORD, WalletPage } from './pages/wallet-page'
import { expect, test } from './world'

const CONTACT = 'Canary Contact Quartz'
const LABEL = 'Canary Label Obsidian'

/** The browser's processes that have this profile, ended as a power cut would end them. */
function endWithoutWarning(profile: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      if (command.includes(profile) && readlinkSync(`/proc/${pid}/exe`).includes('chrom'))
        process.kill(Number(pid), 'SIGKILL')
    } catch (error) {
      // Ended in between: what was wanted is so.
      if (!['ENOENT', 'ESRCH', 'EACCES'].includes(String((error as { code?: string }).code))) throw error
    }
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Where a text stands in a profile, as UTF-8 or UTF-16. */
function found(files: readonly string[], canaries: readonly string[]): string[] {
  return files.flatMap((path) => {
    const bytes = readFileSync(path)
    return canaries
      .filter((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
      .map((text) => `${text} in ${path}`)
  })
}

test('I8 V101: a profile that is read after a kill says nothing of words, keys, names or sites', async ({
  devnet,
  demo,
}) => {
  const { mnemonic: phrase = '', address = '' } = devnet.accounts.find(({ name }) => name === 'b') ?? {}
  const other = devnet.accounts.find(({ name }) => name === 'c')?.address ?? ''
  const words = phrase.split(' ')
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`)
  const browser = await launchBrowser()
  const wallet = await WalletPage.open(browser)
  await wallet.importPhrase(phrase, PASSWORD)
  await wallet.chooseLocalNetwork(devnet.lcdUrl)
  const { page } = wallet
  await wallet.goToSetting('Accounts and backup', 'Accounts')
  await page
    .getByRole('button', { name: /^Account 1/ })
    .first()
    .click()
  await page.getByLabel('Name').fill(LABEL)
  await wallet.press('Save name')
  await wallet.goToSetting('Accounts and backup', 'Address book')
  await wallet.press('Add entry')
  await page.getByLabel('Address', { exact: true }).fill(other)
  await page.getByLabel('Name').fill(CONTACT)
  await wallet.press('Save')
  await wallet.goTo('Home')
  const dapp = await DemoPage.open(browser, demo.url)
  await dapp.connect()
  await (await dapp.ask('Create viewing key')).approve()
  await dapp.says('The contract answered with the key')
  await wallet.goTo('Activity')
  await expect(page.getByRole('listitem').filter({ hasText: 'Confirmed' })).toHaveCount(1, {
    timeout: 20_000,
  })
  await dapp.page.close()
  await wallet.lock()
  endWithoutWarning(browser.profile)
  const files = filesOf(browser.profile)
  // The site itself knows its visitor's address, and the browser knows the site: in its own files that is its business.
  const everywhere = [...pairs, PASSWORD, CONTACT, LABEL]
  expect(found(files, everywhere)).toEqual([])
  const own = files.filter((path) => path.includes(browser.extensionId))
  expect(own.length).toBeGreaterThan(3)
  expect(found(own, [...everywhere, address, other, new URL(demo.url).host, 'sSCRT'])).toEqual([])
  rmSync(browser.profile, { recursive: true, force: true, maxRetries: 5 })
})
