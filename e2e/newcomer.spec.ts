import { looksGood } from './looks'
import { ApprovalWindow } from './pages/approval-window'
import { DemoPage } from './pages/demo-page'
import { PASSWORD, WalletPage } from './pages/wallet-page'
import { expect, test } from './world'

const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow'

test('a newcomer comes from the dApp: no wallet yet, then test coins, wrapping and a private balance', async ({
  sotto,
  devnet,
  demo,
}) => {
  const dapp = await DemoPage.open(sotto, demo.url)
  await dapp.press('Connect wallet')
  await expect(dapp.page.getByRole('status')).toHaveAttribute('data-state', 'error')

  const wallet = await WalletPage.open(sotto)
  await wallet.importPhrase(PHRASE, PASSWORD)
  await wallet.chooseLocalNetwork(devnet.lcdUrl)
  await wallet.goTo('Home')
  await expect(wallet.page.getByRole('region', { name: 'Public balance' })).toContainText(/^.*0 SCRT/)
  await looksGood(wallet.page, 'home-empty')

  await dapp.connect()
  await dapp.press('Get test SCRT')
  await dapp.says('The faucet sent')
  const wrap = await dapp.ask('Wrap SCRT')
  await expect(wrap.page.getByText('Leaves your account')).toBeVisible()
  await expect(wrap.page.getByText(/25\sSCRT/).first()).toBeVisible()
  await looksGood(wrap.page, 'wrap')
  await wrap.approve()
  await dapp.says(/Wrapped 25/)
  await (await dapp.ask('Create viewing key')).approve()
  await dapp.says('The contract answered with the key')
  await dapp.press('Read balance')
  await dapp.says('You hold 25')
})

test('a public payment is shown as public', async ({ sotto, devnet, a, wallet, dapp }) => {
  await dapp.connect()
  const approval = await ApprovalWindow.during(sotto, () =>
    dapp.page.evaluate(
      ({ from, to, chainId }) => {
        const { keplr } = window as unknown as {
          keplr: { signAmino(chainId: string, signer: string, doc: object): Promise<unknown> }
        }
        const doc = {
          chain_id: chainId,
          account_number: '0',
          sequence: '0',
          fee: { amount: [{ denom: 'uscrt', amount: '10000' }], gas: '100000' },
          msgs: [
            {
              type: 'cosmos-sdk/MsgSend',
              value: { from_address: from, to_address: to, amount: [{ denom: 'uscrt', amount: '1500000' }] },
            },
          ],
          memo: 'for the \u202etea\u200b',
        }
        keplr.signAmino(chainId, from, doc).catch((error: Error) => {
          document.title = error.message
        })
      },
      { from: a.address, to: devnet.accounts[1]?.address ?? '', chainId: devnet.chainId },
    ),
  )
  await expect(approval.page.getByText(/Send 1\.5 SCRT to secret1/)).toBeVisible()
  await expect(
    approval.page.getByRole('paragraph').filter({ hasText: 'for the \\u{202e}tea\\u{200b}' }),
  ).toBeVisible()
  await looksGood(approval.page, 'bank-send')
  await approval.reject()
  await expect(dapp.page).toHaveTitle('Request rejected')
  await wallet.goTo('Activity')
  await expect(wallet.page.getByText('Nothing yet.')).toBeVisible()
})
