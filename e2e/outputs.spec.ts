import { looksGood } from './looks'
import { ApprovalWindow } from './pages/approval-window'
import { clientThrough } from './pages/page-signer'
import { expect, test } from './world'

test('an entry opens to the log, each line said to be sealed or in the open', async ({
  sotto,
  devnet,
  a,
  wallet,
  dapp,
}) => {
  await dapp.connect()
  const client = clientThrough(dapp.page, devnet, a.address)
  const { address, codeHash } = devnet.contracts.receiver
  const sent = { tx: undefined as Promise<{ code: number; arrayLog?: unknown }> | undefined }
  const approval = await ApprovalWindow.during(sotto, async () => {
    sent.tx = client.tx.compute.executeContract(
      {
        sender: a.address,
        contract_address: address,
        code_hash: codeHash,
        msg: { echo: { text: 'sotto voce' } },
        sent_funds: [],
      },
      { gasLimit: 150_000, broadcastCheckIntervalMs: 300 },
    )
  })
  await expect(approval.page.getByLabel('Decrypted message')).toContainText('sotto voce')
  await looksGood(approval.page, 'unknown-contract-message')
  await approval.approve()
  expect((await sent.tx)?.code).toBe(0)

  await wallet.goTo('Activity')
  await looksGood(wallet.page, 'activity')
  await wallet.page.getByRole('listitem').getByRole('button').first().click()
  await expect(wallet.page.getByRole('status').filter({ hasText: 'Confirmed' })).toBeVisible({
    timeout: 20_000,
  })
  const log = wallet.page.getByRole('list', { name: 'Decrypted log' })
  await expect(log).toContainText('sotto voce')
  await expect(log).toContainText('echoed, in the open')
  await expect(wallet.page.getByLabel('Decrypted answer')).toContainText('sotto voce')
  await log.scrollIntoViewIfNeeded()
  await looksGood(wallet.page, 'entry-log')
})

test('the screens of what sites may do and of a private token', async ({
  sotto,
  devnet,
  demo,
  wallet,
  dapp,
}) => {
  await wallet.goTo('Sites')
  await looksGood(wallet.page, 'sites-empty')
  await dapp.connect()
  await (await dapp.ask('Create viewing key')).approve()
  await dapp.says('The contract answered with the key')
  await (await dapp.ask('Save in wallet')).approve()
  await dapp.says('Your wallet keeps the token')

  const share = await ApprovalWindow.during(sotto, async () => {
    await dapp.page.evaluate((contract) => {
      const { keplr } = window as unknown as {
        keplr: { getSecret20ViewingKey(id: string, contract: string): Promise<string> }
      }
      void keplr.getSecret20ViewingKey('secretdev-1', contract).then((key) => {
        document.title = key
      })
    }, devnet.contracts.sscrt.address)
  })
  await expect(share.heading('Share a viewing key')).toBeVisible()
  await looksGood(share.page, 'share-viewing-key')
  await share.approve()
  await expect(dapp.page).toHaveTitle(/^api_key_/)

  await expect(wallet.page.getByText(demo.origin)).toBeVisible()
  await looksGood(wallet.page, 'sites')
  await wallet.goTo('Home')
  await wallet.page.getByRole('button', { name: /SSCRT/ }).click()
  await expect(wallet.page.getByText(devnet.contracts.sscrt.address)).toBeVisible()
  await looksGood(wallet.page, 'token')
  await wallet.page.keyboard.press('Escape')
  await expect(wallet.heading('Home')).toBeAttached()
})
