import type { Page } from '@playwright/test'
import { bundleForPage } from '../scripts/bundle-for-page.mjs'
import { ApprovalWindow } from './pages/approval-window'
import { expect, test } from './world'

/** What these tests call in a page. */
interface Client {
  enable(chainId: string): Promise<void>
  getKey(chainId: string): Promise<{ bech32Address: string; pubKey: Uint8Array }>
  signArbitrary(chainId: string, signer: string, data: string): Promise<object>
  verifyArbitrary(chainId: string, signer: string, data: string, signed: object): Promise<boolean>
}
interface PageWindow {
  readonly keplr: Client
  readonly KeplrClient: { readonly Keplr: { getKeplr(): Promise<Client | undefined> } }
  client: Client
}

const CHAIN = 'secretdev-1'

test('the client library that others ship finds Sotto, connects and signs through the other door', async ({
  a,
  dapp,
  sotto,
}) => {
  const { page } = dapp
  await page.evaluate(await bundleForPage('@keplr-wallet/provider-extension', 'KeplrClient'))
  await page.evaluate(async () => {
    const world = window as unknown as PageWindow
    const found = await world.KeplrClient.Keplr.getKeplr()
    if (found === undefined) throw new Error('The client found no wallet.')
    world.client = found
  })
  const connect = await ApprovalWindow.during(sotto, () =>
    page.evaluate((chainId) => void (window as unknown as PageWindow).client.enable(chainId), CHAIN),
  )
  await connect.approve('Connect')
  const key = await page.evaluate(async (chainId) => {
    const { bech32Address, pubKey } = await (window as unknown as PageWindow).client.getKey(chainId)
    return { bech32Address, length: pubKey.length }
  }, CHAIN)
  expect(key).toEqual({ bech32Address: a.address, length: 33 })

  const verified = page.evaluate(
    async ({ chainId, signer }) => {
      const { client } = window as unknown as PageWindow
      const signed = await client.signArbitrary(chainId, signer, 'hello')
      return await client.verifyArbitrary(chainId, signer, 'hello', signed)
    },
    { chainId: CHAIN, signer: a.address },
  )
  const sign = await ApprovalWindow.during(sotto, async () => undefined)
  await expect(sign.page.getByText('hello')).toBeVisible()
  await sign.approve()
  expect(await verified).toBe(true)
})

/** Posts a request as a library does, and gives the types and ids that the page hears in the next moment. */
async function heardAfter(page: Page, id: string): Promise<string[]> {
  return await page.evaluate(async (id) => {
    const heard: string[] = []
    const listen = ({ data }: MessageEvent): void => {
      if (String(data?.type).startsWith('proxy-')) heard.push(`${data.type} ${data.id}`)
    }
    window.addEventListener('message', listen)
    const request = { type: 'proxy-request', id, method: 'ping', args: [] }
    window.postMessage(request, location.origin)
    window.postMessage({ ...request, type: 'proxy-request-other', id: `${id}-other` }, location.origin)
    await new Promise((resolve) => setTimeout(resolve, 200))
    window.removeEventListener('message', listen)
    return heard.sort()
  }, id)
}

test('one request has one answer: who listens later does not hear it, and a scoped type is left alone', async ({
  dapp,
}) => {
  expect(await heardAfter(dapp.page, 'a')).toEqual([
    'proxy-request-other a-other',
    'proxy-request-response a',
  ])
})

test('P12: one request has one answer: Sotto is silent beside a wallet that was there first', async ({
  dapp,
}) => {
  await dapp.page.addInitScript(() => {
    window.addEventListener('message', ({ data }) => {
      if (data?.type !== 'proxy-request') return
      window.postMessage({ type: 'proxy-request-response', id: data.id, result: {} }, location.origin)
    })
  })
  await dapp.page.reload()
  await heardAfter(dapp.page, 'a')
  expect((await heardAfter(dapp.page, 'b')).filter((one) => one.includes('response'))).toEqual([
    'proxy-request-response b',
  ])
})

test('a site that found another wallet is answered by Sotto once the person has named it', async ({
  demo,
  dapp,
  wallet,
}) => {
  await dapp.page.addInitScript(() => {
    Object.defineProperty(window, 'keplr', { value: { version: 'of another wallet' } })
  })
  await dapp.page.reload()
  for (const id of ['a', 'b']) expect(await heardAfter(dapp.page, id)).toContain(`proxy-request ${id}`)
  await wallet.goTo('Sites')
  await wallet.page.getByText('Use Sotto beside another wallet').click()
  await wallet.page.getByLabel('Address of the site').fill(`${demo.origin}/somewhere`)
  await wallet.press('Use Sotto on this site')
  await expect(wallet.page.getByRole('combobox', { name: demo.origin })).toHaveValue('always')
  await dapp.page.reload()
  // The first request of a page passes: what was chosen is not known before it.
  await heardAfter(dapp.page, 'c')
  expect(await heardAfter(dapp.page, 'd')).toEqual([
    'proxy-request-other d-other',
    'proxy-request-response d',
  ])
})

test('O38: a frame of another origin gets no answer, and finds no wallet of its own', async ({ dapp }) => {
  const { page } = dapp
  const answers = await page.evaluate(async () => {
    const heard: unknown[] = []
    window.addEventListener('message', ({ data }) => heard.push(data))
    const frame = document.createElement('iframe')
    frame.sandbox.add('allow-scripts')
    frame.srcdoc = `<script>parent.postMessage({ type: 'proxy-request', id: 'a1', method: 'ping', args: [] }, '*')
      parent.postMessage({ wallets: 'keplr' in window || 'sotto' in window }, '*')</script>`
    document.body.append(frame)
    await new Promise((resolve) => setTimeout(resolve, 500))
    return JSON.stringify(heard)
  })
  expect(answers).not.toContain('proxy-request-response')
  expect(answers).not.toContain('"wallets":true')
})

test('a site where the person never wants Sotto is refused, until they change their mind', async ({
  demo,
  dapp,
  wallet,
}) => {
  await dapp.connect()
  await wallet.goTo('Sites')
  await wallet.page.getByRole('button', { name: new RegExp(demo.origin) }).click()
  const choice = wallet.page.getByRole('combobox', { name: 'Use Sotto on this site' })
  await choice.selectOption('never')
  await expect(choice).toHaveValue('never')
  const refused = () =>
    dapp.page.evaluate(
      (chainId) =>
        (window as unknown as PageWindow).keplr.getKey(chainId).then(
          () => 'an address',
          (error: Error) => error.message,
        ),
      CHAIN,
    )
  await expect.poll(refused).toContain('turned off for this site')
  expect(demo.origin).toBe(new URL(dapp.page.url()).origin)
  await choice.selectOption('ask')
  await expect.poll(refused).toBe('an address')
})
