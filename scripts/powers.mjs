// @ts-check
// Which globals and browser methods each place in src may touch. Read from the syntax tree, so that comments,
// strings and injected parameters of the same name do not count.
import ts from 'typescript'

/**
 * @typedef {object} Power
 * @property {string[]} names dotted paths; a path covers everything below it
 * @property {RegExp[]} allowed files that may touch them
 * @property {string} why
 */

/** @type {readonly Power[]} */
export const POWERS = [
  { names: ['Math.random'], allowed: [], why: 'randomness comes from src/crypto/random.ts' },
  { names: ['console', 'debugger'], allowed: [], why: 'nothing is logged: a log outlives the lock' },
  { names: ['eval', 'Function'], allowed: [], why: 'no code from text' },
  {
    names: ['crypto.getRandomValues'],
    // The popup makes no secret with it: passkeys need salts and challenges, which are public.
    allowed: [/^src\/crypto\/random\.ts$/, /^src\/popup\/platform\.ts$/],
    why: 'randomness has one source, which tests can replace',
  },
  {
    names: ['fetch'],
    allowed: [/^src\/background\/main\.ts$/],
    why: 'the network is injected, from the place where the worker is wired',
  },
  {
    names: [
      'XMLHttpRequest',
      'WebSocket',
      'EventSource',
      'WebTransport',
      'navigator.sendBeacon',
      'importScripts',
    ],
    allowed: [],
    why: 'the chain client speaks to nodes with the injected fetch alone',
  },
  {
    names: ['browser.storage'],
    allowed: [/^src\/background\/(storage\/|platform\.ts$)/],
    why: 'stored state has one owner',
  },
  {
    names: ['localStorage', 'sessionStorage', 'document.cookie', 'caches', 'indexedDB'],
    // The popup keeps how it looks, nothing about the wallet.
    allowed: [/^src\/background\/storage\//, /^src\/popup\/platform\.ts$/],
    why: 'stored state has one owner',
  },
  {
    names: ['browser.runtime.onMessage', 'browser.runtime.onConnect'],
    allowed: [/^src\/background\/(main|senders|platform)\.ts$/, /^src\/content\/relay\//],
    why: 'a message is read where its sender is narrowed',
  },
  {
    names: ['browser.runtime.sendMessage', 'browser.runtime.connect', 'browser.tabs.sendMessage'],
    allowed: [
      /^src\/background\/platform\.ts$/,
      /^src\/content\/relay\//,
      /^src\/popup\/popup-transport\.ts$/,
    ],
    why: 'messages leave through the transports',
  },
  {
    names: ['browser.runtime.onMessageExternal', 'browser.runtime.onConnectExternal'],
    allowed: [],
    why: 'no other extension is spoken to',
  },
  {
    names: ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'document.write', 'dangerouslySetInnerHTML'],
    allowed: [],
    why: 'text from outside is never markup',
  },
]

/** The global objects whose members are globals themselves. */
const GLOBALS = new Set(['globalThis', 'window', 'self'])

/**
 * What a file touches that it may not.
 * @param {string} path from the repository's top
 * @param {string} text
 * @returns {string[]} one line per use
 */
export function forbiddenPowers(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const uses = findUses(file)
  return uses.flatMap(({ name, line }) => {
    const power = POWERS.find(({ names }) => names.some((one) => covers(one, name)))
    if (power === undefined || power.allowed.some((allowed) => allowed.test(path))) return []
    return [`${path}:${line}: touches ${name}: ${power.why}`]
  })
}

/**
 * @param {string} power
 * @param {string} name
 */
function covers(power, name) {
  if (!power.includes('.') && name.split('.').at(-1) === power && /HTML$/.test(power)) return true
  return name === power || name.startsWith(`${power}.`)
}

/**
 * Dotted names of everything global that the file uses.
 * @param {ts.SourceFile} file
 * @returns {{name: string, line: number}[]}
 */
function findUses(file) {
  const declared = declaredNames(file)
  /** @type {{name: string, line: number}[]} */
  const uses = []
  /** @param {ts.Node} node @param {string[]} names */
  const add = (node, names) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
    for (const name of names) uses.push({ name, line: line + 1 })
  }
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return
    if (node.kind === ts.SyntaxKind.DebuggerStatement) add(node, ['debugger'])
    if (ts.isJsxAttribute(node) && ts.isIdentifier(node.name)) add(node, [node.name.text])
    if (ts.isVariableDeclaration(node)) add(node, takenApart(node, declared))
    const name = isNameOnly(node) ? undefined : globalName(node, declared)
    if (name !== undefined) add(node, [name])
    else ts.forEachChild(node, visit)
  }
  visit(file)
  return uses
}

/** An identifier that names a member or a declaration, and so reads no variable. @param {ts.Node} node */
function isNameOnly(node) {
  if (!ts.isIdentifier(node)) return false
  const { parent } = node
  if (ts.isShorthandPropertyAssignment(parent) || ts.isExportSpecifier(parent)) return false
  return 'name' in parent && parent.name === node
}

/**
 * The dotted path of an expression that starts at a global, with `browser` for the extension API's names.
 * @param {ts.Node} node
 * @param {Set<string>} declared
 * @returns {string | undefined}
 */
function globalName(node, declared) {
  const parts = dottedParts(node)
  if (parts === undefined) return undefined
  while (parts.length > 1 && GLOBALS.has(parts[0] ?? '')) parts.shift()
  const [first = ''] = parts
  if (first === 'chrome' || first === 'browser') return ['browser', ...parts.slice(1)].join('.')
  const last = parts.at(-1) ?? ''
  if (/HTML$/.test(last)) return parts.join('.')
  return declared.has(first) ? undefined : parts.join('.')
}

/**
 * @param {ts.Node} node
 * @returns {string[] | undefined}
 */
function dottedParts(node) {
  if (ts.isIdentifier(node)) return [node.text]
  if (ts.isPropertyAccessExpression(node)) {
    const before = dottedParts(node.expression)
    return before === undefined ? undefined : [...before, node.name.text]
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    const before = dottedParts(node.expression)
    return before === undefined ? undefined : [...before, node.argumentExpression.text]
  }
  return undefined
}

/**
 * `const { storage } = browser` touches browser.storage.
 * @param {ts.VariableDeclaration} node
 * @param {Set<string>} declared
 * @returns {string[]}
 */
function takenApart({ name, initializer }, declared) {
  if (initializer === undefined || !ts.isObjectBindingPattern(name)) return []
  const from = globalName(initializer, declared)
  if (from === undefined) return []
  const prefix = GLOBALS.has(from) ? '' : `${from}.`
  return name.elements.map((element) => `${prefix}${(element.propertyName ?? element.name).getText()}`)
}

/** @param {ts.SourceFile} file @returns {Set<string>} */
function declaredNames(file) {
  /** @type {Set<string>} */
  const names = new Set()
  /** @param {ts.Node} node */
  const visit = (node) => {
    const declares =
      ts.isParameter(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node)
    if (declares && node.name !== undefined && ts.isIdentifier(node.name)) names.add(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return names
}
