// @ts-check
// What the documents name must exist: files, folders, links between documents, npm scripts.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { root } from './source-files.mjs'

/** Built or made on the way: named in documents, absent from a clone. */
const MADE = /^(dist|node_modules|\.cache|test-results|bench\/latest\.json)(\/|$)/

/** @returns {Promise<{problems: string[], note: string}>} */
export async function checkDocs() {
  const documents = documentPaths()
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const facts = {
    exists: (/** @type {string} */ path) => MADE.test(path) || existsSync(join(root, path)),
    isTopLevel: (/** @type {string} */ name) => existsSync(join(root, name)),
    scripts: new Set(Object.keys(scripts)),
  }
  const problems = documents.flatMap((path) => {
    return deadReferences({ path, text: readFileSync(join(root, path), 'utf8') }, facts)
  })
  return { problems, note: `${documents.length} documents` }
}

/**
 * @typedef {object} Facts
 * @property {(path: string) => boolean} exists
 * @property {(name: string) => boolean} isTopLevel
 * @property {Set<string>} scripts
 */

/**
 * @param {{path: string, text: string}} document
 * @param {Facts} facts
 * @returns {string[]}
 */
export function deadReferences({ path, text }, { exists, isTopLevel, scripts }) {
  const named = codeSpans(text)
  const isThere = (/** @type {string} */ file) => exists(file) || exists(join(dirname(path), file))
  const files = named.filter((span) => isPath(span, isTopLevel) && !isThere(trimEnd(span)))
  const links = linkTargets(text).filter((target) => !exists(normalize(join(dirname(path), target))))
  const runs = [...text.matchAll(/npm run ([a-z][a-z:-]*)/g)].map((match) => match[1] ?? '')
  return [
    ...files.map((file) => `${path}: names ${file}, which does not exist`),
    ...links.map((target) => `${path}: links to ${target}, which does not exist`),
    ...runs.filter((run) => !scripts.has(run)).map((run) => `${path}: npm run ${run} is no script`),
  ]
}

/** @param {string} text */
function codeSpans(text) {
  return [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
}

/**
 * A code span is taken for a path when it looks like one and begins in a folder that we have.
 * @param {string} span
 * @param {(name: string) => boolean} isTopLevel
 */
function isPath(span, isTopLevel) {
  if (!/^[\w.@-]+(\/[\w.@-]+)*\/?(:\d+)?$/.test(span)) return false
  const [first = '', second] = span.split('/')
  if (second === undefined) return /^[\w-]+\.(md|json)$/.test(first)
  return isTopLevel(first)
}

/** @param {string} span */
const trimEnd = (span) => span.replace(/:\d+$/, '').replace(/\/$/, '')

/** @param {string} text */
function linkTargets(text) {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => (match[1] ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
}

function documentPaths() {
  const top = readdirSync(root).filter((name) => name.endsWith('.md'))
  const docs = existsSync(join(root, 'docs'))
    ? readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.md'),
      )
    : []
  return [...top, ...docs.map((name) => `docs/${name.replaceAll('\\', '/')}`)].sort()
}
