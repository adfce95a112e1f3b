// @ts-check
// npm run devnet: a local Secret Network on loopback, until Ctrl-C.
import { fileURLToPath } from 'node:url'
import { importTs } from './run-ts.mjs'

/** @type {{runDevnet: (args: readonly string[], print: (text: string) => void) => Promise<void>}} */
const { runDevnet } = await importTs(fileURLToPath(new URL('../devnet/cli.ts', import.meta.url)))

try {
  await runDevnet(process.argv.slice(2), (text) => process.stdout.write(text))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
