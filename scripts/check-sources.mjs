// @ts-check
// Powers and lengths, file by file.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { overlong } from './lengths.mjs'
import { forbiddenPowers } from './powers.mjs'
import { isTest, root, sourceFiles } from './source-files.mjs'

/** @returns {Promise<{problems: string[], note: string}>} */
export async function checkPowers() {
  const paths = sourceFiles(['src']).filter((path) => !isTest(path))
  return {
    problems: paths.flatMap((path) => forbiddenPowers(path, read(path))),
    note: `${paths.length} files`,
  }
}

/** @returns {Promise<{problems: string[], note: string}>} */
export async function checkLengths() {
  const paths = sourceFiles(['src', 'devnet', 'demo', 'conformance', 'e2e', 'bench', 'scripts'])
  return { problems: paths.flatMap((path) => overlong(path, read(path))), note: `${paths.length} files` }
}

/** @param {string} path */
const read = (path) => readFileSync(join(root, path), 'utf8')
