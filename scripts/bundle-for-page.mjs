// @ts-check
// Bundles one package into a script for a page of a browser test, as a dApp's own build does.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What a browser has not: enough of Node's module for a class that extends it. */
const EVENTS = 'export default class EventEmitter { on() { return this } emit() { return false } }'

/**
 * The text of a classic script that leaves the package's exports under a global name.
 * @param {string} name of an installed package
 * @param {string} global
 * @returns {Promise<string>}
 */
export async function bundleForPage(name, global) {
  const { build } = await import('vite')
  mkdirSync(join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, '.cache', 'page-bundle-'))
  const [entry, events] = [join(folder, 'entry.js'), join(folder, 'events.js')]
  writeFileSync(entry, `import * as all from ${JSON.stringify(name)}\nglobalThis.${global} = all`)
  writeFileSync(events, EVENTS)
  await build({
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { events } },
    build: {
      outDir: join(folder, 'out'),
      minify: false,
      lib: { entry, formats: ['iife'], name: `${global}Bundle`, fileName: () => 'page.js' },
      reportCompressedSize: false,
    },
  })
  const text = readFileSync(join(folder, 'out', 'page.js'), 'utf8')
  rmSync(folder, { recursive: true })
  return text
}
