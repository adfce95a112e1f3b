// @ts-check
// Which of our files a check reads, and what kind they are.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const SKIPPED = new Set(['node_modules', 'dist'])

/**
 * Our code files below the given folders, sorted, with / between the parts; generated and declaration files left out.
 * @param {readonly string[]} folders from the repository's top
 * @returns {string[]}
 */
export function sourceFiles(folders) {
  return folders
    .flatMap((folder) => filesBelow(folder))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !isGenerated(path) && !/\.d\.m?ts$/.test(path))
    .sort()
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(path)
    return [path]
  })
}

/** @param {string} path */
export function isGenerated(path) {
  return path.includes('/codec/gen/') || /(_pb|\.gen)\.ts$/.test(path)
}

/** Tests and the fakes they use, which no build contains. @param {string} path */
export function isTest(path) {
  return /\.(test|fake)\.(ts|tsx)$/.test(path)
}
