// @ts-check
// Gets a clone ready: packages as locked, and a Chromium. Node built-ins only, because nothing is installed yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lookUpChromium } from './chromium.mjs'
import { isMain } from './is-main.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const marker = `${root}node_modules/.installed-lock`

/** @param {string} text */
const say = (text) => process.stdout.write(`setup: ${text}\n`)

/** Runs `npm ci` unless the packages of this very lock are installed already; throws when it fails. */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  say('installing the locked packages')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit' })
  if (done.status !== 0)
    throw new Error(`npm ci failed (${done.error?.message ?? `exit code ${done.status}`})`)
  writeFileSync(marker, wanted)
}

/**
 * The path of a Chromium that can load an unpacked extension; installs nothing.
 * @returns {string}
 * @throws when there is none, with every place that was tried
 */
export function findChromium() {
  const answer = lookUpChromium()
  if (answer.kind === 'found') return answer.path
  throw new Error(missingChromium(answer.tried))
}

/**
 * As findChromium; where there is none and we are root on Debian, apt-get installs one first.
 * @returns {string}
 */
export function ensureChromium() {
  const answer = lookUpChromium()
  if (answer.kind === 'found') return answer.path
  if (!answer.mayInstall) throw new Error(missingChromium(answer.tried))
  const outcome = installWithApt()
  if (outcome === 'installed') return findChromium()
  throw new Error(missingChromium([...answer.tried, `apt-get install chromium: ${outcome}`]))
}

/** @returns {string} 'installed', or why not */
function installWithApt() {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return 'this is no Debian system'
  if (process.getuid?.() !== 0) return 'only possible as root'
  say('no Chromium found: installing it with apt-get')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
  ]) {
    const done = spawnSync('apt-get', args, { env, encoding: 'utf8' })
    if (done.error !== undefined) return done.error.message
    if (done.status !== 0) return `apt-get ${args[0]} ended with ${done.status}: ${lastLine(done.stderr)}`
  }
  return 'installed'
}

/** @param {string} text */
const lastLine = (text) => text.trim().split('\n').at(-1) ?? ''

/** @param {readonly string[]} tried */
function missingChromium(tried) {
  return [
    'No Chromium was found. Tried:',
    ...tried.map((place) => `  - ${place}`),
    'Install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium),',
    'or name one: CHROMIUM_PATH=/path/to/chromium. Branded Chrome cannot load extensions from the command line.',
  ].join('\n')
}

if (isMain(import.meta.url)) {
  try {
    ensureInstalled()
    ensureChromium()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
