// @ts-check
// npm run devnet: a local Secret Network on loopback, until Ctrl-C.
import { importDevnet } from './devnet-bundle.mjs'

const { runDevnet } = await importDevnet()

try {
  await runDevnet(process.argv.slice(2), (text) => process.stdout.write(text))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
