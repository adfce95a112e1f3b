import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { ApprovalWindow } from './pages/approval-window'
import { addressIn, answersIn, type BareSite, beginConnecting, startBareSite } from './pages/bare-site'
import { expect, test } from './world'

/** Asks for the account in the relay's own words, of the window that the page names. */
const FORGE = `(target, id) => target.postMessage({
  channel: 'sotto:request', id, method: 'getAccount', params: '{"chainId":"secretdev-1"}' }, '*')`
const PROBE = `<script>
  parent.postMessage({ probe: location.href, sees: [typeof keplr, typeof sotto, typeof getOfflineSigner].join() }, '*')
  ;(${FORGE})(parent, 'forged-by-frame'); (${FORGE})(window, 'forged-inside')
</script>`
const CHILD = '/child'
const FRAMES = `<script>
  window.probes = []
  addEventListener('message', ({ data }) => { if (data && data.probe) probes.push(data.sees) })
</script>`

let site: BareSite

/** The very same words of the page itself are answered, and nothing that others posted before them was. */
async function onlyItself(page: Page): Promise<void> {
  await page.evaluate((forge) => {
    const send = new Function(`return ${forge}`)() as (target: Window, id: string) => void
    send(window, 'posted-by-the-page')
  }, FORGE)
  await expect.poll(() => answersIn(page)).toEqual(['posted-by-the-page'])
}

test.beforeAll(async () => {
  site = await startBareSite({
    '/': '<h1>A site</h1>',
    '/frames': FRAMES,
    [CHILD]: PROBE,
    '/sandboxed': '<h1>Sandboxed</h1>',
  })
})

test.afterAll(async () => {
  await site.stop()
})

test('O34, O35, O36, O38: no frame of a connected page has the wallet, nor speaks for the page around it', async ({
  sotto,
  wallet,
  a,
}) => {
  await wallet.goTo('Home')
  const page = await sotto.context.newPage()
  await page.goto(`${site.origin}/frames`)
  await (await ApprovalWindow.during(sotto, () => beginConnecting(page))).approve('Connect')
  expect(await addressIn(page)).toBe(a.address)
  await page.evaluate(
    ({ other, probe, child }) => {
      const blob = URL.createObjectURL(new Blob([probe], { type: 'text/html' }))
      const frames: readonly Record<string, string>[] = [
        { src: child, sandbox: 'allow-scripts' },
        { src: child },
        { srcdoc: probe },
        { srcdoc: probe, sandbox: 'allow-scripts' },
        { src: blob },
        { src: `data:text/html,${encodeURIComponent(probe)}` },
        { src: `${other}${child}` },
      ]
      for (const attributes of frames) {
        const frame = document.createElement('iframe')
        for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value)
        document.body.append(frame)
      }
      const blank = document.createElement('iframe')
      document.body.append(blank)
      blank.contentDocument?.write(probe)
      blank.contentDocument?.close()
    },
    { other: site.other, probe: PROBE, child: CHILD },
  )
  const probes = () => page.evaluate(() => (window as unknown as { probes: string[] }).probes)
  await expect.poll(async () => (await probes()).length).toBe(8)
  expect(new Set(await probes())).toEqual(new Set(['undefined,undefined,undefined']))
  await onlyItself(page)
})

test('O34: a sandboxed document of a connected site is nobody', async ({ sotto, wallet }) => {
  await wallet.goTo('Home')
  const page = await sotto.context.newPage()
  await page.goto(`${site.origin}/`)
  await (await ApprovalWindow.during(sotto, () => beginConnecting(page))).approve('Connect')
  await page.goto(`${site.origin}/sandboxed`)
  await page.evaluate(() => {
    const { keplr } = window as unknown as { keplr?: { getKey(id: string): Promise<unknown> } }
    void keplr?.getKey('secretdev-1').then(
      () => document.body.append('the account'),
      () => undefined,
    )
  })
  const other = await sotto.context.newPage()
  await other.goto(`${site.other}/`)
  // A whole connection of another site fits in between.
  await (await ApprovalWindow.during(sotto, () => beginConnecting(other))).approve('Connect')
  await addressIn(other)
  await expect(page.getByText('the account')).toHaveCount(0)
  expect(await answersIn(page)).toEqual([])
})

test('O39, O40: neither an opener nor a parent of another origin speaks through a connected page', async ({
  sotto,
  wallet,
}) => {
  await wallet.goTo('Home')
  const opener = await sotto.context.newPage()
  await opener.goto(`${site.other}/`)
  const [connected] = await Promise.all([
    sotto.context.waitForEvent('page'),
    opener.evaluate((url) => {
      Object.assign(window, { opened: window.open(url) })
    }, `${site.origin}/`),
  ])
  await connected.waitForLoadState()
  await (await ApprovalWindow.during(sotto, () => beginConnecting(connected))).approve('Connect')
  await opener.evaluate(
    ({ forge, url }) => {
      const { opened } = window as unknown as { opened: Window }
      const send = new Function(`return ${forge}`)() as (target: Window, id: string) => void
      send(opened, 'forged-by-opener')
      const frame = document.createElement('iframe')
      frame.src = url
      document.body.append(frame)
      if (frame.contentWindow !== null) send(frame.contentWindow, 'forged-by-parent')
    },
    { forge: FORGE, url: `${site.origin}/` },
  )
  await onlyItself(connected)
  expect(await answersIn(opener)).toEqual([])
})

test('O44: localhost and 127.0.0.1 are two sites: the one is asked although the other is connected', async ({
  sotto,
  wallet,
}) => {
  await wallet.goTo('Home')
  const page = await sotto.context.newPage()
  await page.goto(`${site.origin}/`)
  await (await ApprovalWindow.during(sotto, () => beginConnecting(page))).approve('Connect')
  const other = await sotto.context.newPage()
  await other.goto(`${site.other}/`)
  const asked = await ApprovalWindow.during(sotto, () => beginConnecting(other))
  await expect(asked.page.getByText(site.other)).toBeVisible()
  await asked.reject()
})

test('O37: a page from a file has no wallet', async ({ sotto, wallet }, info) => {
  await wallet.goTo('Home')
  const path = info.outputPath('page.html')
  await writeFile(path, '<h1>A file</h1>')
  const page = await sotto.context.newPage()
  await page.goto(pathToFileURL(path).href)
  await expect(page.getByRole('heading', { name: 'A file' })).toBeVisible()
  expect(await page.evaluate(() => ['keplr' in window, 'sotto' in window])).toEqual([false, false])
})
