import { startDevnet } from '../devnet/index'
import { startDemo } from '../scripts/demo.mjs'
import { killWorker } from './browser'
import { looksGood } from './looks'
import { ApprovalWindow } from './pages/approval-window'
import { DemoPage } from './pages/demo-page'
import { WalletPage } from './pages/wallet-page'
import { expect, test } from './world'

test('a rejected request signs nothing and tells the page so', async ({ wallet, dapp }) => {
  await (await dapp.ask('Connect wallet')).reject()
  await dapp.says(/reject|declined|said no/i)
  await dapp.connect()
  await (await dapp.ask('Transfer sSCRT')).reject()
  await dapp.says(/reject|declined|said no/i)
  await wallet.goTo('Activity')
  await expect(wallet.page.getByText('Nothing yet.')).toBeVisible()
})

test('U59: closing the approval window is a no', async ({ dapp }) => {
  const approval = await dapp.ask('Connect wallet')
  await expect(approval.heading('Connect to this site?')).toBeVisible()
  await approval.page.close()
  await dapp.says(/reject|declined|said no/i)
})

test('U60: locking ends every open request', async ({ wallet, dapp }) => {
  await dapp.connect()
  const approval = await dapp.ask('Transfer sSCRT')
  await expect(approval.heading(/Send/)).toBeVisible()
  await wallet.lock()
  await dapp.says(/reject|declined|said no/i)
  await wallet.unlock()
  await wallet.goTo('Activity')
  await expect(wallet.page.getByText('Nothing yet.')).toBeVisible()
})

test('a request made while locked waits for the password', async ({ demo, wallet, dapp }) => {
  await wallet.lock()
  const approval = await dapp.ask('Connect wallet')
  await expect(approval.page.getByText(demo.origin)).toBeVisible()
  await looksGood(approval.page, 'locked-waiting')
  await new WalletPage(approval.page).unlock()
  await expect(approval.heading('Connect to this site?')).toBeVisible()
  await approval.approve('Connect')
  await dapp.says(/^Connected as/)
})

test('W104: a worker killed while asking still takes the answer', async ({ sotto, dapp }) => {
  await dapp.connect()
  const approval = await dapp.ask('Create viewing key')
  await expect(approval.page.getByLabel('Decrypted message')).toBeVisible()
  await killWorker(sotto, approval.page)
  await approval.approve()
  await dapp.says('The contract answered with the key')
})

test('I4: a message sealed under a key of the page is shown as unreadable and needs a typed word', async ({
  dapp,
}) => {
  await dapp.page.getByLabel('Use own seed').check()
  await dapp.connect()
  const approval = await dapp.ask('Transfer sSCRT')
  await expect(approval.page.getByText('This message cannot be read')).toBeVisible()
  await looksGood(approval.page, 'unreadable')
  const approve = approval.page.getByRole('button', { name: 'Approve', exact: true })
  await expect(approve).toBeDisabled()
  await approval.page.getByLabel(/Type SIGN/).fill('SIGN')
  await approval.approve()
  await dapp.says(/Sent/)
})

test('a page that asks for another chain is told so, and nobody is asked', async ({ sotto, dapp }) => {
  const pages = sotto.context.pages().length
  const message = await dapp.page.evaluate(() => {
    const { keplr } = window as unknown as { keplr: { enable(chainId: string): Promise<void> } }
    return keplr.enable('cosmoshub-4').then(
      () => 'enabled',
      (error: Error) => error.message,
    )
  })
  expect(message).toBe('There is no modular chain info for cosmoshub-4')
  expect(sotto.context.pages()).toHaveLength(pages)
})

test('P31: a document for another chain than the one asked for is refused', async ({ a, dapp }) => {
  await dapp.connect()
  const message = await dapp.page.evaluate((signer) => {
    const doc = {
      chain_id: 'secret-4',
      account_number: '0',
      sequence: '0',
      fee: { amount: [], gas: '1' },
      msgs: [
        {
          type: 'cosmos-sdk/MsgSend',
          value: { from_address: signer, to_address: signer, amount: [{ denom: 'uscrt', amount: '1' }] },
        },
      ],
      memo: '',
    }
    const { keplr } = window as unknown as {
      keplr: { signAmino(chainId: string, signer: string, doc: unknown): Promise<unknown> }
    }
    return keplr.signAmino('secretdev-1', signer, doc).then(
      () => 'signed',
      (error: Error) => error.message,
    )
  }, a.address)
  expect(message).toBe('Chain id in the message is not matched with the requested chain id')
})

test('I6, N64: a node that serves another tx key stops encryption until the person decides', async ({
  sotto,
  wallet,
  dapp,
}) => {
  const impostor = await startDevnet({ blockMs: 300, seed: 'another enclave' })
  const elsewhere = await startDemo({ port: 0, lcdUrl: impostor.lcdUrl, chainId: impostor.chainId })
  try {
    await dapp.connect()
    await (await dapp.ask('Create viewing key')).approve()
    await dapp.says('The contract answered with the key')

    await wallet.goToNetworks()
    await wallet.setNode(impostor.lcdUrl)
    await expect(wallet.page.getByRole('listitem').filter({ hasText: impostor.lcdUrl })).toBeVisible()
    const victim = await DemoPage.open(sotto, elsewhere.url)
    await victim.connect()
    await victim.press('Create viewing key')
    await expect(victim.page.getByRole('status')).toHaveAttribute('data-state', 'error', { timeout: 20_000 })

    await wallet.goTo('Home')
    const banner = wallet.page.getByText(/encryption key/i).first()
    await expect(banner).toBeVisible()
    await looksGood(wallet.page, 'security-event-home')
    await wallet.press('See what happened')
    await looksGood(wallet.page, 'security-event')
  } finally {
    await elsewhere.stop()
    await impostor.stop()
  }
})

test('P17, P23: two tabs, one question at a time: a second request of the same site does not replace the first', async ({
  sotto,
  demo,
  dapp,
}) => {
  await dapp.connect()
  const approval = await dapp.ask('Create viewing key')
  await expect(approval.page.getByLabel('Decrypted message')).toContainText('create_viewing_key')
  const other = await DemoPage.open(sotto, demo.url)
  await other.press('Connect wallet')
  await other.says(/^Connected as/)
  await other.press('Create viewing key')
  await expect(other.page.getByRole('status')).toHaveAttribute('data-state', 'error', { timeout: 20_000 })
  expect(sotto.context.pages().filter((page) => page.url().includes('?approval'))).toHaveLength(1)
  await new ApprovalWindow(approval.page).approve()
  await dapp.says('The contract answered with the key')
})
