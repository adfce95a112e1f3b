// @ts-check
// What nobody uses, as knip sees it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './source-files.mjs'
import { captureTool } from './tool.mjs'

/** @typedef {{name: string, line?: number}} Found */
/** @typedef {{issues: ({file: string} & Record<string, Found[]>)[]}} KnipReport */

/** @returns {Promise<{problems: string[], note: string}>} */
export async function checkDeadCode() {
  const { code, output, errors } = await captureTool('knip', ['--no-progress', '--reporter', 'json'])
  if (code !== 0 && code !== 1) throw new Error(errors || output)
  const { rooms } = JSON.parse(readFileSync(join(root, 'rooms.json'), 'utf8'))
  /** @type {{path: string, doors: string[]}[]} */
  const withDoors = Object.values(rooms)
  const doors = new Set(withDoors.flatMap(({ path, doors: names }) => names.map((name) => `${path}/${name}`)))
  const problems = deadCode(JSON.parse(output), doors)
  return { problems, note: '' }
}

/**
 * A door names the types of what its functions take and give, though who calls them may never write those names.
 * @param {KnipReport} report
 * @param {ReadonlySet<string>} doors
 * @returns {string[]}
 */
export function deadCode({ issues }, doors) {
  return issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds)
      .filter(([kind, found]) => Array.isArray(found) && !(kind === 'types' && doors.has(file)))
      .flatMap(([kind, found]) => found.map(({ name, line }) => `${place(file, line)}: ${kind}: ${name}`)),
  )
}

/** @param {string} file @param {number | undefined} line */
const place = (file, line) => (line === undefined ? file : `${file}:${line}`)
