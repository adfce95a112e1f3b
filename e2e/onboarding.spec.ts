import type { Locator } from '@playwright/test'
import { looksGood } from './looks'
import { PASSWORD, WalletPage } from './pages/wallet-page'
import { expect, test } from './world'

const PHRASE = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about'

test('a person creates a wallet, proves three words and sees the address', async ({ sotto }) => {
  const wallet = await WalletPage.open(sotto)
  await expect(wallet.heading('Sotto')).toBeVisible()
  await looksGood(wallet.page, 'welcome')
  await wallet.press('Create a new wallet')
  await looksGood(wallet.page, 'length')
  await wallet.press('Continue')
  const words = await wallet.page
    .getByRole('list', { name: 'Recovery phrase' })
    .getByRole('listitem')
    .allInnerTexts()
  expect(words).toHaveLength(12)
  await looksGood(wallet.page, 'phrase')
  await wallet.press('Continue')

  const fields = wallet.page.getByRole('textbox', { name: /^Word \d+$/ })
  await expect(fields).toHaveCount(3)
  for (const field of await fields.all()) await field.fill('wrong')
  await wallet.press('Continue')
  await expect(wallet.page.getByText(/This is not word \d+ of your phrase/)).toHaveCount(3)
  await looksGood(wallet.page, 'three-words-wrong')
  for (const field of await fields.all()) await field.fill(words[(await placeOf(field)) - 1] ?? '')
  await wallet.press('Continue')
  await looksGood(wallet.page, 'password')
  await wallet.choosePassword(PASSWORD)
  await expect(wallet.heading('Home')).toBeVisible()
  await expect(wallet.page.getByText(/^secret1/).first()).toBeVisible()
})

test('a phrase of 24 words can be chosen', async ({ sotto }) => {
  const wallet = await WalletPage.open(sotto)
  await wallet.press('Create a new wallet')
  await wallet.page.getByRole('radio', { name: /24 words/ }).check()
  await wallet.press('Continue')
  await expect(wallet.page.getByRole('list', { name: 'Recovery phrase' }).getByRole('listitem')).toHaveCount(
    24,
  )
  await looksGood(wallet.page, 'phrase-24')
})

test('a phrase that cannot be one is explained where it was typed', async ({ sotto }) => {
  const wallet = await WalletPage.open(sotto)
  await wallet.press('Import an existing wallet')
  const field = wallet.page.getByLabel('Recovery phrase')
  const words = PHRASE.split(' ')
  const bad = [
    words.slice(0, 11).join(' '),
    [...words, 'about'].join(' '),
    Array.from({ length: 25 }, () => 'abandon').join(' '),
    Array.from({ length: 12 }, () => 'abandon').join(' '),
    [...words.slice(0, 11), 'abuot'].join(' '),
  ]
  for (const phrase of bad) {
    await field.fill(phrase)
    await wallet.press('Continue')
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(wallet.page.locator(`[id="${await describedBy(field)}"]`)).toContainText(/word/i)
    await expect(wallet.heading('Choose a password')).toBeHidden()
  }
  await looksGood(wallet.page, 'import-wrong')

  await field.fill(words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join('\n'))
  await wallet.press('Continue')
  await expect(wallet.heading('Choose a password')).toBeVisible()
})

test('passwords: too short, too long, not the same, and the same in another Unicode form', async ({
  sotto,
}) => {
  const wallet = await WalletPage.open(sotto)
  await wallet.press('Import an existing wallet')
  await wallet.page.getByLabel('Recovery phrase').fill(PHRASE)
  await wallet.press('Continue')
  await wallet.choosePassword('short')
  await expect(wallet.page.getByText(/8 characters/).first()).toBeVisible()
  await wallet.choosePassword('x'.repeat(10_000))
  await expect(wallet.heading('Choose a password')).toBeVisible()
  await wallet.choosePassword('long enough one', 'long enough two')
  await expect(wallet.page.getByText('This is not the same password.')).toBeVisible()
  await wallet.choosePassword('\u00e9t\u00e9 tranquille')
  await expect(wallet.heading('Home')).toBeVisible()

  await wallet.lock()
  await wallet.unlock('not the password')
  await expect(wallet.page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await looksGood(wallet.page, 'wrong-password')
  await wallet.unlock('e\u0301te\u0301 tranquille')
  await expect(wallet.heading('Home')).toBeVisible()
})

test('the address can be copied and shown as a code, and the public balance is there', async ({
  sotto,
  a,
  wallet,
}) => {
  await looksGood(wallet.page, 'settings')
  await wallet.goTo('Home')
  await expect(wallet.page.getByRole('region', { name: 'Public balance' })).toContainText(
    /\d{12,}[\d.]* SCRT/,
  )
  await looksGood(wallet.page, 'home')
  await sotto.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await wallet.press('Receive')
  await expect(wallet.heading('Receive')).toBeVisible()
  await expect(wallet.page.getByRole('img', { name: /QR|code/i })).toBeVisible()
  await looksGood(wallet.page, 'receive')
  await wallet.press('Copy address')
  await expect.poll(() => wallet.page.evaluate(() => navigator.clipboard.readText())).toBe(a.address)
})

function placeOf(field: Locator): Promise<number> {
  return field.evaluate((element) =>
    Number((element as HTMLInputElement).labels?.[0]?.textContent?.match(/\d+/)?.[0]),
  )
}

async function describedBy(field: Locator): Promise<string> {
  return (
    (
      (await field.getAttribute('aria-errormessage')) ??
      (await field.getAttribute('aria-describedby')) ??
      ''
    ).split(' ')[0] ?? ''
  )
}
