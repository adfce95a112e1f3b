import { looksGood } from './looks'
import { expect, test } from './world'

interface Found {
  readonly txs: readonly {
    readonly auth_info: { readonly fee: { readonly amount: readonly object[]; readonly gas_limit: string } }
  }[]
}

test('a chosen fee is shown, signed and paid, and the balances before and after are right', async ({
  devnet,
  a,
  wallet,
  dapp,
}) => {
  await expect(wallet.page.getByRole('button', { name: 'Hide amounts' })).toBeVisible()
  await dapp.connect()
  const approval = await dapp.ask('Create viewing key')
  const { page } = approval
  await expect(page.getByRole('radio', { name: /Set by the site/ })).toBeChecked()
  await page.getByRole('radio', { name: /^High/ }).click()
  await expect(page.getByRole('radio', { name: /^High/ })).toBeChecked()
  await expect(page.getByText('200000', { exact: true })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: '→' })).toContainText(/less by 0\.05.*→/)
  await expect(page.getByText(/Computed by Sotto from the message, not simulated/)).toBeVisible()
  await page.getByText('Network fee').scrollIntoViewIfNeeded()
  await looksGood(page, 'fee')
  await approval.approve()
  await dapp.says('The contract answered with the key api_key_')

  const query = encodeURIComponent(`message.sender='${a.address}'`)
  const answer = await fetch(`${devnet.lcdUrl}/cosmos/tx/v1beta1/txs?query=${query}&order_by=ORDER_BY_DESC`)
  const { txs } = (await answer.json()) as Found
  expect(txs[0]?.auth_info.fee).toMatchObject({
    amount: [{ denom: 'uscrt', amount: '50000' }],
    gas_limit: '200000',
  })
})

test('own figures below the floor of the node are refused with its price', async ({ wallet, dapp }) => {
  await expect(wallet.page.getByRole('button', { name: 'Hide amounts' })).toBeVisible()
  await dapp.connect()
  const { page } = await dapp.ask('Create viewing key')
  await page.getByRole('radio', { name: 'Own gas and price' }).check()
  await page.getByLabel('Price for a unit of gas').fill('0.01')
  await page.getByRole('button', { name: 'Use this fee' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'no price below 0.0125' })).toBeVisible()
})
