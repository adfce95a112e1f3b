import { looksGood } from './looks'
import { noteNode } from './noted-node'
import { expect, test } from './world'

test('prices are asked for by nobody until they are turned on, and then stand at the balance and the fee', async ({
  devnet,
  wallet,
  dapp,
}) => {
  const node = await noteNode(devnet.lcdUrl)
  const questions = () => node.asked.filter((path) => path.includes(devnet.contracts.oracle.address)).length
  const dollars = wallet.page.getByText('$')

  await wallet.chooseLocalNetwork(node.url)
  await wallet.goTo('Home')
  await expect(wallet.page.getByText(/SCRT$/).first()).toBeVisible()
  await dapp.connect()
  const before = await dapp.ask('Create viewing key')
  await expect(before.page.getByText('Network fee')).toBeVisible()
  await expect(before.page.getByText('$')).toHaveCount(0)
  await before.reject()
  await expect(dollars).toHaveCount(0)
  expect(node.asked.some((path) => path.includes('/bank/'))).toBe(true)
  expect(questions()).toBe(0)

  await wallet.goToSetting('Prices')
  await wallet.page.getByRole('switch', { name: 'Show US dollars beside SCRT' }).click()
  await expect(wallet.page.getByRole('definition')).toHaveText('about $0.25')
  await looksGood(wallet.page, 'prices')
  expect(questions()).toBe(1)
  await wallet.goTo('Home')
  await expect(wallet.page.getByText(/^about \$2\d+$/)).toBeVisible()

  const { page } = await dapp.ask('Create viewing key')
  await expect(page.getByText('less than $0.01')).toBeVisible()
  await page.getByRole('radio', { name: /^High/ }).click()
  await expect(page.getByText('about $0.01')).toBeVisible()
  expect(questions()).toBe(1)

  await wallet.goToSetting('Prices')
  await wallet.page.getByRole('switch').click()
  await expect(page.getByText('$')).toHaveCount(0)
  await wallet.goTo('Home')
  await expect(dollars).toHaveCount(0)
  await node.stop()
})
