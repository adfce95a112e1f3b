import { looksGood } from './looks'
import { expect, test } from './world'

const LOOK_ALIKE_NAME = 'Ada'

test('two keystrokes switch the account, and a site keeps to the one it was given', async ({
  wallet,
  dapp,
}) => {
  await dapp.connect()
  const { page } = wallet
  await wallet.goToSetting('Accounts and backup', 'Accounts')
  await wallet.press('Add account')
  await page.getByRole('button', { name: /^New account/ }).click()
  await expect(wallet.heading('Account 2')).toBeVisible()
  await looksGood(page, 'account')
  await page.getByLabel('Name').fill('Savings')
  await wallet.press('Save name')
  await expect(wallet.heading('Savings')).toBeVisible()
  await page.getByTitle('violet').click()
  await expect(page.getByRole('radio', { name: 'violet' })).toBeChecked()
  await wallet.goTo('Home')
  await page.keyboard.press('a')
  await expect(page.getByRole('listbox', { name: 'Accounts' })).toBeVisible()
  await looksGood(page, 'switcher')
  await page.keyboard.press('2')
  await expect(page.getByRole('button', { name: /Savings/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Public balance' })).toContainText(/^.*0 SCRT/)

  await wallet.goTo('Sites')
  await expect(page.getByText(/With.*Account 1/)).toBeVisible()
  await wallet.goTo('Home')
  await page.keyboard.press('a')
  await page.keyboard.press('1')
  await expect(page.getByRole('region', { name: 'Public balance' })).toContainText(/\d{9,}/)
})

test('used accounts of both paths are found on chain and offered with their balances', async ({
  devnet,
  wallet,
}) => {
  const { page } = wallet
  const b = devnet.accounts.find(({ name }) => name === 'b')
  await wallet.goToSetting('Accounts and backup', 'Accounts')
  await wallet.press('Add account')
  await page.getByRole('button', { name: /^Import a phrase or key/ }).click()
  await page.getByLabel('Words of the phrase').fill(b?.mnemonic ?? '')
  await wallet.press('Import')
  await expect(wallet.heading('Your accounts')).toBeVisible()
  await expect(page.getByText(/SCRT/).first()).toBeVisible()
  await looksGood(page, 'found-accounts')
})

test('an account that is only watched can be looked at, and no site is told of it', async ({
  devnet,
  wallet,
  dapp,
}) => {
  await dapp.connect()
  const { page } = wallet
  const other = devnet.accounts[2]?.address ?? ''
  await wallet.goToSetting('Accounts and backup', 'Accounts')
  await wallet.press('Add account')
  await page.getByRole('button', { name: /^Watch an address/ }).click()
  await page.getByLabel('Address', { exact: true }).fill(other.slice(0, -1))
  await page.getByLabel('Name').fill('Foundation')
  await wallet.press('Watch it')
  await expect(page.getByText(/letter in this address is wrong/)).toBeVisible()
  await page.getByLabel('Address', { exact: true }).fill(other)
  await wallet.press('Watch it')
  await expect(wallet.heading('Foundation')).toBeVisible()
  await looksGood(page, 'watched')
  await wallet.press('Use this account')
  await wallet.goTo('Home')
  await expect(page.getByText('Watch only').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Public balance' })).toContainText(/\d{9,}/)
  const said = await dapp.page.evaluate(() => {
    const { keplr } = window as unknown as { keplr: { getKey(chainId: string): Promise<object> } }
    return keplr.getKey('secretdev-1').then(
      () => 'told',
      (error: Error) => error.message,
    )
  })
  expect(said).toMatch(/only watched/)
})

test('the address book names addresses, and an address that only looks like one of them is flagged', async ({
  devnet,
  wallet,
}) => {
  const { page } = wallet
  const ada = devnet.accounts[1]?.address ?? ''
  await wallet.goToSetting('Accounts and backup', 'Contacts')
  await expect(page.getByText(/Nobody yet/)).toBeVisible()
  await wallet.press('Add address')
  await page.getByLabel('Address', { exact: true }).fill(ada)
  await page.getByLabel('Name').fill(LOOK_ALIKE_NAME)
  await wallet.press('Save')
  await expect(page.getByRole('button', { name: /Ada/ })).toBeVisible()
  await looksGood(page, 'contacts')
  await wallet.press('Add address')
  await page.getByLabel('Address', { exact: true }).fill(twinOf(ada))
  await expect(page.getByText(/Looks like Ada, but is another address/)).toBeVisible()
  await looksGood(page, 'look-alike')
})

test('a private key is shown behind the password, and an account is removed with a word about what goes', async ({
  wallet,
}) => {
  const { page } = wallet
  await wallet.goToSetting('Accounts and backup', 'Accounts')
  await page
    .getByRole('button', { name: /^Account 1/ })
    .first()
    .click()
  await wallet.press('Export private key')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await wallet.press('Show the key')
  await expect(page.getByText(/not the password of this wallet/)).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('a quiet long password')
  await wallet.press('Show the key')
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await wallet.press('Done')
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeHidden()
  await wallet.press('Remove account')
  await expect(page.getByText('The key goes too')).toBeVisible()
  await looksGood(page, 'remove-account')
  await page.getByLabel('Password', { exact: true }).fill('a quiet long password')
  await wallet.press('Remove')
  await expect(page.getByText(/last account with a key/)).toBeVisible()
})

/** The same first and last characters, another middle: what somebody grinds who hopes for a hasty look. */
function twinOf(address: string): string {
  return `${address.slice(0, 14)}${'q'.repeat(address.length - 22)}${address.slice(-8)}`
}
