// @ts-check
// The manifest decides what the extension may do, so a change of it must be noticed by a person.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { manifestPaths, parseManifest } from './manifest-paths.mjs'
import { root } from './source-files.mjs'

/** SHA-256 of the manifest that was last read line by line, white space aside and without its version. */
const REVIEWED = '7578d78532bfe7760f9adfed11f3419a9ef3fd84e49f96b5856280ca98bb8a4f'

/** @returns {Promise<{problems: string[], note: string}>} */
export async function checkManifest() {
  const text = readFileSync(join(root, 'manifest.json'), 'utf8')
  const manifest = parseManifest(text)
  const problems = [...reviewProblems(text, REVIEWED), ...missingFiles(manifest)]
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (manifest.version !== version) {
    problems.push(`manifest.json: version ${manifest.version}, but package.json has ${version}`)
  }
  return { problems, note: `${manifestPaths(manifest).length} files` }
}

/**
 * @param {string} text
 * @param {string} reviewed
 * @returns {string[]}
 */
export function reviewProblems(text, reviewed) {
  const { version: _, ...rest } = JSON.parse(text)
  const hash = createHash('sha256').update(JSON.stringify(rest)).digest('hex')
  if (hash === reviewed) return []
  return [
    'manifest.json: changed since it was reviewed. Read the change line by line against docs/threat-model.md;' +
      ` when it is right, put ${hash} into REVIEWED of scripts/check-manifest.mjs`,
  ]
}

/** @param {import('./manifest-paths.mjs').Manifest} manifest */
function missingFiles(manifest) {
  return manifestPaths(manifest)
    .filter((path) => !existsSync(join(root, 'dist', path)))
    .map((path) => `manifest.json: dist/${path} does not exist`)
}
