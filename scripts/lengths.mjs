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
 * @param {string} path
 * @param {string} text
 * @returns {string[]}
 */
function longFunctions(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  /** @type {string[]} */
  const problems = []
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const first = file.getLineAndCharacterOfPosition(node.getStart(file)).line
      const last = file.getLineAndCharacterOfPosition(node.getEnd()).line
      const lines = last - first + 1
      const name = node.name?.getText(file) ?? 'a function'
      if (lines > FUNCTION_LINES)
        problems.push(`${path}:${first + 1}: ${name} has ${lines} lines, ${FUNCTION_LINES} at most`)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return problems
}
