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
  await page.getByRole('button', { name: /^One more of a phrase/ }).click()
  await wallet.press('Add the next account')
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
  await expect(page.getByRole('listitem').filter({ hasText: 'Account 1' }).first()).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Savings')
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
  await page.getByRole('button', { name: /^Another recovery phrase/ }).click()
  await page.getByLabel('Words of the phrase').fill(b?.mnemonic ?? '')
  await wallet.press('Add')
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
  await wallet.press('Watch')
  await expect(page.getByText(/letter in this address is wrong/)).toBeVisible()
  await page.getByLabel('Address', { exact: true }).fill(other)
  await wallet.press('Watch')
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
  expect(isTwin(TWIN, ada)).toBe(true)
  await wallet.goToSetting('Accounts and backup', 'Address book')
  await wallet.press('Add entry')
  await page.getByLabel('Address', { exact: true }).fill(ada)
  await page.getByLabel('Name').fill(LOOK_ALIKE_NAME)
  await wallet.press('Save')
  await expect(page.getByRole('button', { name: /Ada/ })).toBeVisible()
  await looksGood(page, 'contacts')
  await wallet.press('Add entry')
  await page.getByLabel('Address', { exact: true }).fill(TWIN)
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
  await wallet.press('Continue')
  await expect(page.getByText(/not the password of this wallet/)).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('a quiet long password')
  await wallet.press('Continue')
  await wallet.press('Keep shown')
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await wallet.press('Put it away')
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeHidden()
  await expect(page.getByText(/only account, and a wallet has at least one/)).toBeVisible()
  await wallet.goToSetting('Accounts and backup', 'Accounts')
  await wallet.press('Add account')
  await page.getByRole('button', { name: /^Another recovery phrase/ }).click()
  await page.getByText('Private key').click()
  await page.getByLabel('Digits of the key').fill('11'.repeat(32))
  await wallet.press('Add')
  await expect(wallet.heading('Account 2')).toBeVisible()
  await wallet.press('Remove account')
  await expect(page.getByText(/goes too/)).toBeVisible()
  await looksGood(page, 'remove-account')
  await page.getByLabel('Password', { exact: true }).fill('a quiet long password')
  await wallet.press('Remove both')
  await expect(wallet.heading('Accounts')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Account 2/ })).toBeHidden()
})

/** Made so that its checksum holds: what somebody grinds who hopes for a hasty look. */
const TWIN = 'secret1fc3fzy78ttp0upxts46lyfwncaxn8uj5ufr8za'

function isTwin(twin: string, address: string): boolean {
  return twin !== address && twin.slice(0, 16) === address.slice(0, 16)
}
