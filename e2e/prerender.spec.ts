import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startLooseBrowser } from './loose-browser'
import { expect, test } from './world'

/** A page that has the browser prerender another one, and goes there when the test says so. */
const START = `<!doctype html><title>Start</title>
<script type="speculationrules">{ "prerender": [{ "source": "list", "urls": ["/prerendered"], "eagerness": "immediate" }] }</script>
<script>
  setInterval(async () => { if (await (await fetch('/seen')).text() === 'yes') location.href = '/prerendered' }, 200)
</script>`

/** The other page asks the wallet at once, and notes in what state it did. */
const PRERENDERED = `<!doctype html><title>Prerendered</title>
<script>
  fetch('/asks?prerendering=' + document.prerendering)
  document.addEventListener('prerenderingchange', () => fetch('/activated'))
  keplr.enable('secretdev-1').catch(() => fetch('/refused'))
</script>`

/** Long enough for a request that is not held: it opens a window, or the background says nothing and the relay gives up. */
const A_WHILE_MS = 10000

interface PrerenderingSite {
  readonly origin: string
  /** What the pages asked for, in order. */
  readonly noted: readonly string[]
  /** From now on the page is one that somebody looks at. */
  activate(): void
  stop(): void
}

async function startSite(): Promise<PrerenderingSite> {
  const noted: string[] = []
  let isSeen = false
  const server = createServer(({ url = '/' }, response) => {
    const pages: Record<string, string> = {
      '/': START,
      '/prerendered': PRERENDERED,
      '/seen': isSeen ? 'yes' : 'no',
    }
    if (url !== '/seen') noted.push(url)
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(pages[url] ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    noted,
    activate: () => {
      isSeen = true
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

test('P21: a prerendered page asks nothing before somebody sees it, and is heard then', async ({
  sotto,
  wallet,
}) => {
  await wallet.goTo('Home')
  await sotto.context.close()
  const site = await startSite()
  const browser = await startLooseBrowser(sotto.profile)
  const isAsking = async (): Promise<boolean> =>
    (await browser.pages()).some((url) => url.includes('?approval'))
  try {
    // An unpacked extension is installed at every start: its first tab must be there before, or it hides the page.
    await expect
      .poll(browser.pages, { timeout: 20_000 })
      .toContainEqual(expect.stringContaining('popup.html?tab'))
    await browser.open(`${site.origin}/`)
    await expect.poll(() => site.noted, { timeout: 20_000 }).toContain('/asks?prerendering=true')
    await new Promise((resolve) => setTimeout(resolve, A_WHILE_MS))
    expect(site.noted).not.toContain('/activated')
    expect(site.noted).not.toContain('/refused')
    expect(await isAsking()).toBe(false)

    site.activate()
    await expect.poll(() => site.noted, { timeout: 20_000 }).toContain('/activated')
    await expect.poll(isAsking, { timeout: 20_000 }).toBe(true)
    // The wallet is locked in a browser that has just started; it says who waits.
    await expect.poll(() => browser.textOf(/\?approval/)).toContain(site.origin)
  } finally {
    await browser.close()
    site.stop()
  }
})
