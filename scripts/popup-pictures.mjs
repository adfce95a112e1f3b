// @ts-check
// Builds the popup, opens every scene of scripts/popup-pictures/scenes.ts in both themes, keeps a picture of each in
// .cache/popup-pictures and asks axe about it: node scripts/popup-pictures.mjs [part of a scene's name ...]
import { createReadStream, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import { build } from 'vite'
import { lookUpChromium } from './chromium.mjs'
import { POPUP_CHUNKS } from './popup-chunks.mjs'
import { installFakeExtension } from './popup-pictures/fake-extension.mjs'
import { importTs } from './run-ts.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, '.cache/popup-pictures')
const dist = join(out, 'dist')
const SIZES = {
  popup: { width: 360, height: 600 },
  approval: { width: 360, height: 640 },
  tab: { width: 1100, height: 860 },
  panel: { width: 320, height: 760 },
}
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** @typedef {import('./popup-pictures/scene').Scene} Scene */
/** @typedef {import('./popup-pictures/scene').Act} Act */
/** @typedef {{scene: string, theme: string, text: string}} Problem */

async function buildPopup() {
  process.env['NODE_ENV'] = 'production'
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    mode: 'production',
    logLevel: 'warn',
    root: join(root, 'src/popup'),
    base: './',
    plugins: [react()],
    build: {
      outDir: dist,
      emptyOutDir: true,
      target: ['chrome121', 'firefox128'],
      modulePreload: false,
      reportCompressedSize: false,
      cssCodeSplit: POPUP_CHUNKS.cssCodeSplit,
      rolldownOptions: { ...POPUP_CHUNKS.rolldownOptions, input: join(root, 'src/popup/popup.html') },
    },
  })
}

/** Serves the build under the very policy the extension's pages live under. */
async function serve() {
  const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'))
  const policy = manifest.content_security_policy.extension_pages
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(path))]
    if (path === '/favicon.ico') {
      response.writeHead(204).end()
      return
    }
    const file = createReadStream(join(dist, path))
    file.on('error', () => response.writeHead(404).end())
    file.on('open', () =>
      response.writeHead(200, { 'content-type': type ?? 'text/plain', 'content-security-policy': policy }),
    )
    file.pipe(response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port')
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}

/**
 * @param {import('playwright').Page} page
 * @param {Act} act
 */
async function perform(page, act) {
  if ('click' in act) {
    const role = act.role ?? 'button'
    await page
      .getByRole(role, { name: act.click, exact: role === 'button' && act.click.length > 9 })
      .first()
      .click()
  } else if ('open' in act) await page.getByRole('button').filter({ hasText: act.open }).first().click()
  else if ('unfold' in act) await page.locator('summary').filter({ hasText: act.unfold }).first().click()
  else if ('fill' in act) {
    await page
      .getByLabel(act.fill, { exact: act.fill === 'Password' })
      .first()
      .fill(act.with)
  } else if ('choose' in act) {
    const file = { name: act.file, mimeType: 'application/json', buffer: Buffer.from(act.text) }
    await page.getByLabel(act.choose).setInputFiles(file)
  } else if ('press' in act) await page.keyboard.press(act.press)
  else if ('wait' in act) await page.waitForTimeout(act.wait)
  else {
    await page.evaluate((where) => {
      const scrollers = [...document.querySelectorAll('main, div')].filter(
        (one) => one.scrollHeight > one.clientHeight + 4,
      )
      const [main] = scrollers
      if (main) main.scrollTop = where === 'end' ? main.scrollHeight : main.scrollHeight / 3
    }, act.scroll)
  }
}

/**
 * @param {{browser: import('playwright').Browser, url: string, now: number}} stage
 * @param {Scene} scene
 * @param {'light' | 'dark'} theme
 * @returns {Promise<Problem[]>}
 */
async function take({ browser, url, now }, scene, theme) {
  const kind = scene.page ?? 'popup'
  const context = await browser.newContext({
    viewport: SIZES[kind],
    colorScheme: theme,
    bypassCSP: false,
    locale: 'en-GB',
    timezoneId: 'UTC',
    deviceScaleFactor: 2,
  })
  const page = await context.newPage()
  /** @type {Problem[]} */
  const problems = []
  /** @param {string} text */
  const report = (text) => problems.push({ scene: scene.name, theme, text })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') report(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => report(`error: ${error.message}`))
  const { view, after, replies = {}, vanishes, passkeys } = scene
  await page.addInitScript(installFakeExtension, { view, after, replies, now, vanishes, passkeys })
  await page.goto(`${url}/popup.html${kind === 'popup' ? '' : `?${kind}`}`)
  if (scene.textScale !== undefined) {
    await page.evaluate((scale) => {
      document.documentElement.style.fontSize = `${scale * 100}%`
    }, scene.textScale)
  }
  if (scene.view !== undefined) await page.waitForSelector('h1:not(:text("Opening Sotto"))')
  try {
    for (const act of scene.acts ?? []) await perform(page, act)
  } catch (error) {
    report(`could not act: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
  }
  // Lazy parts arrive and transitions end before the picture is taken.
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(out, `${scene.name}-${theme}.png`) })
  for (const text of await look(page)) report(text)
  await context.close()
  return problems
}

/**
 * What axe finds, anything wider than the page, and answers that are out of sight.
 * @param {import('playwright').Page} page
 * @returns {Promise<string[]>}
 */
async function look(page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, impact, nodes }) =>
      `axe ${impact}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  if (wide) found.push('wider than the page')
  for (const name of ['Reject', 'Approve', 'Connect', 'Continue', 'Unlock']) {
    const button = page.getByRole('button', { name, exact: true })
    if ((await button.count()) === 0) continue
    const box = await button.first().boundingBox()
    const view = page.viewportSize()
    const within = box && view && box.y >= 0 && box.y + box.height <= view.height && box.x >= 0
    if (!within) found.push(`${name} is out of sight`)
  }
  return found
}

/** @param {import('playwright').Browser} browser @param {string} url @param {Scene} scene */
async function measureFirstScreen(browser, url, scene) {
  const page = await browser.newPage()
  /** @type {Map<string, number>} */
  const sizes = new Map()
  page.on('response', async (response) => {
    const path = new URL(response.url()).pathname
    if (/\.(js|css)$/.test(path))
      sizes.set(path, gzipSync(readFileSync(join(dist, path)), { level: 9 }).length)
  })
  await page.addInitScript(installFakeExtension, { view: scene.view, replies: {}, now: Date.now() })
  await page.goto(`${url}/popup.html`)
  await page.waitForTimeout(500)
  await page.close()
  const sum = (/** @type {string} */ end) =>
    [...sizes].filter(([path]) => path.endsWith(end)).reduce((total, [, size]) => total + size, 0)
  return `${scene.name}: JS ${(sum('.js') / 1000).toFixed(1)} kB gzip, CSS ${(sum('.css') / 1000).toFixed(1)} kB gzip`
}

async function main() {
  const wanted = process.argv.slice(2)
  const answer = lookUpChromium()
  if (answer.kind === 'missing') throw new Error('no Chromium found')
  await buildPopup()
  /** @type {typeof import('./popup-pictures/scenes')} */
  const { SCENES, NOW } = await importTs(join(root, 'scripts/popup-pictures/scenes.ts'))
  const server = await serve()
  const browser = await chromium.launch({ executablePath: answer.path, args: ['--no-sandbox'] })
  const scenes = SCENES.filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  )
  const problems = []
  for (const scene of scenes) {
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      problems.push(...(await take({ browser, url: server.url, now: NOW }, scene, theme)))
    }
  }
  for (const scene of SCENES.filter(({ name }) => ['locked', 'home'].includes(name))) {
    process.stdout.write(`${await measureFirstScreen(browser, server.url, scene)}\n`)
  }
  await browser.close()
  server.close()
  for (const { scene, theme, text } of problems) process.stdout.write(`${scene} (${theme}): ${text}\n`)
  process.stdout.write(
    `${scenes.length} scenes, ${problems.length} problems, pictures in .cache/popup-pictures\n`,
  )
  process.exitCode = problems.length === 0 ? 0 : 1
}

await main()
