// @ts-check
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './source-files.mjs'

/**
 * Runs one of the installed command line tools in the repository; its output is the problem when it fails.
 * @param {string} name as in node_modules/.bin
 * @param {string[]} args
 * @returns {Promise<{problems: string[], note: string}>}
 */
export function runTool(name, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
    const child = spawn(join(root, 'node_modules/.bin', name), args, { cwd: root, env })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text
      })
    }
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ problems: code === 0 ? [] : [output.trim() || `ended with ${code}`], note: '' })
    })
  })
}
