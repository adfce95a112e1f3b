import { createServer } from 'node:http'
import type { Page } from '@playwright/test'

/** A site of a few lines, under two names that are two origins to the browser. */
export interface BareSite {
  /** http://localhost:port */
  readonly origin: string
  /** http://127.0.0.1:port, the same pages as another site. */
  readonly other: string
  readonly stop: () => Promise<void>
}

/** In a page: notes every answer that the wallet's relay posts to its window. */
export const LISTEN = `<script>
  window.answers = []
  addEventListener('message', ({ data }) => { if (data && data.channel === 'sotto:reply') answers.push(data.id) })
</script>`

/** Serves the given bodies by path. A path that begins with /sandboxed is served as a sandboxed document. */
export async function startBareSite(bodies: Readonly<Record<string, string>>): Promise<BareSite> {
  const server = createServer(({ url = '/' }, response) => {
    const body = bodies[new URL(url, 'http://localhost').pathname]
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': 'text/html',
      ...(url.startsWith('/sandboxed') ? { 'content-security-policy': 'sandbox allow-scripts' } : {}),
    })
    response.end(`<!doctype html><title>A site</title>${LISTEN}${body ?? ''}`)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The site has no port.')
  return {
    origin: `http://localhost:${address.port}`,
    other: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface KeplrLike {
  enable(chainId: string): Promise<void>
  getKey(chainId: string): Promise<{ readonly bech32Address: string }>
}

/** Begins to connect and does not wait for the answer. */
export async function beginConnecting(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { keplr } = window as unknown as { keplr: KeplrLike }
    void keplr.enable('secretdev-1')
  })
}

/** The address as a connected page gets it. */
export async function addressIn(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const { keplr } = window as unknown as { keplr: KeplrLike }
    return (await keplr.getKey('secretdev-1')).bech32Address
  })
}

/** The ids of the requests that the wallet's relay has answered in that window. */
export async function answersIn(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => (window as unknown as { answers: string[] }).answers)
}
