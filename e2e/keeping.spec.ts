import { readFile } from 'node:fs/promises'
import { discardBrowser, launchBrowser } from './browser'
import { looksGood } from './looks'
import { PASSWORD, WalletPage } from './pages/wallet-page'
import { expect, test } from './world'

const NEXT = 'another quiet long password'

test('the password is changed, and then only the new one opens', async ({ wallet }) => {
  const { page } = wallet
  await wallet.goToSetting('Security', 'Change password')
  await page.getByLabel('Current password').fill(PASSWORD)
  await page.getByLabel('New password', { exact: true }).fill(NEXT)
  await page.getByLabel('New password again').fill(NEXT)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(wallet.heading('Password changed')).toBeVisible()
  await wallet.press('Done')
  await wallet.lock()
  await wallet.unlock(PASSWORD)
  await expect(page.getByText(/not the password of this wallet/)).toBeVisible()
  await wallet.unlock(NEXT)
  await expect(wallet.heading('Home')).toBeVisible()
})

test('V98: wrong passwords make the next attempt wait, over a restart of the browser too', async ({
  sotto,
  wallet,
}) => {
  await wallet.lock()
  const field = wallet.page.getByLabel('Password', { exact: true })
  // The sixth one makes it wait for 16 seconds: long enough to start a browser on a busy machine.
  for (let n = 0; n < 6; n += 1) {
    await expect(field).toBeEnabled({ timeout: 20_000 })
    await wallet.unlock(`not the password ${n}`)
    await expect(wallet.page.getByText(/not the password of this wallet/).first()).toBeVisible()
  }
  await expect(wallet.page.getByText(/Wait/).first()).toBeVisible()
  await looksGood(wallet.page, 'wait')
  await sotto.context.close()
  const again = await launchBrowser({ profile: sotto.profile })
  const reopened = await WalletPage.open(again)
  await expect(reopened.page.getByText(/Wait/).first()).toBeVisible()
  const password = reopened.page.getByLabel('Password', { exact: true })
  await expect(password).toBeEnabled({ timeout: 30_000 })
  await reopened.unlock(PASSWORD)
  await expect(reopened.heading('Home')).toBeVisible()
  await again.context.close()
})

test('a passkey opens the wallet beside the password, until it is removed', async ({ sotto, wallet }) => {
  const { page } = wallet
  // A browser asks for a passkey only in the tab that is in front.
  await page.bringToFront()
  const session = await sotto.context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await wallet.goToSetting('Security', 'Passkeys')
  await wallet.press('Add a passkey')
  await page.getByLabel('Name').fill('This laptop')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await wallet.press('Continue')
  const row = page.getByRole('listitem').filter({ hasText: 'This laptop' })
  await expect(row).toBeVisible()
  await looksGood(page, 'passkeys')
  await wallet.lock()
  await wallet.press('Unlock with a passkey')
  await expect(wallet.heading('Home')).toBeVisible()
  await wallet.goToSetting('Security', 'Passkeys')
  await wallet.press('Remove This laptop')
  await expect(row).toBeHidden()
  await wallet.lock()
  await expect(page.getByRole('button', { name: 'Unlock with a passkey' })).toBeHidden()
  await wallet.unlock()
  await expect(wallet.heading('Home')).toBeVisible()
})

test('a backup file with the keys makes the same wallet in another browser', async ({
  devnet,
  wallet,
  a,
}) => {
  const { page } = wallet
  await wallet.goToSetting('Accounts and backup', 'Address book')
  await wallet.press('Add entry')
  await page.getByLabel('Address', { exact: true }).fill(devnet.accounts[1]?.address ?? '')
  await page.getByLabel('Name').fill('Ada')
  await wallet.press('Save')
  await wallet.goToSetting('Accounts and backup', 'Backup file')
  await page.getByRole('switch').or(page.getByRole('checkbox')).first().check()
  await looksGood(page, 'backup-file')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  const [download] = await Promise.all([page.waitForEvent('download'), wallet.press('Save the file')])
  expect(download.suggestedFilename()).toMatch(/^sotto-backup-\d{4}-\d\d-\d\d\.json$/)
  const path = await download.path()
  expect(await readFile(path, 'utf8')).not.toContain(a.address)

  const other = await launchBrowser()
  const restored = await WalletPage.open(other)
  await restored.press('Restore from a backup file')
  await restored.page.locator('input[type=file]').setInputFiles(path)
  await restored.page.getByLabel('Password of the file').fill(PASSWORD)
  await restored.press('Restore')
  await expect(restored.heading('Home')).toBeVisible()
  await expect(restored.page.getByTitle(a.address).first()).toBeVisible()
  await restored.goToSetting('Accounts and backup', 'Address book')
  await expect(restored.page.getByRole('button', { name: /Ada/ })).toBeVisible()
  await restored.lock()
  await restored.unlock()
  await expect(restored.heading('Home')).toBeVisible()
  await discardBrowser(other)
})

test('the phrase can be shown again behind the password', async ({ wallet, a }) => {
  const { page } = wallet
  await wallet.goToSetting('Accounts and backup', 'Accounts')
  await page.getByRole('button', { name: 'Open Recovery phrase 1' }).click()
  await page.getByRole('button', { name: /^Show recovery phrase/ }).click()
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: /Show/ }).last().click()
  const words = page.getByRole('list', { name: 'Recovery phrase' }).getByRole('listitem')
  await expect(words).toHaveCount(a.mnemonic.split(' ').length)
  await page.getByRole('button', { name: 'Keep shown' }).click()
  expect((await words.allInnerTexts()).join(' ')).toBe(a.mnemonic)
  await wallet.press('Lock')
  await expect(wallet.heading('Sotto is locked')).toBeVisible()
  await wallet.unlock()
  await expect(words).toBeHidden()
})

test('forgetting the wallet takes a typed sentence and leaves nothing', async ({ sotto, wallet }) => {
  const { page } = wallet
  await wallet.goToSetting('Security', 'Forget this wallet')
  await looksGood(page, 'forget')
  const button = page.getByRole('button', { name: 'Delete everything' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await page.getByLabel(/To go on, type/).fill('forget this wallet')
  await button.click()
  await expect(wallet.heading('Sotto')).toBeVisible()
  const left = await page.evaluate(async () => [
    await chrome.storage.local.get(null),
    await chrome.storage.session.get(null),
  ])
  expect(left).toEqual([{}, {}])
  expect(sotto.extensionId).not.toBe('')
})

test('popup, panel and tab show one wallet: what is done in one is seen in the others', async ({
  sotto,
  wallet,
}) => {
  const open = async (query: string): Promise<WalletPage> => {
    const page = await sotto.context.newPage()
    await page.goto(`chrome-extension://${sotto.extensionId}/popup.html${query}`)
    return new WalletPage(page)
  }
  const [panel, popup] = [await open('?panel'), await open('')]
  await expect(panel.heading('Home')).toBeVisible()
  await expect(popup.heading('Home')).toBeVisible()
  await panel.page.setViewportSize({ width: 320, height: 900 })
  await looksGood(panel.page, 'panel')
  await wallet.lock()
  await expect(panel.heading('Sotto is locked')).toBeVisible()
  await expect(popup.heading('Sotto is locked')).toBeVisible()
  await panel.unlock()
  for (const one of [wallet, popup, panel]) await expect(one.heading('Home')).toBeVisible()
})
