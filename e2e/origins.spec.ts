import type { Page } from '@playwright/test'
import type { ExtensionBrowser } from './browser'
import { ApprovalWindow } from './pages/approval-window'
import { addressIn, answersIn, beginConnecting, LISTEN, startBareSite } from './pages/bare-site'
import { expect, test } from './world'

const HOST = 'dapp.example'
/** The same with a Cyrillic letter. */
const LOOK_ALIKE = 'dаpp.example'
const TITLE = 'Sotto: approved <b>by you</b> \u202e'

/** Serves one small page at every address of these hosts, by https and by http, and notes what is asked for. */
async function serve({ context }: ExtensionBrowser): Promise<readonly string[]> {
  const asked: string[] = []
  const icon = 'https://dapp.example/favicon.svg'
  const head = `<!doctype html><title>${TITLE}</title><link rel="icon" href="${icon}">${LISTEN}`
  await context.route(/^https?:\/\/([^/]*@)?((dapp|xn--dpp-6cd)\.example|\[::1\])/, async (route) => {
    asked.push(route.request().url())
    await route.fulfill({ contentType: 'text/html', body: `${head}<h1>A site</h1>` })
  })
  return asked
}

async function connectedPage(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage()
  await page.goto(`https://${HOST}/`)
  await (await ApprovalWindow.during(browser, () => beginConnecting(page))).approve('Connect')
  return page
}

/** Asks in the relay's own words, as a page does whose wallet was taken away. */
async function askByHand(page: Page): Promise<void> {
  await page.evaluate(() => {
    const request = { channel: 'sotto:request', id: 'asked-by-hand', method: 'getAccount' }
    postMessage({ ...request, params: '{"chainId":"secretdev-1"}' }, '*')
  })
}

test('O41, O42: http and a trailing dot are not the host that is connected, and are nobody', async ({
  sotto,
  wallet,
  a,
}) => {
  await wallet.goTo('Home')
  await serve(sotto)
  const connected = await connectedPage(sotto)
  const insecure = await sotto.context.newPage()
  await insecure.goto(`http://${HOST}/`)
  expect(insecure.url()).toBe(`http://${HOST}/`)
  expect(await insecure.evaluate(() => ['keplr' in window, 'sotto' in window])).toEqual([false, false])
  await askByHand(insecure)
  const dotted = await sotto.context.newPage()
  await dotted.goto(`https://${HOST}./`)
  expect(dotted.url()).toBe(`https://${HOST}./`)
  expect(await addressIn(dotted).catch(({ message }: Error) => message)).toContain('Sotto does not answer')
  // The connected page is answered, to the very same words.
  await askByHand(connected)
  await expect.poll(() => answersIn(connected)).toContain('asked-by-hand')
  expect(await addressIn(connected)).toBe(a.address)
  expect(await answersIn(insecure)).toEqual([])
  expect(sotto.context.pages().filter((page) => page.url().includes('?approval'))).toEqual([])
  await wallet.goTo('Sites')
  await expect(wallet.page.getByRole('main').getByText(HOST)).toHaveCount(1)
})

test('O42, O44: another port, a look-alike name and a number for an address are other sites, under their real names', async ({
  sotto,
  wallet,
}) => {
  await wallet.goTo('Home')
  await serve(sotto)
  await connectedPage(sotto)
  const bare = await startBareSite({ '/': '<h1>A site</h1>' })
  try {
    const port = new URL(bare.other).port
    for (const [address, name] of [
      [`https://${HOST}:8443/`, `${HOST}:8443`],
      [`https://${LOOK_ALIKE}/`, 'xn--dpp-6cd.example'],
      [`http://2130706433:${port}/`, `127.0.0.1:${port}`],
    ] as const) {
      const page = await sotto.context.newPage()
      await page.goto(address)
      const asked = await ApprovalWindow.during(sotto, () => beginConnecting(page))
      await expect(asked.page.getByText(name, { exact: true })).toBeVisible()
      if (name.startsWith('xn--')) await expect(asked.page.getByText(/imitate another site/)).toBeVisible()
      await asked.reject()
    }
    const page = await sotto.context.newPage()
    await page.goto('http://[::1]:5173/')
    expect(await page.evaluate(() => ['keplr' in window, 'sotto' in window])).toEqual([false, false])
    // Who one says one is while coming in is no part of where one is: this is the site that is connected.
    await page.goto(`https://wallet.bank:word@${HOST}/`)
    expect(await addressIn(page)).toMatch(/^secret1/)
  } finally {
    await bare.stop()
  }
})

test('O43: "null" is nobody: no document without an origin is heard, whatever another one was granted', async ({
  sotto,
  wallet,
}) => {
  await wallet.goTo('Home')
  const bare = await startBareSite({
    '/sandboxed': '<h1>Sandboxed</h1>',
    '/sandboxed/other': '<h1>Another</h1>',
  })
  try {
    await serve(sotto)
    const connected = await connectedPage(sotto)
    const pages: Page[] = []
    for (const address of [
      `${bare.origin}/sandboxed`,
      `${bare.other}/sandboxed/other`,
      'data:text/html,<h1>Data</h1>',
    ]) {
      const page = await sotto.context.newPage()
      await page.goto(address)
      expect(await page.evaluate(() => origin)).toBe('null')
      await page.evaluate(LISTEN.replace(/<\/?script>/g, ''))
      await askByHand(page)
      pages.push(page)
    }
    await askByHand(connected)
    await expect.poll(() => answersIn(connected)).toContain('asked-by-hand')
    for (const page of pages) expect(await answersIn(page)).toEqual([])
    await wallet.goTo('Sites')
    await expect(wallet.page.getByRole('main').getByText('null')).toHaveCount(0)
  } finally {
    await bare.stop()
  }
})

test('O45: a hostile title and icon appear nowhere: a site is its origin', async ({ sotto, wallet }) => {
  await wallet.goTo('Home')
  const asked = await serve(sotto)
  const page = await sotto.context.newPage()
  await page.goto(`https://${HOST}/`)
  const before = asked.length
  const approval = await ApprovalWindow.during(sotto, () => beginConnecting(page))
  await expect(approval.page.getByText(HOST, { exact: true })).toBeVisible()
  const shown = await approval.page.evaluate(() => [
    document.title,
    document.body.innerText,
    ...[...document.images].map(({ src }) => src),
    ...[...document.querySelectorAll('*')].map((element) => getComputedStyle(element).backgroundImage),
  ])
  expect(shown[0]).toBe('Sotto')
  expect(shown.join('\n')).not.toMatch(/approved|by you|favicon|https:\/\/dapp\.example\//)
  await approval.approve('Connect')
  await wallet.goTo('Sites')
  await expect(wallet.page.getByText(HOST)).toBeVisible()
  expect(await wallet.page.evaluate(() => document.body.innerText)).not.toContain('approved')
  expect(await wallet.page.evaluate(() => [...document.images].map(({ src }) => src))).toEqual([])
  expect(asked.slice(before).filter((url) => !url.includes('favicon'))).toEqual([])
})
