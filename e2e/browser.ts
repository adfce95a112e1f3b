import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'

const DIST = join(import.meta.dirname, '..', 'dist')

/** A browser with the built extension, as a person has it after installing. */
export interface ExtensionBrowser {
  readonly context: BrowserContext
  readonly extensionId: string
  readonly profile: string
}

/** Where the browser stands; scripts/setup.mjs found it and left it in the environment. */
export function chromiumPath(): string {
  const path = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find(
    (each) => each !== undefined && existsSync(each),
  )
  if (path === undefined) throw new Error('No Chromium found. Run npm test, or set CHROMIUM_PATH.')
  return path
}

/**
 * What no test is about: the address bar's suggestions, which cost a process of their own in every browser, and what
 * turns the http addresses of this machine into others. The last of these flags is the one that counts, so Playwright's
 * own are named again.
 */
const WITHOUT: readonly string[] = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/** The flags of every browser of these tests. Every host but this machine is unreachable. */
export const FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  `--disable-features=${WITHOUT.join(',')}`,
]

/** The flags that load these unpacked extensions and no others. */
export function extensionFlags(...folders: readonly string[]): readonly string[] {
  const all = [DIST, ...folders].join(',')
  return [`--disable-extensions-except=${all}`, `--load-extension=${all}`]
}

/** Starts Chromium on a profile (a new one unless given), with other unpacked extensions beside Sotto if there are any. */
export async function launchBrowser(
  options: { profile?: string; backForwardCache?: boolean; beside?: string } = {},
): Promise<ExtensionBrowser> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'sotto-e2e-')))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    viewport: { width: 360, height: 600 },
    // Turned off for tests unless one asks for it: a person's browser has it.
    ignoreDefaultArgs: options.backForwardCache === true ? ['--disable-back-forward-cache'] : [],
    args: [...FLAGS, ...extensionFlags(...(options.beside === undefined ? [] : [options.beside]))],
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  if (options.profile === undefined) await welcomed(context)
  return { context, extensionId: new URL(worker.url()).host, profile }
}

/** The page that greets a new person comes by itself, and would be taken for one that a test opens. */
async function welcomed(context: BrowserContext): Promise<void> {
  const opened = (page: Page) => page.url().startsWith('chrome-extension://')
  if (!context.pages().some(opened)) await context.waitForEvent('page')
}

/**
 * A new page in a window of its own. A tab behind another one is drawn once a second, and every click on it waits for
 * two such drawings.
 */
export async function openWindow({ context }: ExtensionBrowser): Promise<Page> {
  const [first] = context.pages()
  if (first === undefined) throw new Error('The browser has no page to open a window from.')
  const session = await context.newCDPSession(first)
  const opened = context.waitForEvent('page')
  await session.send('Target.createTarget', { url: 'about:blank', newWindow: true })
  const page = await opened
  await session.detach()
  return page
}

/** Closes the browser and deletes its profile. */
export async function discardBrowser(browser: ExtensionBrowser): Promise<void> {
  await browser.context.close()
  await rm(browser.profile, { recursive: true, force: true, maxRetries: 5 })
}

/** Ends the extension's worker, as the browser does when it wants its memory back, and waits until it is gone. */
export async function killWorker(browser: ExtensionBrowser, page: Page): Promise<void> {
  const session = await browser.context.newCDPSession(page)
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve()
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await stopped
  await session.detach()
}
