// Generates src/chain/codec/gen from src/chain/codec/proto. Needs `protoc` on the PATH; the result is committed.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPlainDescription } from './proto-description.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(root, 'src/chain/codec/proto')
const target = join(root, 'src/chain/codec/gen')
const plugin = join(root, 'node_modules/.bin/protoc-gen-es')
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
  writeFileSync(path, withPlainDescription(readFileSync(path, 'utf8')))
}
console.log(`generated ${files.length} files into src/chain/codec/gen`)
