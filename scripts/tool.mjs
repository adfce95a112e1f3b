// @ts-check
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './source-files.mjs'

/**
 * Runs one of the installed command line tools in the repository.
 * @param {string} name as in node_modules/.bin
 * @param {string[]} args
 * @returns {Promise<{code: number | null, output: string, errors: string}>}
 */
export function captureTool(name, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
    const child = spawn(join(root, 'node_modules/.bin', name), args, { cwd: root, env })
    const texts = { output: '', errors: '' }
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      texts.output += text
    })
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      texts.errors += text
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...texts }))
  })
}

/**
 * A check that one tool makes alone: its output is the problem when it fails.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<{problems: string[], note: string}>}
 */
export async function checkWith(name, args) {
  const { code, output, errors } = await captureTool(name, args)
  const text = `${output}${errors}`.trim()
  return { problems: code === 0 ? [] : [text || `ended with ${code}`], note: '' }
}
