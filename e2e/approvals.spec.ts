import { MsgDelegate, MsgSend } from 'secretjs'
import { startDevnet } from '../devnet/index'
import { looksGood } from './looks'
import { ApprovalWindow } from './pages/approval-window'
import { clientThrough } from './pages/page-signer'
import { expect, test } from './world'

// The kinds of approval that no other test comes by.

const B = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'
const uscrt = (amount: string) => ({ denom: 'uscrt', amount })

interface KeplrInPage {
  keplr: {
    signArbitrary(chainId: string, signer: string, data: string): Promise<object>
    verifyArbitrary(chainId: string, signer: string, data: string, signature: object): Promise<boolean>
    experimentalSuggestChain(chainInfo: object): Promise<void>
    getKey(chainId: string): Promise<{ bech32Address: string }>
  }
}

test('a text is shown as it is, signed, and found to be signed by this account', async ({
  sotto,
  a,
  dapp,
}) => {
  await dapp.connect()
  const text = 'I am who I say I am.\n<b>No markup</b>, and no \u202Ereversed\u202C words.'
  let verified: Promise<boolean> = Promise.resolve(false)
  const approval = await ApprovalWindow.during(sotto, async () => {
    verified = dapp.page.evaluate(
      async ([signer, data]) => {
        const { keplr } = window as unknown as KeplrInPage
        const signature = await keplr.signArbitrary('secretdev-1', signer, data)
        return keplr.verifyArbitrary('secretdev-1', signer, data, signature)
      },
      [a.address, text] as const,
    )
  })
  await expect(approval.heading('Sign a text')).toBeVisible()
  await expect(approval.page.getByText('<b>No markup</b>')).toBeVisible()
  await expect(approval.page.getByLabel('The text to sign')).toContainText('\\u{202e}reversed')
  await looksGood(approval.page, 'text')
  await approval.approve()
  expect(await verified).toBe(true)
})

test('several messages are listed one by one, with what leaves the account in all', async ({
  sotto,
  devnet,
  a,
  dapp,
}) => {
  await dapp.connect()
  const client = clientThrough(dapp.page, devnet, a.address)
  const { validators } = await client.query.staking.validators({ status: 'BOND_STATUS_BONDED' })
  const messages = [
    new MsgSend({ from_address: a.address, to_address: B, amount: [uscrt('1500000')] }),
    new MsgDelegate({
      delegator_address: a.address,
      validator_address: validators?.[0]?.operator_address ?? '',
      amount: uscrt('2000000'),
    }),
  ]
  let sent: Promise<{ code: number }> = Promise.resolve({ code: -1 })
  const approval = await ApprovalWindow.during(sotto, async () => {
    sent = client.tx.broadcast(messages, { gasLimit: 400_000, broadcastCheckIntervalMs: 200 })
  })
  await expect(approval.heading('2 actions in one transaction')).toBeVisible()
  await expect(approval.page.getByText('Leaves your account in all')).toBeVisible()
  await expect(approval.page.getByText('3.5', { exact: false }).first()).toBeVisible()
  await looksGood(approval.page, 'several')
  await approval.approve()
  expect(await sent).toMatchObject({ code: 0 })
})

test('P25: a suggested network is shown in full, added, connected, and removed again', async ({
  sotto,
  wallet,
  dapp,
}) => {
  const other = await startDevnet({ blockMs: 300, chainId: 'mysecret-1' })
  await dapp.connect()
  const chainInfo = {
    chainId: 'mysecret-1',
    chainName: 'My Secret',
    rest: other.lcdUrl,
    rpc: other.rpcUrl,
    bip44: { coinType: 529 },
    bech32Config: { bech32PrefixAccAddr: 'secret' },
    stakeCurrency: { coinDenom: 'SCRT', coinMinimalDenom: 'uscrt', coinDecimals: 6 },
    currencies: [],
    feeCurrencies: [],
    features: ['secretwasm'],
  }
  let suggested: Promise<string> = Promise.resolve('')
  const approval = await ApprovalWindow.during(sotto, async () => {
    suggested = dapp.page.evaluate(async (info) => {
      const { keplr } = window as unknown as KeplrInPage
      await keplr.experimentalSuggestChain(info)
      return (await keplr.getKey(info.chainId)).bech32Address
    }, chainInfo)
  })
  await expect(approval.heading('Add a network?')).toBeVisible()
  await expect(approval.page.getByText(other.lcdUrl)).toBeVisible()
  await looksGood(approval.page, 'add-network')
  await approval.approve()
  expect(await suggested).toMatch(/^secret1/)

  await wallet.goToNetworks()
  await expect(wallet.page.getByText('My Secret').first()).toBeVisible()
  await looksGood(wallet.page, 'networks')
  await wallet.press('Remove mysecret-1')
  await expect(wallet.page.getByText('My Secret')).toHaveCount(0)
  await other.stop()
})
