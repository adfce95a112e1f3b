// @ts-check
// The scripts that a built page loads before it can show anything.
import { posix } from 'node:path'

/**
 * The page's own scripts and all that they import statically, each once, from the build's top.
 * @param {string} page such as popup.html
 * @param {(path: string) => string} read
 * @returns {string[]}
 */
export function firstScreenScripts(page, read) {
  const waiting = pageScripts(read(page)).map((path) => posix.join(posix.dirname(page), path))
  /** @type {Set<string>} */
  const seen = new Set()
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    for (const imported of staticImports(read(path))) waiting.push(posix.join(posix.dirname(path), imported))
  }
  if (seen.size === 0) throw new Error(`${page} loads no script`)
  return [...seen]
}

/** @param {string} html */
function pageScripts(html) {
  return [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map((match) => match[1] ?? '')
}

/** Not import("..."), which is loaded when it is needed. @param {string} code */
function staticImports(code) {
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)].map((match) => match[1] ?? '')
}
