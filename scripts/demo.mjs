// @ts-check
// Builds the demo dApp once and serves it from memory: npm run demo [-- --port 5173] [--lcd URL] [--chain ID]
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isMain } from './is-main.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, '.cache')

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/**
 * @typedef {object} Demo
 * @property {string} origin such as http://localhost:5173
 * @property {string} url the page to open, with the network in its query string
 * @property {() => Promise<void>} stop
 */

/**
 * Serves the demo on loopback; rejects with code EADDRINUSE where the port is taken.
 * @param {{port?: number, lcdUrl?: string, chainId?: string}} [options] port 0 takes a free one
 * @returns {Promise<Demo>}
 */
export async function startDemo(options = {}) {
  const { port = 5173, lcdUrl = 'http://localhost:1317', chainId = 'secretdev-1' } = options
  const files = readFiles(await buildDemo(join(root, 'demo')))
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = files.get(path === '/' ? '/index.html' : path)
    const type = TYPES[extname(path === '/' ? '/index.html' : path)] ?? 'application/octet-stream'
    if (file === undefined) response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
    else response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(file)
  })
  await /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
  )
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the demo server has no port')
  const origin = `http://localhost:${address.port}`
  return {
    origin,
    url: `${origin}/?${new URLSearchParams({ lcd: lcdUrl, chain: chainId })}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * The folder with the built demo. Named by what it was built from, so that it is built once and several
 * test workers can ask at the same time.
 * @param {string} folder
 */
async function buildDemo(folder) {
  const built = join(cache, `demo-${fingerprint(folder)}`)
  if (existsSync(built)) return built
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(join(cache, 'demo-draft-'))
  const { build } = await import('vite')
  await build({
    root: folder,
    configFile: false,
    envDir: false,
    base: './',
    logLevel: 'error',
    build: { outDir: draft, emptyOutDir: true, target: 'es2022', reportCompressedSize: false },
  })
  dropOthers(built)
  try {
    renameSync(draft, built)
  } catch (error) {
    // Another worker was first: its folder has the same content.
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(built)) throw error
  }
  return built
}

/** Keeps the cache from growing with every edit of the demo. @param {string} built */
function dropOthers(built) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    if (/^demo-[0-9a-f]{16}$/.test(name) && path !== built) rmSync(path, { recursive: true, force: true })
  }
}

/** @param {string} folder */
function fingerprint(folder) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const [path, content] of readFiles(folder)) hash.update(`${path}\0${content.length}\0`).update(content)
  return hash.digest('hex').slice(0, 16)
}

/**
 * @param {string} folder
 * @returns {Map<string, Buffer>} by URL path, in a fixed order
 */
function readFiles(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = paths.filter((path) => statSync(join(folder, path)).isFile())
  return new Map(files.map((path) => [`/${path.split(sep).join('/')}`, readFileSync(join(folder, path))]))
}

async function serve() {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, lcd: { type: 'string' }, chain: { type: 'string' } },
  })
  const demo = await startDemo({
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
    ...(values.lcd === undefined ? {} : { lcdUrl: values.lcd }),
    ...(values.chain === undefined ? {} : { chainId: values.chain }),
  })
  process.stdout.write(`demo: ${demo.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, demo.stop)
}

if (isMain(import.meta.url)) {
  await serve()
}
