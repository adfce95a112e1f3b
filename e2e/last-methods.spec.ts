import type { Page } from '@playwright/test'
import { MsgSend, SecretNetworkClient } from 'secretjs'
import { TxBody } from 'secretjs/dist/protobuf/cosmos/tx/v1beta1/tx.js'
import { looksGood } from './looks'
import { ApprovalWindow } from './pages/approval-window'
import { numbersOf, publicKeyAny, withFee } from './pages/fee-payer'
import { expect, test } from './world'

const CHAIN = 'secretdev-1'

interface AuxDoc {
  readonly bodyBytes: Uint8Array
  readonly publicKey: { readonly typeUrl: string; readonly value: Uint8Array }
  readonly chainId: string
  readonly accountNumber: string
  readonly sequence: string
}
interface Client {
  getKey(chainId: string): Promise<{ readonly name: string; readonly pubKey: Uint8Array }>
  changeKeyRingName(options: { defaultName: string; editable?: boolean }): Promise<string>
  signDirectAux(
    chainId: string,
    signer: string,
    doc: AuxDoc,
  ): Promise<{ signed: { bodyBytes: Uint8Array }; signature: { signature: string } }>
}
interface PageWindow {
  readonly keplr: Client
}

test('a site proposes a name, the person writes another one, and the page hears of it', async ({
  sotto,
  dapp,
  wallet,
}) => {
  await dapp.connect()
  const propose = (defaultName: string): Promise<string> =>
    dapp.page.evaluate(
      (name) =>
        (window as unknown as PageWindow).keplr.changeKeyRingName({ defaultName: name }).catch(String),
      defaultName,
    )
  await dapp.page.evaluate(() => {
    Object.assign(window, { heard: 0 })
    window.addEventListener('keplr_keystorechange', () => {
      Object.assign(window, { heard: Reflect.get(window, 'heard') + 1 })
    })
  })
  const heard = () => dapp.page.evaluate(() => Reflect.get(window, 'heard') as number)

  let named: Promise<string> = Promise.resolve('')
  const question = await ApprovalWindow.during(sotto, async () => {
    named = propose('alice.secret')
  })
  await expect(question.heading('Rename this account?')).toBeVisible()
  const field = question.page.getByLabel('New name')
  await expect(field).toHaveValue('alice.secret')
  await field.fill('')
  await expect(question.page.getByText('Enter a name.')).toBeVisible()
  await field.pressSequentially('Ours, not theirs', { delay: 20 })
  await looksGood(question.page, 'rename')
  await question.approve()
  expect(await named).toBe('Ours, not theirs')
  await expect.poll(heard).toBe(1)
  const key = await dapp.page.evaluate(
    (chainId) => (window as unknown as PageWindow).keplr.getKey(chainId),
    CHAIN,
  )
  expect(key.name).toBe('Ours, not theirs')
  await expect(wallet.page.getByText('Ours, not theirs').first()).toBeVisible()

  const refusal = await ApprovalWindow.during(sotto, async () => {
    named = propose('Theirs')
  })
  await refusal.reject()
  expect(await named).toBe('Error: Request rejected')
  expect(await heard()).toBe(1)
})

interface Unsigned {
  readonly bodyBytes: Uint8Array
  readonly typeUrl: string
  readonly value: Uint8Array
  readonly accountNumber: number
  readonly sequence: number
}

/** Bytes cross into the page as lists of numbers. */
async function signInPage(page: Page, signer: string, doc: Unsigned) {
  return await page.evaluate(
    async ({ chainId, signer, bodyBytes, typeUrl, value, ...numbers }) => {
      const { keplr } = window as unknown as PageWindow
      const { signed, signature } = await keplr.signDirectAux(chainId, signer, {
        bodyBytes: Uint8Array.from(bodyBytes),
        publicKey: { typeUrl, value: Uint8Array.from(value) },
        chainId,
        ...numbers,
      })
      return { body: [...signed.bodyBytes], signature: signature.signature }
    },
    {
      chainId: CHAIN,
      signer,
      bodyBytes: [...doc.bodyBytes],
      typeUrl: doc.typeUrl,
      value: [...doc.value],
      accountNumber: String(doc.accountNumber),
      sequence: String(doc.sequence),
    },
  )
}

test('what a person signs without a fee is paid and sent by somebody else, and found in activity', async ({
  sotto,
  devnet,
  a,
  dapp,
  wallet,
}) => {
  await dapp.connect()
  const b = devnet.accounts.find(({ name }) => name === 'b')
  if (b === undefined) throw new Error('The local network has no account b.')
  const client = new SecretNetworkClient({ url: devnet.lcdUrl, chainId: CHAIN })
  const send = new MsgSend({
    from_address: a.address,
    to_address: b.address,
    amount: [{ denom: 'uscrt', amount: '1500000' }],
  })
  const message = await send.toProto()
  const bodyBytes = TxBody.encode({
    messages: [{ type_url: message.type_url, value: await message.encode() }],
    memo: 'as agreed',
    timeout_height: '0',
    extension_options: [],
    non_critical_extension_options: [],
  }).finish()
  const numbers = await numbersOf(client, a.address)
  const pubKey = Uint8Array.from(
    await dapp.page.evaluate(
      async (chainId) => [...(await (window as unknown as PageWindow).keplr.getKey(chainId)).pubKey],
      CHAIN,
    ),
  )
  const { type_url, value } = publicKeyAny(pubKey)

  let signing: ReturnType<typeof signInPage> | undefined
  const question = await ApprovalWindow.during(sotto, async () => {
    signing = signInPage(dapp.page, a.address, { bodyBytes, typeUrl: type_url, value, ...numbers })
  })
  await expect(question.page.getByText(/^Send 1\.5 SCRT to/)).toBeVisible()
  await expect(question.page.getByText('You pay none.')).toBeVisible()
  await expect(question.page.getByText('Gas limit')).toHaveCount(0)
  await looksGood(question.page, 'aux')
  await question.approve()
  const { body = [], signature = '' } = (await signing) ?? {}
  expect(body).toEqual([...bodyBytes])

  const signed = {
    bodyBytes,
    publicKey: pubKey,
    sequence: numbers.sequence,
    signature: Buffer.from(signature, 'base64'),
  }
  const payer = { mnemonic: b.mnemonic, ...(await numbersOf(client, b.address)) }
  const tx = await client.tx.broadcastSignedTx(await withFee(CHAIN, signed, payer))
  expect(tx.code, tx.rawLog).toBe(0)
  await wallet.openNewest(/Send/)
  await expect(wallet.page.getByRole('status').filter({ hasText: 'Confirmed' })).toBeVisible({
    timeout: 30_000,
  })
  await expect(wallet.page.getByText('Left to whoever sends it')).toBeVisible()
  await expect(wallet.page.getByText(tx.transactionHash)).toBeVisible()
})
