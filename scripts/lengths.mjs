// @ts-check
// How long a file and a function may be.
import ts from 'typescript'

const FILE_LINES = 300
const FUNCTION_LINES = 60

/**
 * What is too long in a file. A test's describe and it blocks are lists, so only its file counts.
 * @param {string} path
 * @param {string} text
 * @returns {string[]}
 */
export function overlong(path, text) {
  const lines = text.trimEnd().split('\n').length
  const problems = lines > FILE_LINES ? [`${path}: ${lines} lines, ${FILE_LINES} at most`] : []
  return /\.test\.tsx?$/.test(path) ? problems : [...problems, ...longFunctions(path, text)]
}

/**
 * A function that makes functions is as long as its own lines: what it holds is counted by itself.
 * @param {string} path
 * @param {string} text
 * @returns {string[]}
 */
function longFunctions(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const lineAt = (/** @type {number} */ position) => file.getLineAndCharacterOfPosition(position).line
  /** @type {string[]} */
  const problems = []
  /** @param {ts.Node} node @returns {number} lines of the functions in it beyond the first of each */
  const visit = (node) => {
    let inner = 0
    ts.forEachChild(node, (child) => {
      inner += visit(child)
    })
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return inner
    const first = lineAt(node.getStart(file))
    const lines = lineAt(node.getEnd()) - first + 1
    const name = node.name?.getText(file) ?? 'a function'
    if (lines - inner > FUNCTION_LINES) {
      problems.push(`${path}:${first + 1}: ${name} has ${lines - inner} lines, ${FUNCTION_LINES} at most`)
    }
    return lines - 1
  }
  visit(file)
  return problems
}
