import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from './start-devnet'
import { buildTestContracts } from './test-contracts/build-contracts.fake'

// docs/devnet.md as a newcomer follows it: each block is taken from the page and run. Only ports differ, since other tests run too.

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PAGE = readFileSync(join(ROOT, 'docs/devnet.md'), 'utf8')
const run = promisify(execFile)

function blocks(language: string): { name: string; text: string }[] {
  const pattern = new RegExp(`^\`\`\`${language}(?: (\\S+))?\\n([\\s\\S]*?)^\`\`\`$`, 'gm')
  return [...PAGE.matchAll(pattern)].map(([, name = '', text = '']) => ({ name, text }))
}

function block(language: string, name: string): string {
  const found = blocks(language).find((one) => one.name === name)
  if (found === undefined) throw new Error(`docs/devnet.md has no ${name}`)
  return found.text
}

let devnet: Devnet
let folder: string
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 50 })
  folder = mkdtempSync(join(ROOT, '.cache/docs-'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await devnet.stop()
})

/** The text with the ports of this test's network. */
function here(text: string): string {
  return text
    .replaceAll('http://127.0.0.1:1317', devnet.lcdUrl)
    .replaceAll('http://127.0.0.1:26680', devnet.controlUrl)
}

async function runNode(name: string, ...args: string[]): Promise<string> {
  writeFileSync(join(folder, name), here(block('js', name)))
  const { stdout } = await run(process.execPath, [name, ...args], { cwd: folder })
  return stdout
}

describe('the page about devnet', () => {
  it('gets a newcomer from nothing to a decrypted answer in Node', async () => {
    expect(await runNode('hello.mjs')).toBe('private balance: 1000000000\n')
    expect(PAGE).toContain('It prints `private balance: 1000000000`')
  })

  it('puts a contract of one’s own on the network', async () => {
    writeFileSync(join(folder, 'my-contract.wasm'), buildTestContracts()['probe-v1'])
    expect(await runNode('upload.mjs', 'my-contract.wasm')).toMatch(/^code \d+, contract secret1\w+\n$/)
  })

  it('commands time and faults', async () => {
    const [, commands] = blocks('sh').map(({ text }) => text)
    for (const line of here(commands ?? '')
      .trim()
      .split('\n')) {
      const { stdout } = await run('sh', ['-c', `${line} --fail`])
      expect(JSON.parse(stdout), line).toBeTypeOf('object')
    }
    expect(devnet.faults.list()).toEqual([])
  })

  it('shows how to use devnet in a test, which passes', async () => {
    const file = join(ROOT, 'devnet', 'page-example.test.ts')
    writeFileSync(file, block('ts', 'my.test.ts').replace('../devnet/index', './index'))
    try {
      const { stdout } = await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', file], {
        cwd: ROOT,
      })
      expect(stdout).toMatch(/1 passed/)
    } finally {
      rmSync(file)
    }
  })

  it('starts it by the command that it names', async () => {
    const [start] = blocks('sh').map(({ text }) => text)
    expect(start).toContain('npm run devnet')
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const ports = ['--lcd-port', '--rpc-port', '--faucet-port', '--control-port'].flatMap((name) => [
      name,
      '0',
    ])
    const child = spawn('sh', ['-c', `exec ${scripts.devnet} ${ports.join(' ')}`], { cwd: ROOT })
    const banner = await new Promise<string>((resolve) => {
      let text = ''
      child.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (text.includes('Ctrl-C ends it')) resolve(text)
      })
    })
    child.kill('SIGTERM')
    for (const word of ['LCD', 'RPC', 'faucet', 'control', 'secretdev-1']) expect(banner).toContain(word)
  })
})
