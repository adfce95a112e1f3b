// @ts-check
// npm run check: everything about the repository that a machine can know. Builds first, for the sizes.
import { buildExtension } from './build.mjs'
import { checkBundles } from './check-bundles.mjs'
import { checkDeadCode } from './check-dead-code.mjs'
import { checkDocs } from './check-docs.mjs'
import { checkManifest } from './check-manifest.mjs'
import { checkRooms } from './check-rooms.mjs'
import { checkSizes } from './check-sizes.mjs'
import { checkLengths, checkPowers } from './check-sources.mjs'
import { checkWith } from './tool.mjs'

/** @typedef {{problems: string[], note: string, table?: string[]}} Outcome */

/** Longest first: they run side by side on few cores. @type {Record<string, () => Promise<Outcome>>} */
const ON_SOURCES = {
  types: () =>
    checkWith('tsc', ['--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/check.tsbuildinfo']),
  'dead code': checkDeadCode,
  'format and lint': () => checkWith('biome', ['check', '--error-on-warnings', '--max-diagnostics=50']),
  build: async () => {
    await buildExtension()
    return { problems: [], note: '' }
  },
  rooms: checkRooms,
  powers: checkPowers,
  lengths: checkLengths,
  documents: checkDocs,
}

/** @type {Record<string, () => Promise<Outcome>>} */
const ON_BUILD = { manifest: checkManifest, bundles: checkBundles, sizes: checkSizes }

/** A check that cannot run has failed. @param {unknown} error @returns {Outcome} */
function broken(error) {
  return { problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)], note: '' }
}

/**
 * @param {string} name
 * @param {() => Promise<Outcome>} check
 * @returns {Promise<boolean>} whether it passed
 */
async function report(name, check) {
  const started = performance.now()
  const { problems, note, table = [] } = await check().catch(broken)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const lines = [
    `${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(16)} ${seconds.padStart(5)} s  ${note}`.trimEnd(),
  ]
  for (const line of [...problems.flatMap((problem) => problem.split('\n')), ...table])
    lines.push(`       ${line}`)
  process.stdout.write(`${lines.join('\n')}\n`)
  return problems.length === 0
}

/** @param {Record<string, () => Promise<Outcome>>} checks */
async function reportAll(checks) {
  return (await Promise.all(Object.entries(checks).map(([name, check]) => report(name, check)))).every(
    Boolean,
  )
}

const sourcesPass = await reportAll(ON_SOURCES)
const buildPasses = await reportAll(ON_BUILD)
process.exitCode = sourcesPass && buildPasses ? 0 : 1
