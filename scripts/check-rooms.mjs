// @ts-check
// The walls between rooms: dependency-cruiser finds the imports, rooms.json says which are allowed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { judgeImport, roomOf } from './room-rules.mjs'
import { root, sourceFiles } from './source-files.mjs'

/** @returns {Promise<{problems: string[], note: string}>} */
export async function checkRooms() {
  /** @type {import('./room-rules.mjs').RoomTable} */
  const table = JSON.parse(readFileSync(join(root, 'rooms.json'), 'utf8'))
  const folders = [...new Set(Object.values(table.rooms).map(({ path }) => path.split('/')[0] ?? path))]
  const modules = await cruiseFolders(folders)
  const expected = sourceFiles(folders)
  const problems = [...missingModules(expected, modules), ...homeless(expected, table)]
  for (const { source, dependencies } of modules) {
    if (roomOf(source, table) === undefined) continue
    for (const dependency of dependencies) {
      const problem = judgeImport(source, dependency, table)
      if (problem !== undefined) problems.push(problem)
      if (dependency.circular) problems.push(`${source}: in a cycle through ${dependency.resolved}`)
    }
  }
  return { problems: [...new Set(problems)].sort(), note: `${expected.length} modules` }
}

/**
 * A cruiser that cannot read TypeScript sees nothing and is content with it, so each of our files must have been seen.
 * @param {readonly string[]} expected
 * @param {readonly {source: string}[]} modules
 */
function missingModules(expected, modules) {
  const seen = new Set(modules.map(({ source }) => source))
  if (expected.length === 0) return ['no source file was found at all']
  return expected.filter((path) => !seen.has(path)).map((path) => `${path}: not seen by dependency-cruiser`)
}

/**
 * @param {readonly string[]} paths
 * @param {import('./room-rules.mjs').RoomTable} table
 */
function homeless(paths, table) {
  return paths
    .filter((path) => roomOf(path, table) === undefined)
    .map((path) => `${path}: belongs to no room`)
}

/** @param {string[]} folders */
async function cruiseFolders(folders) {
  process.chdir(root)
  const { output } = await cruise(
    folders,
    {
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^dist' },
      ruleSet: { forbidden: [{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } }] },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'types', 'default'],
        extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      },
    },
    undefined,
    { tsConfig: extractTsConfig('tsconfig.json') },
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text')
  return output.modules
}
