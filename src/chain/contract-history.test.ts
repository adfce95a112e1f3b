import { base64, hex } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../crypto/index'
import { parseAddress } from '../domain/index'
import { ChainError } from './chain-error'
import { CHAINS } from './chains'
import { type Client, createClient } from './client'
import { getCodeHashes } from './contract-code'
import { getContractHistory, getPendingMigration } from './contract-history'
import { fakeClock, fakeNodes, refusal } from './node.fake'

const NODE = 'http://localhost:1317'
const CONTRACT = parseAddress('secret1k0jntykt7e4g3y88ltc60czgjuqdy4c9e8fzek')
const HISTORY = `/compute/v1beta1/contract_history/${CONTRACT}`
const MIGRATION = `/compute/v1beta1/authorized_migration/${CONTRACT}`
const CODE = '/compute/v1beta1/code/7'

function clientOf(replies: Record<string, unknown>): Client {
  const chain = CHAINS.find(({ chainId }) => chainId === 'secretdev-1')
  if (chain === undefined) throw new Error('no such chain')
  const { fetch } = fakeNodes({ [NODE]: replies })
  return createClient({ chain, endpoints: [NODE], fetch, clock: fakeClock() })
}

describe('a contract’s history', () => {
  it('tells changes of its code from its making', async () => {
    const entry = (kind: string, code_id: string, block_height: string): object => ({
      operation: `CONTRACT_CODE_HISTORY_OPERATION_TYPE_${kind}`,
      code_id,
      updated: { block_height, tx_index: '0' },
      msg: '',
    })
    const client = clientOf({
      [HISTORY]: { entries: [entry('INIT', '1', '10'), entry('MIGRATE', '2', '20')] },
    })
    expect(await getContractHistory(client, CONTRACT)).toEqual([
      { change: false, codeId: 1n, height: 10n },
      { change: true, codeId: 2n, height: 20n },
    ])
  })

  it('says what a vote has allowed it to move to, and that none has', async () => {
    expect(await getPendingMigration(clientOf({ [MIGRATION]: { new_code_id: '9' } }), CONTRACT)).toBe(9n)
    expect(
      await getPendingMigration(clientOf({ [MIGRATION]: { new_code_id: '0' } }), CONTRACT),
    ).toBeUndefined()
    expect(await getPendingMigration(clientOf({}), CONTRACT)).toBeUndefined()
    const away = clientOf({ [MIGRATION]: () => refusal(12, 'Not Implemented', 501) })
    await expect(getPendingMigration(away, CONTRACT)).rejects.toMatchObject({ code: 'chain/http' })
  })
})

describe('stored code', () => {
  it('is hashed from the bytes that came, whatever the node states', async () => {
    const wasm = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251)
    const stated = 'AB'.repeat(32)
    const reply = { code_info: { code_id: '7', code_hash: stated }, wasm: base64.encode(wasm) }
    expect(await getCodeHashes(clientOf({ [CODE]: reply }), 7n)).toEqual({
      stated: stated.toLowerCase(),
      computed: hex.encode(sha256(wasm)),
    })
  })

  it('that is none, or more than any code is, is refused', async () => {
    const info = { code_info: { code_hash: 'ab'.repeat(32) } }
    const codeOf = (reply: object): Promise<unknown> => getCodeHashes(clientOf({ [CODE]: reply }), 7n)
    await expect(codeOf({ ...info, wasm: 'not base64!' })).rejects.toMatchObject({ code: 'chain/bad-answer' })
    await expect(codeOf({ ...info, wasm: '' })).rejects.toMatchObject({ code: 'chain/bad-answer' })
    await expect(codeOf({ ...info, wasm: 'A'.repeat(12 * 1024 * 1024) })).rejects.toMatchObject({
      code: 'chain/too-large',
    })
  })
})

describe('what a node answers', () => {
  it('N69: whatever it is, is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (json) => {
        const client = clientOf({ [HISTORY]: json, [MIGRATION]: json, [CODE]: json })
        const asked = [
          () => getContractHistory(client, CONTRACT),
          () => getPendingMigration(client, CONTRACT),
          () => getCodeHashes(client, 7n),
        ]
        for (const ask of asked) {
          await ask().catch((error: unknown) => {
            if (!(error instanceof ChainError)) throw error
          })
        }
      }),
      { numRuns: 30 },
    )
  })
})
