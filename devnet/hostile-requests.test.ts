import { base64, hex } from '@scure/base'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { DEV_ACCOUNTS } from './accounts'
import { findByLabel } from './modules/compute/registry'
import { type Answer, ask, startTestNode } from './test-node.fake'
import { TestWallet } from './wallet.fake'

const test = startTestNode()
const wallet = new TestWallet(test.chain)
const B = DEV_ACCOUNTS[1]?.address ?? ('' as never)
const SSCRT = findByLabel(test.chain.store, 'sSCRT') ?? ''
const GOOD = wallet.sign([wallet.sendMessage(B, 5n)], { memo: 'good' })
const NO_BUG = /TypeError|RangeError|undefined is|Cannot read|is not a function|not iterable|Maximum call/

beforeEach(() => {
  test.chain.produceBlock()
})
afterAll(() => Promise.all([test.lcd.close(), test.rpc.close()]))

/** Bytes near a transaction that is right: one place changed, cut, or put in twice. */
const nearTx = fc
  .tuple(
    fc.nat(GOOD.length - 1),
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom('set', 'cut', 'twice', 'more'),
  )
  .map(([at, byte, how]) => {
    if (how === 'set') return GOOD.map((old, index) => (index === at ? byte : old))
    if (how === 'cut') return GOOD.slice(0, at)
    if (how === 'twice') return Uint8Array.from([...GOOD.slice(0, at), ...GOOD])
    return Uint8Array.from([...GOOD, byte])
  })
const bytes = fc.oneof(nearTx, fc.uint8Array({ maxLength: 200 }))
const badText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('%', '%zz', '%00', '%c3%28', '../..', '\\', '"'),
)

/** An answer of the gateway: whatever is wrong, it is the client's fault or a refusal of the chain. */
function expectLcdShape({ status, body, text }: Answer): void {
  expect(text).not.toMatch(NO_BUG)
  expect([200, 400, 404, 500, 501]).toContain(status)
  const refusal = { code: expect.any(Number), message: expect.any(String), details: [] }
  expect(body).toEqual(status === 200 ? expect.any(Object) : refusal)
}

function expectRpcShape({ status, body, text }: Answer): void {
  expect(text).not.toMatch(NO_BUG)
  if (status === 404 || text === '' || text.startsWith('<html>')) return
  for (const one of Array.isArray(body) ? body : [body]) {
    expect(one).toMatchObject({ jsonrpc: '2.0' })
    const { error } = one as { error?: { code: number; message: string } }
    if (error !== undefined)
      expect(error).toMatchObject({ code: expect.any(Number), message: expect.any(String) })
    else expect(one).toHaveProperty('result')
  }
}

describe('ten thousand hostile requests', () => {
  it('that broadcast what is no transaction are answered with a code', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('SYNC', 'ASYNC', 'BLOCK'), async (tx, mode) => {
        const body = { tx_bytes: base64.encode(tx), mode: `BROADCAST_MODE_${mode}` }
        const broadcast = await ask(test.lcd, '/cosmos/tx/v1beta1/txs', body)
        expectLcdShape(broadcast)
        if (mode === 'SYNC' && tx.length > 0) {
          expect(broadcast).toMatchObject({
            status: 200,
            body: { tx_response: { txhash: expect.any(String) } },
          })
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('that simulate or decode it are refused', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('simulate', 'decode', 'encode'), async (tx, path) => {
        expectLcdShape(await ask(test.lcd, `/cosmos/tx/v1beta1/${path}`, { tx_bytes: base64.encode(tx) }))
      }),
      { numRuns: 1_500 },
    )
  })

  it('whose bodies are no JSON, or other JSON, are refused', async () => {
    const body = fc.oneof(
      badText,
      fc.json(),
      fc.record({ tx_bytes: fc.jsonValue(), tx: fc.jsonValue(), mode: fc.jsonValue() }),
    )
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom('txs', 'simulate', 'decode', 'encode'), async (sent, path) => {
        expectLcdShape(await ask(test.lcd, `/cosmos/tx/v1beta1/${path}`, sent))
      }),
      { numRuns: 1_500 },
    )
  })

  it('for paths and searches that are none are answered all the same', async () => {
    const path = fc.constantFrom(
      (text: string) => `/${text}`,
      (text: string) => `/cosmos/tx/v1beta1/txs?query=${text}`,
      (text: string) => `/cosmos/tx/v1beta1/txs/${text}`,
      (text: string) => `/cosmos/tx/v1beta1/txs/block/${text}?pagination.limit=${text}`,
      (text: string) => `/cosmos/bank/v1beta1/balances/${text}?pagination.key=${text}`,
      (text: string) => `/compute/v1beta1/query/${SSCRT}?query=${text}`,
      (text: string) => `/compute/v1beta1/code_hash/by_code_id/${text}`,
      (text: string) => `/cosmos/base/tendermint/v1beta1/blocks/${text}`,
    )
    await fc.assert(
      fc.asyncProperty(path, badText, fc.boolean(), async (make, text, isEscaped) => {
        const written = isEscaped ? encodeURIComponent(text) : text.replace(/[^\x21-\x7e]|\\/g, '')
        expectLcdShape(await ask(test.lcd, make(written)))
      }),
      { numRuns: 2_000 },
    )
  })

  it('over JSON-RPC and its addresses are answered with its errors', async () => {
    const method = fc.constantFrom(
      'tx',
      'tx_search',
      'block',
      'block_search',
      'abci_query',
      'check_tx',
      'broadcast_tx_sync',
      'broadcast_tx_async',
      'blockchain',
      'unconfirmed_txs',
      'nonsense',
      '__proto__',
      'constructor',
    )
    const params = fc.oneof(
      fc.jsonValue(),
      fc.record({ tx: bytes.map((tx) => base64.encode(tx)) }),
      fc.record(
        { hash: fc.base64String(), height: badText, query: badText, page: fc.nat().map(String) },
        { requiredKeys: [] },
      ),
      fc.record({
        path: fc.constantFrom(
          '/store/bank/key',
          '/cosmos.bank.v1beta1.Query/Balance',
          '/cosmos.tx.v1beta1.Service/Simulate',
          '/a',
        ),
        data: bytes.map((data) => hex.encode(data)),
      }),
    )
    await fc.assert(
      fc.asyncProperty(
        method,
        params,
        fc.oneof(fc.nat(), fc.string(), fc.jsonValue()),
        badText,
        async (name, given, id, text) => {
          const call = { jsonrpc: '2.0', id, method: name, params: given }
          expectRpcShape(await ask(test.rpc, '/', call))
          expectRpcShape(await ask(test.rpc, '/', [call, call]))
          const value = encodeURIComponent(text)
          expectRpcShape(
            await ask(test.rpc, `/${name}?hash=${value}&height=${value}&query=${value}&tx="${value}"`),
          )
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('that are too large are refused as the gateway does', async () => {
    const body = 'x'.repeat(11 * 1024 * 1024)
    expect(await ask(test.lcd, '/cosmos/tx/v1beta1/txs', body)).toMatchObject({
      status: 400,
      body: { code: 3, message: 'http: request body too large', details: [] },
    })
  })

  it('leave the chain at work', async () => {
    test.chain.produceBlock()
    expect(wallet.run([wallet.sendMessage(B, 6n)])).toMatchObject({ code: 0 })
  })
})
