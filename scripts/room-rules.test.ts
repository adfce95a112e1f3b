import { describe, expect, it } from 'vitest'
import { type Dependency, judgeImport, type RoomTable, roomOf } from './room-rules.mjs'

const table: RoomTable = {
  rooms: {
    domain: { path: 'src/domain', doors: ['index.ts'], imports: [], packages: ['@scure/base'] },
    crypto: { path: 'src/crypto', doors: ['index.ts', 'tx-cipher.ts'], imports: [], packages: ['@noble/*'] },
    chain: {
      path: 'src/chain',
      doors: ['index.ts', 'codec/index.ts'],
      imports: ['domain', 'crypto'],
      packages: [],
    },
    popup: { path: 'src/popup', doors: [], imports: ['domain', 'crypto/tx-cipher.ts'], packages: ['react'] },
    devnet: { path: 'devnet', doors: ['index.ts'], imports: ['chain/codec/index.ts'], packages: ['node:*'] },
  },
  tests: { imports: ['devnet'], packages: ['vitest', 'secretjs'], folders: ['vectors'] },
}

function own(resolved: string): Dependency {
  return { module: `./${resolved}`, resolved, dependencyTypes: ['local', 'import'], couldNotResolve: false }
}

function outside(module: string): Dependency {
  return { module, resolved: `node_modules/${module}`, dependencyTypes: ['npm'], couldNotResolve: false }
}

describe('roomOf', () => {
  it('knows a room by its folder, not by a name that begins alike', () => {
    expect(roomOf('src/crypto/random.ts', table)).toBe('crypto')
    expect(roomOf('src/crypto-extra/random.ts', table)).toBeUndefined()
  })
})

describe('judgeImport', () => {
  it.each([
    ['src/chain/client.ts', own('src/crypto/index.ts')],
    ['src/chain/client.ts', own('src/chain/codec/any.ts')],
    ['src/chain/client.ts', own('src/chain/codec/index.ts')],
    ['src/popup/answer.ts', own('src/crypto/tx-cipher.ts')],
    ['devnet/node.ts', own('src/chain/codec/index.ts')],
    ['devnet/node.ts', { ...outside('fs'), resolved: 'fs', dependencyTypes: ['core'] }],
    ['src/crypto/keys.ts', outside('@noble/curves/secp256k1.js')],
    ['src/crypto/keys.test.ts', outside('secretjs')],
    ['src/crypto/keys.test.ts', own('vectors/keys.json')],
    ['src/chain/client.test.ts', own('devnet/index.ts')],
    ['src/chain/index.test.ts', own('src/chain/index.ts')],
  ])('lets %s import %o', (from, dependency) => {
    expect(judgeImport(from, dependency, table)).toBeUndefined()
  })

  it.each([
    ['src/domain/address.ts', own('src/crypto/index.ts'), /may not import/],
    ['src/chain/client.ts', own('src/crypto/random.ts'), /is no door/],
    ['src/popup/answer.ts', own('src/crypto/index.ts'), /may not import/],
    ['devnet/node.ts', own('src/chain/index.ts'), /may not import/],
    ['src/chain/client.ts', own('src/chain/index.ts'), /own room's door/],
    ['src/chain/codec/any.ts', own('src/chain/codec/index.ts'), /own room's door/],
    ['src/chain/client.ts', own('devnet/index.ts'), /may not import/],
    ['src/crypto/keys.ts', outside('secretjs'), /the package secretjs/],
    ['src/crypto/keys.ts', outside('@scure/base'), /the package @scure\/base/],
    ['src/crypto/keys.ts', { ...outside('fs'), resolved: 'fs', dependencyTypes: ['core'] }, /node:fs/],
    ['src/crypto/keys.ts', { ...own('./gone'), couldNotResolve: true }, /cannot resolve/],
    ['src/nowhere/keys.ts', own('src/domain/index.ts'), /belongs to no room/],
    ['src/chain/client.ts', own('src/nowhere/keys.ts'), /belongs to no room/],
  ])('stops %s at %o', (from, dependency, problem) => {
    expect(judgeImport(from, dependency, table)).toMatch(problem)
  })
})
