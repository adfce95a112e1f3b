import type { Locator } from '@playwright/test'
import { looksGood } from './looks'
import { PASSWORD, WalletPage } from './pages/wallet-page'
import { expect, test } from './world'

const PHRASE = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about'

test('a person creates a wallet, writes the phrase down, proves three words and sees the address', async ({
  sotto,
}) => {
  const wallet = await WalletPage.open(sotto)
  await expect(wallet.heading('Sotto')).toBeVisible()
  await looksGood(wallet.page, 'welcome')
  await wallet.press('Create a new wallet')
  await wallet.typeNewPassword(PASSWORD)
  await looksGood(wallet.page, 'create')
  await wallet.press('Create wallet')
  const list = wallet.page.getByRole('list', { name: 'Recovery phrase' })
  await expect(wallet.page.getByRole('button', { name: 'Keep shown' })).toBeVisible()
  await looksGood(wallet.page, 'phrase-covered')
  await wallet.press('Keep shown')
  const words = await list.getByRole('listitem').allInnerTexts()
  expect(words).toHaveLength(12)
  await looksGood(wallet.page, 'phrase')
  await wallet.press('I have written them down')

  const fields = wallet.page.getByRole('textbox', { name: /^Word \d+$/ })
  await expect(fields).toHaveCount(3)
  for (const field of await fields.all()) await field.fill('wrong')
  await wallet.press('Check')
  await expect(wallet.page.getByText(/This is not word \d+ of the phrase/)).toHaveCount(3)
  await looksGood(wallet.page, 'three-words-wrong')
  for (const field of await fields.all()) await field.fill(words[(await placeOf(field)) - 1] ?? '')
  await wallet.press('Check')
  await expect(wallet.heading('Your phrase is written down')).toBeVisible()
  await wallet.press('Done')
  await expect(wallet.heading('Home')).toBeVisible()
  await expect(wallet.page.getByText(/^secret1/).first()).toBeVisible()
  await expect(wallet.page.getByText('Write down your recovery phrase')).toBeHidden()
})

test('the check can be put off, and the reminder stays until it is done', async ({ sotto }) => {
  const wallet = await WalletPage.open(sotto)
  await wallet.press('Create a new wallet')
  await wallet.page.getByRole('radio', { name: /24 words/ }).check()
  await wallet.typeNewPassword(PASSWORD)
  await wallet.press('Create wallet')
  await expect(wallet.page.getByRole('list', { name: 'Recovery phrase' }).getByRole('listitem')).toHaveCount(
    24,
  )
  await wallet.press('Later')
  await expect(wallet.heading('Home')).toBeVisible()
  const reminder = wallet.page.getByText('Write down your recovery phrase')
  await expect(reminder).toBeVisible()
  await looksGood(wallet.page, 'reminder')
  await wallet.lock()
  await wallet.unlock()
  await expect(reminder).toBeVisible()
})

test('a phrase that cannot be one is explained where it was typed', async ({ sotto }) => {
  const wallet = await WalletPage.open(sotto)
  await wallet.press('Import an existing wallet')
  await wallet.typeNewPassword(PASSWORD)
  const field = wallet.page.getByLabel('Words of the phrase')
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
    await wallet.press('Import wallet')
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(wallet.page.locator(`[id="${await describedBy(field)}"]`)).toContainText(/word/i)
    await expect(wallet.heading('Your accounts')).toBeHidden()
  }
  await looksGood(wallet.page, 'import-wrong')

  await field.fill(words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join('\n'))
  await wallet.press('Import wallet')
  await expect(wallet.heading('Your accounts')).toBeVisible()
})

test('a phrase in another language is read, and its slip is found', async ({ sotto }) => {
  const french =
    'abaisser abaisser abaisser abaisser abaisser abaisser abaisser abaisser abaisser abaisser abaisser abeille'
  const wallet = await WalletPage.open(sotto)
  await wallet.press('Import an existing wallet')
  await wallet.typeNewPassword(PASSWORD)
  const field = wallet.page.getByLabel('Words of the phrase')
  await field.fill(french.replace('abeille', 'abeile'))
  await wallet.press('Import wallet')
  await expect(wallet.page.getByText(/Word 12 is not one of the words/)).toBeVisible()
  await field.fill(french)
  await wallet.press('Import wallet')
  await expect(wallet.heading('Your accounts')).toBeVisible()
})

test('passwords: too short, too long, not the same, and the same in another Unicode form', async ({
  sotto,
}) => {
  const wallet = await WalletPage.open(sotto)
  await wallet.press('Import an existing wallet')
  await wallet.page.getByLabel('Words of the phrase').fill(PHRASE)
  const bring = async (password: string, confirm = password): Promise<void> => {
    await wallet.typeNewPassword(password, confirm)
    await wallet.press('Import wallet')
  }
  await bring('short')
  await expect(wallet.page.getByText(/8 characters/).first()).toBeVisible()
  await bring('x'.repeat(10_000))
  await expect(wallet.heading('Your accounts')).toBeHidden()
  await bring('long enough one', 'long enough two')
  await expect(wallet.page.getByText('This is not the same password.')).toBeVisible()
  await bring('\u00e9t\u00e9 tranquille')
  await expect(wallet.heading('Your accounts')).toBeVisible()
  await wallet.press('Skip')

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
