// @ts-check
// npm test: set-up, then every check, the unit tests and the browser tests. Stops at the first that fails.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureChromium, ensureInstalled } from './setup.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const isCi = process.env['CI'] !== undefined
const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name)

/** The check builds dist, and the browser tests use that very build. */
const PARTS = [
  { heading: 'Checks and build', command: process.execPath, args: [join(root, 'scripts/check.mjs')] },
  { heading: 'Unit tests', command: bin('vitest'), args: ['run', ...(isCi ? ['--reporter=dot'] : [])] },
  {
    heading: 'Browser tests',
    command: bin('playwright'),
    args: ['test', ...(isCi ? ['--reporter=dot'] : [])],
  },
]

/** @returns {number} the exit code */
function runParts() {
  for (const { heading, command, args } of PARTS) {
    const started = performance.now()
    process.stdout.write(`\n== ${heading}\n`)
    const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
    if (done.status !== 0) {
      process.stdout.write(
        `\n${heading}: failed (${done.error?.message ?? done.signal ?? `exit code ${done.status}`})\n`,
      )
      return done.status ?? 1
    }
    process.stdout.write(`${heading}: passed in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
  }
  return 0
}

try {
  ensureInstalled()
  ensureChromium()
  process.exitCode = runParts()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
