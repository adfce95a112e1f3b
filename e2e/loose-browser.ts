import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import WebSocket from 'ws'
import { chromiumPath, extensionFlags, FLAGS } from './browser'

/**
 * A browser that nobody holds by its pages. Playwright attaches to every page, and a page that is held so may not prerender
 * others ("PrerenderingDisabledByDevTools"); this one is only asked to open pages and which there are.
 */
export interface LooseBrowser {
  open(url: string): Promise<void>
  /** The addresses of all tabs and windows. */
  pages(): Promise<readonly string[]>
  /** The text that a page shows. Holds that page from then on. */
  textOf(url: RegExp): Promise<string>
  close(): Promise<void>
}

interface Target {
  readonly targetId: string
  readonly type: string
  readonly url: string
}

/** Starts it on a profile that a browser before it has closed. */
export async function startLooseBrowser(profile: string): Promise<LooseBrowser> {
  const portFile = join(profile, 'DevToolsActivePort')
  await rm(portFile, { force: true })
  const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
  const browser = spawn(chromiumPath(), [...flags, ...FLAGS, ...extensionFlags(), 'about:blank'], {
    stdio: 'ignore',
  })
  const ended = once(browser, 'exit')
  try {
    const send = await connect(await addressIn(portFile))
    return { ...pagesOf(send), close }
  } catch (error) {
    await close()
    throw error
  }

  async function close(): Promise<void> {
    browser.kill('SIGKILL')
    await ended
  }
}

type Send = (method: string, params?: object, sessionId?: string) => Promise<unknown>

function pagesOf(send: Send): Omit<LooseBrowser, 'close'> {
  async function targets(): Promise<readonly Target[]> {
    const { targetInfos } = (await send('Target.getTargets')) as { targetInfos: readonly Target[] }
    return targetInfos.filter(({ type }) => type === 'page')
  }
  return {
    async open(url) {
      await send('Target.createTarget', { url })
    },
    pages: async () => (await targets()).map(({ url }) => url),
    async textOf(wanted) {
      const found = (await targets()).find(({ url }) => wanted.test(url))
      if (found === undefined) return ''
      const { targetId } = found
      const attached = await send('Target.attachToTarget', { targetId, flatten: true })
      const { sessionId } = attached as { sessionId: string }
      const read = await send('Runtime.evaluate', { expression: 'document.body.innerText' }, sessionId)
      await send('Target.detachFromTarget', { sessionId })
      return (read as { result: { value: string } }).result.value
    },
  }
}

/** Where the browser listens: it writes that down when it does. */
async function addressIn(portFile: string): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const [port, path] = await readFile(portFile, 'utf8').then(
      (text) => text.split('\n'),
      () => [],
    )
    if (port !== undefined && path !== undefined) return `ws://127.0.0.1:${port}${path}`
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The browser does not say where it listens.')
}

async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address)
  const waiting = new Map<number, (message: { result?: unknown; error?: unknown }) => void>()
  socket.on('message', (data) => {
    const message = JSON.parse(String(data))
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  await once(socket, 'open')
  let last = 0
  return async (method, params = {}, sessionId) => {
    last += 1
    const answer = new Promise<{ result?: unknown; error?: unknown }>((resolve) => waiting.set(last, resolve))
    socket.send(JSON.stringify({ id: last, method, params, sessionId }))
    const { result, error } = await answer
    if (result === undefined) throw new Error(`${method}: ${JSON.stringify(error)}`)
    return result
  }
}
