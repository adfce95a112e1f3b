import { discardBrowser, launchBrowser } from './browser'
import { DemoPage } from './pages/demo-page'
import { WalletPage } from './pages/wallet-page'
import { expect, test } from './world'

const B = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'

test('a dApp connects, makes a viewing key, sends sSCRT and reads the balance back', async ({
  sotto,
  devnet,
  demo,
  a,
}) => {
  const wallet = await WalletPage.open(sotto)
  await wallet.importPhrase(a.mnemonic)
  await wallet.useLocalNetwork(devnet.lcdUrl)
  const dapp = await DemoPage.open(sotto, demo.url)

  const connect = await dapp.ask('Connect wallet')
  await expect(connect.heading('Connect to this site?')).toBeVisible()
  await expect(connect.page.getByText(demo.origin)).toBeVisible()
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
  await expect(transfer.page.getByText('Account 1')).toBeVisible()
  await expect(transfer.page.getByText(/Send 12\.5 \S+ to secret1fc3…/)).toBeVisible()
  await expect(transfer.page.getByLabel('Decrypted message')).toContainText('"amount": "12500000"')
  await expect(transfer.page.getByText('Network fee')).toBeVisible()
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
})
