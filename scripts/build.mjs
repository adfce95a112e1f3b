// @ts-check
// Builds the extension into dist/: Vite builds side by side, and the hand-written manifest as it stands.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { isMain } from './is-main.mjs'
import { manifestPaths, parseManifest } from './manifest-paths.mjs'
import { POPUP_CHUNKS } from './popup-chunks.mjs'
import { importTs } from './run-ts.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** How long a plug-in took says more about the machine than about the build. */
const QUIET = { pluginTimings: false }
const ICON_SIZES = [16, 32, 48, 128]

/**
 * Builds everything anew; throws when a build fails or the manifest names a file that is not there.
 * @param {string} [outDir]
 */
export async function buildExtension(outDir = join(root, 'dist')) {
  // Vite and React read it while building; under a test runner it would say "test" and bring React's slow half.
  process.env['NODE_ENV'] = 'production'
  rmSync(outDir, { recursive: true, force: true })
  mkdirSync(join(outDir, 'icons'), { recursive: true })
  cpSync(join(root, 'manifest.json'), join(outDir, 'manifest.json'))
  cpSync(join(root, 'LICENSE'), join(outDir, 'LICENSE'))
  for (const size of ICON_SIZES) {
    cpSync(join(root, `src/icons/icon-${size}.png`), join(outDir, `icons/icon-${size}.png`))
  }
  await writeWordlists(join(outDir, 'wordlists'))
  await Promise.all([
    build(
      script({ outDir, entry: 'src/background/main.ts', file: 'background.js', plugins: [scriptsApart()] }),
    ),
    build(script({ outDir, entry: 'src/background/review/words-script.ts', file: 'words.js' })),
    build(script({ outDir, entry: 'src/background/scripts/argon2-script.ts', file: 'argon2.js' })),
    build(script({ outDir, entry: 'src/content/relay/main.ts', file: 'relay.js' })),
    build(script({ outDir, entry: 'src/content/provider/main.ts', file: 'provider.js' })),
    build(pages(outDir)),
  ])
  assertManifestPaths(outDir)
}

/**
 * The words of recovery phrases in each language, read when one is made or imported: no worker carries them all its life.
 * @param {string} folder
 */
async function writeWordlists(folder) {
  mkdirSync(folder)
  /** @type {typeof import('../src/crypto/phrase-languages')} */
  const { PHRASE_LANGUAGES } = await importTs(join(root, 'src/crypto/phrase-languages.ts'))
  for (const language of PHRASE_LANGUAGES) {
    const { wordlist } = await import(`@scure/bip39/wordlists/${language}.js`)
    writeFileSync(join(folder, `${language}.txt`), `${wordlist.join('\n').normalize('NFKD')}\n`)
  }
}

/**
 * @param {string} outDir
 * @returns {import('vite').InlineConfig}
 */
function shared(outDir) {
  return {
    configFile: false,
    envDir: false,
    publicDir: false,
    mode: 'production',
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      target: ['chrome121', 'firefox128'],
      modulePreload: false,
      sourcemap: false,
      reportCompressedSize: false,
    },
  }
}

/**
 * One classic script in one file. Not Vite's library mode: its output keeps its white space. Not a module either: the
 * browser keeps a classic worker's compiled code and compiles a module anew at every start (docs/decisions/0007).
 * @param {{outDir: string, entry: string, file: string, plugins?: import('vite').Plugin[]}} options
 * @returns {import('vite').InlineConfig}
 */
function script({ outDir, entry, file, plugins = [] }) {
  const base = shared(outDir)
  return {
    ...base,
    root,
    plugins,
    build: {
      ...base.build,
      rolldownOptions: {
        input: join(root, entry),
        checks: QUIET,
        // Strict: a page must not reach our functions through Function.caller.
        output: { format: 'iife', entryFileNames: file, codeSplitting: false, strict: true },
      },
    },
  }
}

/** What is left out of the worker's script and comes in one of its own (docs/decisions/0016): what it is, and what loads it. */
const APART = [
  { module: 'src/background/review/review-words', loader: 'src/background/review/loaded-words.ts' },
  { module: 'src/crypto/argon2', loader: 'src/background/scripts/loaded-argon2.ts' },
]

/** @returns {import('vite').Plugin} */
function scriptsApart() {
  return {
    name: 'scripts-apart',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer === undefined) return undefined
      const wanted = resolve(dirname(importer), source)
      const apart = APART.find(({ module }) => join(root, module) === wanted)
      return apart === undefined ? undefined : join(root, apart.loader)
    },
  }
}

/**
 * @param {string} outDir
 * @returns {import('vite').InlineConfig}
 */
function pages(outDir) {
  const base = shared(outDir)
  return {
    ...base,
    root: join(root, 'src/popup'),
    base: './',
    plugins: [react()],
    build: {
      ...base.build,
      cssCodeSplit: POPUP_CHUNKS.cssCodeSplit,
      rolldownOptions: {
        ...POPUP_CHUNKS.rolldownOptions,
        input: join(root, 'src/popup/popup.html'),
        checks: QUIET,
      },
    },
  }
}

/** Chromium refuses an extension with a missing icon without a word. @param {string} outDir */
function assertManifestPaths(outDir) {
  const manifest = parseManifest(readFileSync(join(outDir, 'manifest.json'), 'utf8'))
  const missing = manifestPaths(manifest).filter((path) => !existsSync(join(outDir, path)))
  if (missing.length > 0)
    throw new Error(`manifest.json names files that are not built: ${missing.join(', ')}`)
}

if (isMain(import.meta.url)) {
  const started = performance.now()
  await buildExtension(process.argv[2] === undefined ? undefined : resolve(process.argv[2]))
  process.stdout.write(`built dist in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}
