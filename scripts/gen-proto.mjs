// Generates devnet/codec/gen from the .proto files beside it. Needs `protoc` on the PATH; the result is committed. The wallet's
// codec has no generated code: its shapes say their own field numbers.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const plugin = join(root, 'node_modules/.bin/protoc-gen-es')
const source = join(root, 'devnet/codec/proto')
const target = join(root, 'devnet/codec/gen')

const files = readdirSync(source)
  .filter((name) => name.endsWith('.proto'))
  .sort()
rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
execFileSync(
  'protoc',
  [
    `--plugin=protoc-gen-es=${plugin}`,
    `--proto_path=${source}`,
    `--es_out=${target}`,
    '--es_opt=target=ts',
    '--es_opt=import_extension=none',
    ...files,
  ],
  { stdio: 'inherit' },
)
for (const name of readdirSync(target)) {
  const path = join(target, name)
  writeFileSync(path, withPlainEnums(readFileSync(path, 'utf8')))
}
console.log(`generated ${files.length} files into devnet/codec/gen`)

/**
 * Enums as constants, since what Node runs here has to be erasable TypeScript.
 * @param {string} text
 */
function withPlainEnums(text) {
  return text.replace(/export enum (\w+) \{([^}]*)\}/g, (_, name, body) => {
    const members = body.replaceAll(/(\w+) = (\d+),/g, '$1: $2,')
    return `export const ${name} = {${members}} as const\nexport type ${name} = (typeof ${name})[keyof typeof ${name}]`
  })
}
