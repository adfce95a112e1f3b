import type { Page } from '@playwright/test'
import { addressFromBytes } from '../src/domain/index'
import { type Figure, median } from './figure'

const ACCOUNTS = 50
const CONTACTS = 500
const ROUNDS = 41

/** How long a full wallet takes to make its view and push it, and how many rounds of requests finding accounts takes. */
export async function measureView(page: Page): Promise<Figure[]> {
  await page.bringToFront()
  await fillWallet(page)
  const pushes = await page.evaluate(timePushes, ROUNDS)
  const opening = await page.evaluate(timeOpening, ROUNDS)
  const found = await page.evaluate(timeFinding)
  return [
    {
      name: `view push, ${ACCOUNTS} accounts and ${CONTACTS} contacts`,
      value: median(opening),
      unit: 'ms',
      budget: { atMost: 10 },
      note: 'from opening the port until the whole view is there',
    },
    {
      name: 'a change of that wallet, until a popup shows it',
      value: median(pushes),
      unit: 'ms',
      budget: undefined,
      note: 'asked for, sealed, written, pushed',
    },
    { name: 'looking for used accounts on chain', value: found, unit: 'ms', budget: undefined },
  ]
}

async function fillWallet(page: Page): Promise<void> {
  const addresses = Array.from({ length: CONTACTS }, (_, at) =>
    addressFromBytes(Uint8Array.from({ length: 20 }, (__, byte) => (at * 31 + byte * 17) % 256)),
  )
  await page.evaluate(
    async ([contacts, accounts]) => {
      const ask = (method: string, params: object): Promise<{ kind: string; error?: object }> =>
        chrome.runtime.sendMessage({ kind: 'popup-request', method, params })
      for (const [at, address] of contacts.entries())
        await ask('saveContact', { address, name: `Contact ${at}`, note: 'A note about this contact' })
      const port = chrome.runtime.connect({ name: 'sotto:view' })
      const view = await new Promise<{ secrets: { id: string }[] }>((resolve) => {
        port.onMessage.addListener((push) => resolve(push.view))
      })
      port.disconnect()
      const secretId = view.secrets[0]?.id
      for (let n = 1; n < accounts; n += 1) {
        const reply = await ask('addAccount', { secretId })
        if (reply.kind === 'error') throw new Error(JSON.stringify(reply.error))
      }
    },
    [addresses, ACCOUNTS] as const,
  )
}

/** Runs in the page: asks for a small change and waits for the view that has it. */
async function timePushes(rounds: number): Promise<number[]> {
  interface Pushed {
    readonly view: { readonly accounts: readonly { readonly address: string; readonly colour: number }[] }
  }
  const port = chrome.runtime.connect({ name: 'sotto:view' })
  let heard: (view: Pushed['view']) => void = () => undefined
  const first = new Promise<Pushed['view']>((resolve) => {
    heard = resolve
  })
  port.onMessage.addListener(({ view }: Pushed) => heard(view))
  const address = (await first).accounts[49]?.address
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const colour = round % 8
    const seen = new Promise<void>((resolve) => {
      heard = ({ accounts }) => {
        if (accounts[49]?.colour === colour) resolve()
      }
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const started = performance.now()
    void chrome.runtime.sendMessage({
      kind: 'popup-request',
      method: 'editAccount',
      params: { address, colour },
    })
    await seen
    if (round > 0) times.push(performance.now() - started)
  }
  port.disconnect()
  return times
}

/** Runs in the page: opens the port of the view again and again. */
async function timeOpening(rounds: number): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const started = performance.now()
    const port = chrome.runtime.connect({ name: 'sotto:view' })
    await new Promise((resolve) => port.onMessage.addListener(resolve))
    if (round > 0) times.push(performance.now() - started)
    port.disconnect()
  }
  return times
}

/** Runs in the page. */
async function timeFinding(): Promise<number> {
  const port = chrome.runtime.connect({ name: 'sotto:view' })
  const view = await new Promise<{ secrets: { id: string }[] }>((resolve) => {
    port.onMessage.addListener((push) => resolve(push.view))
  })
  port.disconnect()
  const started = performance.now()
  await chrome.runtime.sendMessage({
    kind: 'popup-request',
    method: 'findAccounts',
    params: { secretId: view.secrets[0]?.id },
  })
  return performance.now() - started
}
