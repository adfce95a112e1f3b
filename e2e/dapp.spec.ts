import { startDevnet } from '../devnet/index'
import { startDemo } from '../scripts/demo.mjs'
import { discardBrowser, launchBrowser } from './browser'
import { looksGood } from './looks'
import { DemoPage } from './pages/demo-page'
import { WalletPage } from './pages/wallet-page'
import { expect, test } from './world'

const B = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'

test('a dApp connects, makes a viewing key, sends sSCRT and reads the balance back', async ({
  demo,
  wallet,
  dapp,
}) => {
  const connect = await dapp.ask('Connect wallet')
  await expect(connect.heading('Connect to this site?')).toBeVisible()
  await expect(connect.page.getByText(demo.origin)).toBeVisible()
  await looksGood(connect.page, 'connect')
  await connect.approve('Connect')
  await dapp.says(/^Connected as/)

  const key = await dapp.ask('Create viewing key')
  await expect(key.page.getByLabel('Decrypted message')).toContainText('create_viewing_key')
  await key.approve()
  await dapp.says('The contract answered with the key api_key_')

  await dapp.page.getByLabel('Recipient').fill(B)
  await dapp.page.getByLabel('Amount to transfer').fill('12.5')
  const transfer = await dapp.ask('Transfer sSCRT')
  await expect(transfer.page.getByText(demo.origin)).toBeVisible()
  await expect(transfer.page.getByText('Account 1').first()).toBeVisible()
  await expect(transfer.page.getByText(/Send 12\.5 \S+ to secret1fc3…/)).toBeVisible()
  await expect(transfer.page.getByLabel('Decrypted message')).toContainText('"amount": "12500000"')
  await expect(transfer.page.getByText('Network fee')).toBeVisible()
  await looksGood(transfer.page, 'transfer')
  await transfer.approve()
  await dapp.says(/Sent 12\.50? sSCRT/)
  await dapp.press('Read balance')
  await dapp.says('You hold 987.5')

  await wallet.openNewest(/Send/)
  await expect(wallet.page.getByRole('status').filter({ hasText: 'Confirmed' })).toBeVisible({
    timeout: 20_000,
  })
  await expect(wallet.page.getByLabel('Decrypted message')).toContainText(B)
  await expect(wallet.page.getByLabel('Decrypted answer')).toContainText('success')
  await looksGood(wallet.page, 'entry')
})

test('a transaction survives the browser: pending, confirmed, and readable after unlocking again', async ({
  sotto,
}) => {
  // Slow enough for a person, and a test, to see that a transaction is under way.
  const slow = await startDevnet({ blockMs: 3000 })
  const demo = await startDemo({ port: 0, lcdUrl: slow.lcdUrl, chainId: slow.chainId })
  const wallet = await WalletPage.open(sotto)
  await wallet.importPhrase(slow.accounts.find(({ name }) => name === 'a')?.mnemonic ?? '')
  await wallet.chooseLocalNetwork(slow.lcdUrl)
  const dapp = await DemoPage.open(sotto, demo.url)
  await dapp.connect()
  await wallet.goTo('Activity')
  await (await dapp.ask('Create viewing key')).approve()
  await expect(wallet.page.getByText('Pending').first()).toBeVisible()
  await dapp.says('The contract answered with the key')
  await sotto.context.close()

  const again = await launchBrowser({ profile: sotto.profile })
  try {
    const reopened = await WalletPage.open(again)
    await expect(reopened.heading('Sotto is locked')).toBeVisible()
    await reopened.unlock()
    await reopened.openNewest(/viewing key/i)
    await expect(reopened.page.getByRole('status').filter({ hasText: 'Confirmed' })).toBeVisible({
      timeout: 20_000,
    })
    await expect(reopened.page.getByLabel('Decrypted message')).toContainText('create_viewing_key')
    await expect(reopened.page.getByLabel('Decrypted answer')).toContainText('api_key_')
  } finally {
    await discardBrowser(again)
    await demo.stop()
    await slow.stop()
  }
})

test('a failed transaction opens to the error the contract gave', async ({ wallet, dapp }) => {
  await dapp.connect()
  await dapp.page.getByLabel('Amount to transfer').fill('5000000')
  await (await dapp.ask('Transfer sSCRT')).approve()
  await dapp.says(/insufficient funds/)
  await wallet.openNewest(/Send/)
  await expect(wallet.page.getByRole('status').filter({ hasText: 'Failed' })).toBeVisible({ timeout: 20_000 })
  await expect(wallet.page.getByLabel('Decrypted error')).toContainText('insufficient funds')
  await looksGood(wallet.page, 'failed-entry')
})

test('amino signers work the same, and a saved token shows its private balance', async ({ wallet, dapp }) => {
  await dapp.page.getByLabel('Sign with amino').check()
  await dapp.connect()
  const key = await dapp.ask('Create viewing key')
  await expect(key.page.getByLabel('Decrypted message')).toContainText('create_viewing_key')
  await key.approve()
  await dapp.says('The contract answered with the key')
  const save = await dapp.ask('Save in wallet')
  await expect(save.heading('Add a private token')).toBeVisible()
  await looksGood(save.page, 'add-token')
  await save.approve()
  await dapp.says('Your wallet keeps the token')
  const permit = await dapp.ask('Read with permit')
  await expect(permit.heading('Sign a permit to read')).toBeVisible()
  await looksGood(permit.page, 'permit')
  await permit.approve()
  await dapp.says('The permit was enough')
  await wallet.goTo('Home')
  await expect(wallet.page.getByRole('region', { name: 'Private tokens' })).toContainText(
    /\d SSCRT|\d sSCRT/i,
  )
  await wallet.openNewest(/viewing key/i)
  await expect(wallet.page.getByRole('status').filter({ hasText: 'Confirmed' })).toBeVisible({
    timeout: 20_000,
  })
})
