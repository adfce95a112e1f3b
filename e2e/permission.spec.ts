import { looksGood } from './looks'
import { ApprovalWindow } from './pages/approval-window'
import { DemoPage } from './pages/demo-page'
import { expect, test } from './world'

interface EnigmaInPage {
  keplr: {
    getEnigmaUtils(chainId: string): {
      encrypt(codeHash: string, message: object): Promise<Uint8Array>
      getTxEncryptionKey(nonce: Uint8Array): Promise<Uint8Array>
    }
  }
}

test('I5: a site reads the key of a message that it did not encrypt only after a yes, and the Sites screen says so', async ({
  sotto,
  demo,
  wallet,
  dapp,
}) => {
  await dapp.connect()
  const wire = await dapp.page.evaluate(async () => {
    const { keplr } = window as unknown as EnigmaInPage
    return [...(await keplr.getEnigmaUtils('secretdev-1').encrypt('ab'.repeat(32), { balance: {} }))]
  })
  const nonce = wire.slice(0, 32)
  const ask = (page: DemoPage['page']): Promise<string> =>
    page.evaluate(async (bytes) => {
      const { keplr } = window as unknown as EnigmaInPage
      return keplr
        .getEnigmaUtils('secretdev-1')
        .getTxEncryptionKey(Uint8Array.from(bytes))
        .then(
          (key) => `${key.length} bytes`,
          (error: Error) => error.message,
        )
    }, nonce)
  expect(await ask(dapp.page)).toBe('32 bytes')

  const elsewhere = demo.url.replace('localhost', '127.0.0.1')
  const other = await DemoPage.open(
    sotto,
    elsewhere === demo.url ? demo.url.replace('127.0.0.1', 'localhost') : elsewhere,
  )
  await other.connect()
  let answer: Promise<string> = Promise.resolve('')
  const no = await ApprovalWindow.during(sotto, async () => {
    answer = ask(other.page)
  })
  await expect(no.heading('Let this site read your messages?')).toBeVisible()
  await looksGood(no.page, 'reveal')
  await no.reject()
  expect(await answer).toBe('Request rejected')
  const yes = await ApprovalWindow.during(sotto, async () => {
    answer = ask(other.page)
  })
  await yes.approve('Approve once')
  expect(await answer).toBe('32 bytes')

  await wallet.goTo('Sites')
  const otherHost = new URL(other.page.url()).host
  await wallet.page.getByRole('button', { name: otherHost }).click()
  await expect(wallet.page.getByText('1 key of messages it did not encrypt')).toBeVisible()
  await wallet.press('Disconnect and revoke everything')
  await expect(wallet.page.getByText('What revoking cannot take back')).toBeVisible()
  await other.page.reload()
  const again = await other.ask('Connect wallet')
  await expect(again.heading('Connect to this site?')).toBeVisible()
  await again.reject()
})
