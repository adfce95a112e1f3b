import { PASSWORD, WalletPage } from './pages/wallet-page'
import { expect, test } from './world'

test('a person creates a wallet, proves three words and sees the address', async ({ sotto }) => {
  const wallet = await WalletPage.open(sotto)
  await wallet.press('Create a new wallet')
  await wallet.press('Continue')
  const words = await wallet.page
    .getByRole('list', { name: 'Recovery phrase' })
    .getByRole('listitem')
    .allInnerTexts()
  expect(words).toHaveLength(12)
  await wallet.press('Continue')

  const fields = wallet.page.getByRole('textbox', { name: /^Word \d+$/ })
  await expect(fields).toHaveCount(3)
  for (const field of await fields.all()) await field.fill('zebra')
  await wallet.press('Continue')
  await expect(wallet.page.getByText(/This is not word \d+ of your phrase/).first()).toBeVisible()
  for (const field of await fields.all()) {
    const place = Number(/\d+/.exec((await field.getAttribute('aria-label')) ?? (await labelOf(field)))?.[0])
    await field.fill(words[place - 1]?.replace(/^\d+\s*/, '') ?? '')
  }
  await wallet.press('Continue')
  await wallet.choosePassword(PASSWORD)
  await expect(wallet.heading('Home')).toBeVisible()
  await expect(wallet.page.getByText(/^secret1/).first()).toBeVisible()
})

function labelOf(field: import('@playwright/test').Locator): Promise<string> {
  return field.evaluate((element) => (element as HTMLInputElement).labels?.[0]?.textContent ?? '')
}
