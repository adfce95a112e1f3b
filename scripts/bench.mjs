// @ts-check
// npm run bench: the speeds and sizes we promise, measured here and now, as a table and in bench/latest.json.
import { join } from 'node:path'
import { buildExtension } from './build.mjs'
import { importTs } from './run-ts.mjs'
import { ensureChromium, ensureInstalled } from './setup.mjs'
import { root } from './source-files.mjs'

ensureInstalled()
ensureChromium()
await buildExtension()
/** @type {{runBench: (root: string) => Promise<boolean>}} */
const { runBench } = await importTs(join(root, 'bench/main.ts'))
process.exitCode = (await runBench(root)) ? 0 : 1
