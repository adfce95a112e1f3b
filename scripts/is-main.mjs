// @ts-check
import { realpathSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/**
 * Whether the module with this URL is the one that Node was asked to run, not one that another imports.
 * @param {string} moduleUrl its import.meta.url
 */
export function isMain(moduleUrl) {
  const started = process.argv[1]
  return started !== undefined && moduleUrl === pathToFileURL(realpathSync(started)).href
}
