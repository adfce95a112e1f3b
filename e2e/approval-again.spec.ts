import { MsgSend } from 'secretjs'
import { type Desk, expect, test } from './desk'
import { looksGood } from './looks'
import { ApprovalWindow } from './pages/approval-window'

// A connected site asks again for what the person took back.

test.describe.configure({ mode: 'default' })

async function takeBack({ wallet, dapp }: Desk, meaning: string): Promise<void> {
  await wallet.goTo('Sites')
  await wallet.page.getByRole('button', { name: new URL(dapp.page.url()).host }).click()
  const grant = wallet.page.getByRole('listitem').filter({ hasText: meaning })
  await grant.getByRole('button').click()
  await expect(grant).toHaveCount(0)
  await wallet.goTo('Home')
}

async function isAskedAgain(
  { page }: ApprovalWindow,
  meaning: string,
  others: readonly string[],
): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Allow this again?' })).toBeVisible()
  await expect(page.getByText('This site is connected. You took the following back')).toBeVisible()
  await expect(page.getByText(meaning)).toBeVisible()
  for (const other of others) await expect(page.getByText(other)).toHaveCount(0)
}

const SEE = 'see your account’s name and address'
const SIGN = 'ask you to sign; each time you decide here'
const ENCRYPT = 'encrypt its own messages with this account, and read the answers to them'

test('to ask for signatures', async ({ desk }) => {
  await takeBack(desk, 'Ask you to sign; you decide each time')
  const { me } = desk
  const { approval, outcome } = await desk.ask([
    new MsgSend({ from_address: me, to_address: me, amount: [{ denom: 'uscrt', amount: '1' }] }),
  ])
  await isAskedAgain(approval, SIGN, [SEE, ENCRYPT])
  await looksGood(approval.page, 'ask-to-sign-again')
  await approval.press('Allow')
  await expect(approval.heading('Send in public')).toBeVisible()
  await approval.approve()
  expect(await outcome).toMatchObject({ code: 0 })
})

test('to encrypt its messages', async ({ desk }) => {
  await takeBack(desk, 'Encrypt its messages and read their answers')
  let sealed: Promise<number> = Promise.resolve(0)
  const approval = await ApprovalWindow.during(desk.browser, async () => {
    sealed = desk.dapp.page.evaluate(async () => {
      const { keplr } = window as unknown as {
        keplr: { getEnigmaUtils(id: string): { encrypt(hash: string, msg: object): Promise<Uint8Array> } }
      }
      return (await keplr.getEnigmaUtils('secretdev-1').encrypt('ab'.repeat(32), { balance: {} })).length
    })
  })
  await isAskedAgain(approval, ENCRYPT, [SEE, SIGN])
  await looksGood(approval.page, 'encrypt-again')
  await approval.approve('Allow')
  expect(await sealed).toBeGreaterThan(64)
})
