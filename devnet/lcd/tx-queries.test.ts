import { base64 } from '@scure/base'
import { beforeEach, describe, expect, it } from 'vitest'
import { DEV_ACCOUNTS } from '../accounts'
import { findByLabel } from '../modules/compute/registry'
import { ask, startTestNode, type TestNode } from '../test-node.fake'
import { TestWallet } from '../wallet.fake'

const B = DEV_ACCOUNTS[1]?.address ?? ('' as never)
const PATH = '/cosmos/tx/v1beta1'

let test: TestNode
let wallet: TestWallet
beforeEach(() => {
  test = startTestNode()
  wallet = new TestWallet(test.chain)
})

describe('the tx service', () => {
  it('lists the transactions of a block, in pages', async () => {
    const sent = [1n, 2n, 3n].map((amount) => {
      const bytes = wallet.sign([wallet.sendMessage(B, amount)])
      test.chain.broadcast(bytes)
      return base64.encode(bytes)
    })
    test.chain.produceBlock()
    const all = await ask(test.lcd, `${PATH}/txs/block/2`)
    expect(all).toMatchObject({
      status: 200,
      body: {
        txs: [1, 2, 3].map((amount) => ({ body: { messages: [{ amount: [{ amount: String(amount) }] }] } })),
        block_id: { hash: expect.any(String), part_set_header: { total: 1 } },
        block: { header: { height: '2' }, data: { txs: sent }, last_commit: { height: '1' } },
        pagination: { next_key: null, total: '3' },
      },
    })
    const page = await ask(test.lcd, `${PATH}/txs/block/2?pagination.limit=1&pagination.offset=1`)
    expect((page.body as { txs: unknown[] }).txs).toHaveLength(1)
    expect(await ask(test.lcd, `${PATH}/txs/block/2?pagination.offset=3`)).toMatchObject({
      status: 500,
      body: {
        code: 2,
        message: 'out of range: cannot paginate 3 txs with offset 3 and limit 100: invalid request',
      },
    })
    expect(await ask(test.lcd, `${PATH}/txs/block/1`)).toMatchObject({ body: { txs: [] } })
  })

  it('takes transactions apart and puts them together again, byte for byte', async () => {
    const contract = findByLabel(test.chain.store, 'sSCRT') ?? ('' as never)
    for (const message of [
      wallet.sendMessage(B, 5n),
      wallet.executeMessage(contract, wallet.seal('00'.repeat(32), {}), [{ denom: 'uscrt', amount: 1n }]),
    ]) {
      const tx_bytes = base64.encode(wallet.sign([message], { memo: 'ü', timeoutHeight: 9n }))
      const decoded = await ask(test.lcd, `${PATH}/decode`, { tx_bytes })
      expect(decoded).toMatchObject({
        status: 200,
        body: { tx: { body: { memo: 'ü', timeout_height: '9' } } },
      })
      const encoded = await ask(test.lcd, `${PATH}/encode`, decoded.body as object)
      expect(encoded).toMatchObject({ status: 200, body: { tx_bytes } })
    }
  })

  it.each([
    ['decode', {}, 400, 3, 'invalid empty tx bytes'],
    ['decode', { tx_bytes: 'AQID' }, 500, 2, 'tx parse error'],
    ['decode', { tx_bytes: '*' }, 400, 3, 'illegal base64'],
    ['encode', {}, 400, 3, 'invalid empty tx'],
    ['encode', { tx: 'text' }, 400, 3, 'is not an object'],
    [
      'encode',
      { tx: { body: { messages: [{ '@type': '/a.B' }] } } },
      400,
      3,
      'unable to resolve type URL /a.B',
    ],
    ['encode', { tx: { body: { memo: 5 } } }, 400, 3, 'proto: '],
    ['encode', { tx: { signatures: ['*'] } }, 400, 3, 'illegal base64'],
  ])('refuses to %s %j', async (path, body, status, code, message) => {
    expect(await ask(test.lcd, `${PATH}/${path}`, body)).toMatchObject({
      status,
      body: { code, message: expect.stringContaining(message), details: [] },
    })
  })
})
