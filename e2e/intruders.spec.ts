import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { discardBrowser, type ExtensionBrowser, launchBrowser } from './browser'
import { ApprovalWindow } from './pages/approval-window'
import { beginConnecting, startBareSite } from './pages/bare-site'
import { PASSWORD, WalletPage } from './pages/wallet-page'
import { expect, test } from './world'

/** What only the popup may say. Any of it that is heard ends in a locked wallet, a phrase, or an answered question. */
const INTERNAL: readonly object[] = [
  { kind: 'popup-request', method: 'unlock', params: { password: PASSWORD } },
  { kind: 'popup-request', method: 'makeBackup', params: { password: PASSWORD, keys: true } },
  { kind: 'popup-request', method: 'forgetWallet', params: { confirmation: 'forget this wallet' } },
  { kind: 'popup-request', method: 'approve', params: { id: 'any' } },
  { kind: 'popup-request', method: 'lock', params: {} },
]
/** What only a page's relay may say. */
const OF_A_PAGE = {
  kind: 'page-request',
  id: 'request-1',
  method: 'getAccount',
  params: '{"chainId":"secretdev-1"}',
}

/** In an extension's page or content script: what came back of everything that was said to the wallet, by message and by port. */
const SAY_ALL = `async (messages, id) => {
  const target = id === undefined ? [] : [id]
  const heard = []
  const say = async (message) => {
    const answer = await chrome.runtime.sendMessage(...target, message).catch((error) => ({ error: error.message }))
    heard.push(JSON.stringify(answer ?? null))
  }
  for (const message of messages) await say(message)
  const port = chrome.runtime.connect(...target, { name: 'sotto:view' })
  port.onMessage.addListener((view) => heard.push('view ' + JSON.stringify(view)))
  await new Promise((resolve) => { port.onDisconnect.addListener(resolve); setTimeout(resolve, 3000) })
  return heard
}`

/** The wallet is open and says nothing of what was tried. */
async function isUntouched(
  wallet: WalletPage,
  heard: readonly string[],
  secrets: readonly string[],
): Promise<void> {
  const said = heard.join('\n')
  for (const secret of secrets) expect(said).not.toContain(secret)
  expect(said).not.toContain('"result"')
  expect(said).not.toContain('view ')
  await wallet.goTo('Home')
  await expect(wallet.heading('Sotto is locked')).toHaveCount(0)
}

/** An unpacked extension with one page, which may say what it likes. */
async function otherExtension(folder: string): Promise<{ readonly folder: string; readonly page: string }> {
  await mkdir(folder, { recursive: true })
  const manifest = { manifest_version: 3, name: 'Another', version: '1.0', permissions: ['storage', 'tabs'] }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'page.html'), '<!doctype html><h1>Another extension</h1>')
  // The id of an unpacked extension is the hash of where it lies, in the letters a to p.
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  const letters = [...id].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('')
  return { folder, page: `chrome-extension://${letters}/page.html` }
}

test('O46: another extension is not heard, whatever it says', async ({ devnet, a }, info) => {
  const other = await otherExtension(info.outputPath('another'))
  const browser = await launchBrowser({ beside: other.folder })
  try {
    const wallet = await WalletPage.open(browser)
    await wallet.importPhrase(a.mnemonic)
    await wallet.chooseLocalNetwork(devnet.lcdUrl)
    const page = await browser.context.newPage()
    await page.goto(other.page)
    const heard = await page.evaluate<string[]>(
      `(${SAY_ALL})(${JSON.stringify([...INTERNAL, OF_A_PAGE])}, '${browser.extensionId}')`,
    )
    expect(heard).toHaveLength(INTERNAL.length + 1)
    expect(new Set(heard)).toEqual(
      new Set([JSON.stringify({ error: 'Could not establish connection. Receiving end does not exist.' })]),
    )
    await isUntouched(wallet, heard, [a.address, a.mnemonic])
  } finally {
    await discardBrowser(browser)
  }
})

/** Runs something where the wallet's own content script runs, as a page that took it over would. */
async function inContentScript(browser: ExtensionBrowser, page: Page, expression: string): Promise<unknown> {
  const session = await browser.context.newCDPSession(page)
  const contexts: { readonly id: number; readonly origin: string }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context))
  await session.send('Runtime.enable')
  const own = contexts.find(({ origin }) => origin === `chrome-extension://${browser.extensionId}`)
  if (own === undefined) throw new Error('The page has no content script of the wallet.')
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: own.id,
    awaitPromise: true,
    returnByValue: true,
  })
  return result.value
}

test('O47: a content script that was taken over is a page, and no popup', async ({
  sotto,
  wallet,
  dapp,
  a,
}) => {
  await dapp.connect()
  const heard = (await inContentScript(
    sotto,
    dapp.page,
    `(${SAY_ALL})(${JSON.stringify(INTERNAL)})`,
  )) as string[]
  expect(heard).toHaveLength(INTERNAL.length)
  for (const answer of heard) expect(answer).toContain('bad-request')
  await isUntouched(wallet, heard, [a.address, a.mnemonic])
  // It is heard as the page that it is.
  const page = await inContentScript(
    sotto,
    dapp.page,
    `chrome.runtime.sendMessage(${JSON.stringify(OF_A_PAGE)})`,
  )
  expect(JSON.stringify(page)).toContain(a.address)
  // What the wallet stores is not for content scripts, sealed or not.
  const stored = await inContentScript(
    sotto,
    dapp.page,
    `Promise.allSettled([chrome.storage.local.get(), chrome.storage.session.get()]).then((all) => all.map(({ status }) => status))`,
  )
  expect(stored).toEqual(['rejected', 'rejected'])
})

/** Addresses of the wallet's page that somebody might have put together. */
const CRAFTED = [
  '?tab#approve',
  '?tab&place=phrase#secretId=0',
  '?tab&place=approvals&approve=1#/approve/all',
  '?tab=1&place=forget-wallet&confirmation=forget',
  '?approval=1&id=any&answer=approve#approve',
  '?panel#<img src=x onerror=alert(1)>',
  '#javascript:alert(1)',
  '?tab&password=a%20quiet%20long%20password#unlock',
] as const

test('O48: the address of the wallet’s page decides nothing, and a page cannot open it', async ({
  sotto,
  wallet,
  dapp,
  a,
}) => {
  const approval = await dapp.ask('Connect wallet')
  await expect(approval.heading('Connect to this site?')).toBeVisible()
  for (const address of CRAFTED) {
    const page = await sotto.context.newPage()
    page.on('dialog', () => {
      throw new Error('A script ran.')
    })
    await page.goto(`chrome-extension://${sotto.extensionId}/popup.html${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(Home|Connect to this site\?)$/)
    const shown = await page.locator('body').innerText()
    for (const word of [...a.mnemonic.split(' ').slice(0, 3), 'onerror', 'alert'])
      expect(shown).not.toContain(` ${word} `)
    await page.close()
  }
  await expect(approval.heading('Connect to this site?')).toBeVisible()
  // A locked wallet stays locked.
  await wallet.lock()
  const locked = new WalletPage(await sotto.context.newPage())
  await locked.page.goto(`chrome-extension://${sotto.extensionId}/popup.html${CRAFTED.at(-1)}`)
  await expect(locked.heading('Sotto is locked')).toBeVisible()
  await locked.page.close()

  const before = sotto.context.pages().length
  await dapp.page.evaluate((url) => {
    window.open(url)
    const link = document.body.appendChild(document.createElement('a'))
    link.href = url
    link.target = '_blank'
    link.click()
  }, `chrome-extension://${sotto.extensionId}/popup.html?tab#approve`)
  await expect.poll(() => sotto.context.pages().length).toBe(before + 2)
  const opened = sotto.context.pages().slice(before)
  for (const page of opened) {
    await page.waitForLoadState()
    expect(page.url()).toMatch(/^(about:blank|chrome-error:)/)
  }
})

test('O49: no page can frame the wallet or load anything of it, not even the wallet itself', async ({
  sotto,
  wallet,
}) => {
  await wallet.goTo('Home')
  const site = await startBareSite({ '/': '<h1>A site</h1>' })
  try {
    const page = await sotto.context.newPage()
    await page.goto(`${site.origin}/`)
    await (await ApprovalWindow.during(sotto, () => beginConnecting(page))).approve('Connect')
    for (const place of [page, wallet.page]) {
      await place.evaluate((url) => {
        const frame = document.createElement('iframe')
        frame.src = url
        document.body.append(frame)
      }, `chrome-extension://${sotto.extensionId}/popup.html?tab`)
      await expect.poll(() => place.frames().length).toBe(2)
      await expect.poll(() => place.frames()[1]?.url()).not.toContain('popup.html')
      expect(await place.frames()[1]?.locator('body').innerText()).not.toContain('Home')
    }
    const loaded = await page.evaluate(async (base) => {
      const files = ['popup.html', 'manifest.json', 'background.js', 'icons/icon-16.png', 'provider.js']
      const all = await Promise.allSettled(files.map((file) => fetch(base + file)))
      return all.map(({ status }) => status)
    }, `chrome-extension://${sotto.extensionId}/`)
    expect(new Set(loaded)).toEqual(new Set(['rejected']))
  } finally {
    await site.stop()
  }
})
