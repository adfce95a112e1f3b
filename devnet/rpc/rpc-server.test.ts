import { create, fromBinary, toBinary } from '@bufbuild/protobuf'
import { base64, hex } from '@scure/base'
import { beforeEach, describe, expect, it } from 'vitest'
import { addressBytes } from '../../src/domain/index'
import { DEV_ACCOUNTS } from '../accounts'
import {
  AccountResponseSchema,
  AddressRequestSchema,
  BalanceResponseSchema,
  BaseAccountSchema,
  SimulateRequestSchema,
  SimulateResponseSchema,
} from '../codec/gen/rpc_pb'
import { ask, startTestNode, type TestNode } from '../test-node.fake'
import { TEST_KEYS, TestWallet } from '../wallet.fake'

const B = DEV_ACCOUNTS[1]?.address ?? ('' as never)
const HASH = expect.stringMatching(/^[0-9A-F]{64}$/)
const BASE64 = expect.stringMatching(/^[A-Za-z0-9+/]+=*$/)
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
const NUMBER = expect.stringMatching(/^\d+$/)
const BLOCK_ID = { hash: HASH, parts: { total: 1, hash: HASH } }

let test: TestNode
let wallet: TestWallet
beforeEach(() => {
  test = startTestNode()
  wallet = new TestWallet(test.chain)
})

async function uri(path: string): Promise<unknown> {
  const { status, body } = await ask(test.rpc, path)
  expect({ status, body }).toMatchObject({ status: 200, body: { jsonrpc: '2.0', id: -1 } })
  return (body as { result: unknown }).result
}

async function call(method: string, params?: object): Promise<unknown> {
  const { status, body } = await ask(test.rpc, '/', { jsonrpc: '2.0', id: 7, method, params })
  expect({ status, body }).toMatchObject({ status: 200, body: { jsonrpc: '2.0', id: 7 } })
  return body
}

async function result(method: string, params?: object): Promise<unknown> {
  return ((await call(method, params)) as { result: unknown }).result
}

function internal(data: string) {
  return { jsonrpc: '2.0', id: 7, error: { code: -32603, message: 'Internal error', data } }
}

describe('the node', () => {
  it('tells about itself', async () => {
    expect(await uri('/health')).toEqual({})
    expect(await uri('/status')).toEqual({
      node_info: {
        protocol_version: { p2p: '8', block: '11', app: '0' },
        id: '0'.repeat(40),
        listen_addr: 'tcp://127.0.0.1:26656',
        network: 'secretdev-1',
        version: '0.38.17',
        channels: '40202122233038606100',
        moniker: 'devnet',
        other: { tx_index: 'on', rpc_address: 'tcp://127.0.0.1:26657' },
      },
      sync_info: {
        latest_block_hash: HASH,
        latest_app_hash: HASH,
        latest_block_height: '1',
        latest_block_time: TIME,
        earliest_block_hash: HASH,
        earliest_app_hash: HASH,
        earliest_block_height: '1',
        earliest_block_time: TIME,
        catching_up: false,
      },
      validator_info: {
        address: expect.stringMatching(/^[0-9A-F]{40}$/),
        pub_key: { type: 'tendermint/PubKeyEd25519', value: BASE64 },
        voting_power: '1',
      },
    })
    expect(await uri('/net_info')).toMatchObject({ listening: true, n_peers: '0', peers: [] })
    expect(await uri('/genesis')).toMatchObject({
      genesis: { chain_id: 'secretdev-1', genesis_time: TIME, initial_height: '1', app_state: {} },
    })
    const { data } = (await uri('/genesis_chunked')) as { data: string }
    expect(JSON.parse(new TextDecoder().decode(base64.decode(data)))).toHaveProperty(
      'chain_id',
      'secretdev-1',
    )
    expect(await uri('/abci_info')).toEqual({
      response: {
        data: 'SecretNetwork',
        version: '1.25.0-devnet',
        last_block_height: '1',
        last_block_app_hash: BASE64,
      },
    })
    expect(await uri('/validators')).toMatchObject({ block_height: '1', count: '1', total: '1' })
    expect(await uri('/consensus_params')).toMatchObject({
      block_height: '1',
      consensus_params: { block: { max_gas: '10000000' }, validator: { pub_key_types: ['ed25519'] } },
    })
  })

  it('lists its methods for a browser', async () => {
    for (const answer of [await ask(test.rpc, '/'), await ask(test.rpc, '/', '')]) {
      expect(answer.text).toContain('<a href="/tx?hash=_&prove=_">')
    }
  })
})

describe('blocks', () => {
  it('are found by height and by hash, with their headers, commits and results', async () => {
    const tx = wallet.run([wallet.sendMessage(B, 5n)])
    const header = {
      version: { block: '11' },
      chain_id: 'secretdev-1',
      height: '2',
      time: TIME,
      last_block_id: BLOCK_ID,
      last_commit_hash: HASH,
      data_hash: HASH,
      validators_hash: HASH,
      next_validators_hash: HASH,
      consensus_hash: HASH,
      app_hash: HASH,
      last_results_hash: HASH,
      evidence_hash: HASH,
      proposer_address: expect.stringMatching(/^[0-9A-F]{40}$/),
    }
    const commit = { height: '1', round: 0, block_id: BLOCK_ID, signatures: [] }
    const block = {
      header,
      data: { txs: [base64.encode(tx.bytes)] },
      evidence: { evidence: [] },
      last_commit: commit,
    }
    const found = (await uri('/block?height=2')) as { block_id: { hash: string } }
    expect(found).toEqual({ block_id: BLOCK_ID, block })
    expect(await uri('/block')).toEqual(found)
    expect(await uri(`/block_by_hash?hash=0x${found.block_id.hash}`)).toEqual(found)
    const hash = base64.encode(hex.decode(found.block_id.hash.toLowerCase()))
    expect(await result('block_by_hash', { hash })).toEqual(found)
    expect(await uri('/block_by_hash?hash=0x00')).toEqual({
      block_id: { hash: '', parts: { total: 0, hash: '' } },
      block: null,
    })
    expect(await uri('/header?height=2')).toEqual({ header })
    expect(await result('header_by_hash', { hash: found.block_id.hash })).toEqual({ header })
    expect(await uri('/commit?height=1')).toMatchObject({
      signed_header: { header: { height: '1' }, commit: { height: '1', block_id: BLOCK_ID } },
      canonical: true,
    })
    expect(await uri('/block_results?height=2')).toMatchObject({
      height: '2',
      txs_results: [{ code: 0, gas_used: String(tx.gasUsed), info: '' }],
      finalize_block_events: [],
      validator_updates: null,
      app_hash: BASE64,
    })
    expect(await uri('/blockchain?minHeight=1&maxHeight=2')).toMatchObject({
      last_height: '2',
      block_metas: [
        { header: { height: '2' }, num_txs: '1', block_id: BLOCK_ID },
        { header: { height: '1' } },
      ],
    })
    expect(await uri('/block_search?query="block.height>=2"')).toEqual({ blocks: [found], total_count: '1' })
  })

  it.each([
    ['block', { height: '0' }, 'height must be greater than 0, but got 0'],
    ['block', { height: '5' }, 'height 5 must be less than or equal to the current blockchain height 1'],
    ['block_results', { height: '1' }, 'could not find results for height #1'],
    ['blockchain', { minHeight: '-1', maxHeight: '2' }, 'heights must be non-negative'],
    ['blockchain', { minHeight: '9', maxHeight: '2' }, "min height 9 can't be greater than max height 1"],
    [
      'block_search',
      { query: 'block.height>0', order_by: 'up' },
      'expected order_by to be either `asc` or `desc` or empty',
    ],
    ['validators', { page: '2' }, 'page should be within [1, 1] range, given 2'],
    ['genesis_chunked', { chunk: '1' }, 'there are 1 chunks, 1 is invalid'],
  ])('refuse %s %j', async (method, params, data) => {
    expect(await call(method, params)).toEqual(internal(data))
  })
})

describe('transactions', () => {
  it('are broadcast and found, with a proof', async () => {
    const bytes = wallet.sign([wallet.sendMessage(B, 5n)])
    const tx = base64.encode(bytes)
    const taken = { code: 0, data: '', log: '', codespace: '', hash: HASH }
    expect(await result('check_tx', { tx })).toMatchObject({
      code: 0,
      gas_wanted: '150000',
      gas_used: NUMBER,
    })
    const { hash } = (await result('broadcast_tx_sync', { tx })) as { hash: string }
    expect(await call('broadcast_tx_sync', { tx })).toEqual(internal('tx already exists in cache'))
    const waiting = { n_txs: '1', total: '1', total_bytes: String(bytes.length) }
    expect(await uri('/num_unconfirmed_txs')).toEqual({ ...waiting, txs: null })
    expect(await uri('/unconfirmed_txs?limit=5')).toEqual({ ...waiting, txs: [tx] })
    expect(await call('tx', { hash: base64.encode(hex.decode(hash.toLowerCase())) })).toEqual(
      internal(`tx (${hash}) not found`),
    )
    test.chain.produceBlock()
    const found = await uri(`/tx?hash=0x${hash.toLowerCase()}&prove=false`)
    expect(found).toEqual({
      hash,
      height: '2',
      index: 0,
      tx_result: {
        code: 0,
        data: BASE64,
        log: '',
        info: '',
        gas_wanted: '150000',
        gas_used: NUMBER,
        events: expect.arrayContaining([
          {
            type: 'coin_spent',
            attributes: [
              { key: 'spender', value: wallet.address, index: true },
              { key: 'amount', value: '15000uscrt', index: true },
            ],
          },
        ]),
        codespace: '',
      },
      tx,
    })
    const { block } = (await uri('/block')) as { block: { header: { data_hash: string } } }
    expect(await uri(`/tx?hash=0x${hash}&prove=true`)).toMatchObject({
      proof: {
        root_hash: block.header.data_hash,
        data: tx,
        proof: { total: '1', index: '0', leaf_hash: BASE64, aunts: [] },
      },
    })
    expect(await uri(`/tx_search?query="tx.height=2"`)).toEqual({ txs: [found], total_count: '1' })
    expect(await result('broadcast_tx_async', { tx })).toEqual({ ...taken, hash })
    expect(await result('broadcast_tx_sync', { tx })).toMatchObject({ code: 32, codespace: 'sdk', hash })
  })

  it('are searched in pages and both orders', async () => {
    for (const amount of [1n, 2n, 3n]) wallet.run([wallet.sendMessage(B, amount)])
    const search = async (rest: string) => {
      const query = encodeURIComponent(`"transfer.recipient='${B}'"`)
      const found = (await uri(`/tx_search?query=${query}${rest}`)) as { txs: { height: string }[] }
      return found.txs.map(({ height }) => height)
    }
    expect(await search('')).toEqual(['2', '3', '4'])
    expect(await search('&per_page=2&page=2&order_by="asc"')).toEqual(['4'])
    expect(await search('&per_page=2&page=2&order_by="desc"')).toEqual(['2'])
    expect(await call('tx_search', { query: "transfer.recipient='x'", page: '2' })).toEqual(
      internal('page should be within [1, 1] range, given 2'),
    )
    expect(await call('tx_search', { query: 'hello' })).toEqual(internal('offset 5: EOF'))
    expect(await call('tx_search', { query: 'a'.repeat(513) })).toEqual(
      internal('maximum query length exceeded'),
    )
  })

  it('are answered with their block when that is waited for', async () => {
    const tx = base64.encode(wallet.sign([wallet.sendMessage(B, 5n)]))
    const answered = result('broadcast_tx_commit', { tx })
    while (test.chain.mempool.size === 0) await new Promise((resolve) => setImmediate(resolve))
    test.chain.produceBlock()
    expect(await answered).toMatchObject({
      check_tx: { code: 0 },
      tx_result: { code: 0, data: BASE64 },
      hash: HASH,
      height: '2',
    })
    expect(await result('broadcast_tx_commit', { tx })).toMatchObject({
      check_tx: { code: 32, codespace: 'sdk' },
      tx_result: { code: 0, data: null },
      height: '0',
    })
  })
})

describe('abci_query', () => {
  async function query(params: object): Promise<Record<string, unknown>> {
    const { response } = (await result('abci_query', params)) as { response: Record<string, unknown> }
    return response
  }

  it('reads the stores of the bank and of the keys', async () => {
    const address = addressBytes(B)
    const key = Uint8Array.from([2, address.length, ...address, ...new TextEncoder().encode('uscrt')])
    wallet.run([wallet.sendMessage(B, 5n)])
    const read = (height: string) => query({ path: '/store/bank/key', data: hex.encode(key), height })
    expect(await read('0')).toEqual({
      code: 0,
      log: '',
      info: '',
      index: '0',
      proofOps: null,
      key: base64.encode(key),
      value: btoa('1000000000000000005'),
      height: '2',
      codespace: '',
    })
    expect(await read('1')).toMatchObject({ value: btoa('1000000000000000000'), height: '1' })
    expect(await read('9')).toMatchObject({ code: 18, codespace: 'sdk', value: null })
    const name = hex.encode(Uint8Array.from([2, ...new TextEncoder().encode('IoExchMasterKey')]))
    const keys = await uri(`/abci_query?path="/store/register/key"&data=0x${name}`)
    expect(keys).toMatchObject({ response: { value: base64.encode(TEST_KEYS.io.publicKey) } })
  })

  it('reaches the query services', async () => {
    const request = hex.encode(
      toBinary(AddressRequestSchema, create(AddressRequestSchema, { address: B, denom: 'uscrt' })),
    )
    const answerOf = async (path: string, data = request) =>
      base64.decode(String((await query({ path, data }))['value']))
    const { balance } = fromBinary(
      BalanceResponseSchema,
      await answerOf('/cosmos.bank.v1beta1.Query/Balance'),
    )
    expect(balance).toMatchObject({ denom: 'uscrt', amount: '1000000000000000000' })
    const { account } = fromBinary(
      AccountResponseSchema,
      await answerOf('/cosmos.auth.v1beta1.Query/Account'),
    )
    expect(account?.typeUrl).toBe('/cosmos.auth.v1beta1.BaseAccount')
    const base = fromBinary(BaseAccountSchema, account?.value ?? new Uint8Array())
    expect(base).toMatchObject({ address: B, accountNumber: 1n, sequence: 0n })
    const txBytes = wallet.sign([wallet.sendMessage(B, 5n)])
    const simulate = hex.encode(toBinary(SimulateRequestSchema, create(SimulateRequestSchema, { txBytes })))
    const simulated = await answerOf('/cosmos.tx.v1beta1.Service/Simulate', simulate)
    expect(fromBinary(SimulateResponseSchema, simulated).gasInfo?.gasUsed).toBeGreaterThan(0n)
  })

  it.each([
    [{ path: '' }, 6, 'no query path provided: unknown request'],
    [{ path: '/nonsense' }, 6, 'unknown query path: unknown request'],
    [{ path: '/store/nonsense/key', data: '02' }, 6, 'no such store: nonsense: unknown request'],
    [{ path: '/store/bank/key' }, 2, 'query cannot be zero length: tx parse error'],
    [{ path: '/cosmos.auth.v1beta1.Query/Account', data: 'ff' }, 18, 'invalid request'],
    [{ path: '/cosmos.auth.v1beta1.Query/Account' }, 18, 'Address cannot be empty'],
    [
      { path: '/cosmos.auth.v1beta1.Query/Account', data: '0a0161' },
      22,
      'account a not found: key not found',
    ],
    [{ path: '/cosmos.bank.v1beta1.Query/Balance', data: '0a0161' }, 18, 'decoding bech32 failed'],
    [{ path: '/cosmos.tx.v1beta1.Service/Simulate', data: '12020102' }, 2, 'tx parse error'],
  ])('refuses %j', async (params, code, log) => {
    expect(await query(params)).toMatchObject({ code, codespace: 'sdk', log: expect.stringContaining(log) })
  })
})

describe('JSON-RPC', () => {
  it('answers a batch in order, one of one plainly, and nothing without an id', async () => {
    const one = { jsonrpc: '2.0', id: 'x', method: 'health' }
    const answer = { jsonrpc: '2.0', id: 'x', result: {} }
    const unknown = { jsonrpc: '2.0', id: 2, method: 'nonsense' }
    const notFound = { jsonrpc: '2.0', id: 2, error: { code: -32601, message: 'Method not found' } }
    expect((await ask(test.rpc, '/', [one, unknown])).body).toEqual([answer, notFound])
    expect((await ask(test.rpc, '/', [one])).body).toEqual(answer)
    expect((await ask(test.rpc, '/', { jsonrpc: '2.0', method: 'health' })).text).toBe('')
    expect((await ask(test.rpc, '/', [])).text).toBe('')
    expect((await ask(test.rpc, '/', { ...one, id: 2, method: 'subscribe' })).body).toEqual(notFound)
  })

  it.each(['{', 'null', '5', '"text"', '[1]', '{"id":{},"method":"health"}', '{"id":1,"method":5}', '[[]]'])(
    'cannot read %s',
    async (body) => {
      expect(await ask(test.rpc, '/', body)).toMatchObject({
        status: 500,
        body: { jsonrpc: '2.0', error: { code: -32700, message: 'Parse error. Invalid JSON' } },
      })
    },
  )

  it.each([
    [{ height: 5 }, 'invalid 64-bit integer encoding "5", expected string'],
    [{ height: 'abc' }, "invalid character 'a' looking for beginning of value"],
    [['1', '2'], 'expected 1 parameters ([height]), got 2 (["1" "2"])'],
    ['text', 'unknown type for JSON params: json: cannot unmarshal. Expected map or array'],
  ])('refuses the params %j', async (params, data) => {
    const body = { jsonrpc: '2.0', id: 1, method: 'block', params }
    expect((await ask(test.rpc, '/', body)).body).toEqual({
      jsonrpc: '2.0',
      id: 1,
      error: {
        code: -32602,
        message: 'Invalid params',
        data: `error converting json params to arguments: ${data}`,
      },
    })
  })

  it.each([
    ['/block?height=abc', "invalid character 'a' looking for beginning of value"],
    ['/block?height=0x01', "got a hex string arg, but expected 'int64'"],
    ['/tx?hash=0xzz', "encoding/hex: invalid byte: U+007A 'z'"],
    ['/tx?hash=0x0', 'encoding/hex: odd length hex string'],
    ['/tx?hash=0x00&prove=5', 'json: cannot unmarshal number into Go value of type bool'],
  ])('refuses the address %s', async (path, data) => {
    expect(await ask(test.rpc, path)).toMatchObject({
      status: 500,
      body: { id: -1, error: { code: -32602, data: `error converting http params to arguments: ${data}` } },
    })
  })

  it('takes params by place and quoted heights in an address', async () => {
    expect(await result('block', ['1'])).toEqual(await uri('/block?height="1"'))
  })

  it('has no other paths', async () => {
    for (const path of ['/nonsense', '/a/b', '/websocket']) {
      expect(await ask(test.rpc, path)).toMatchObject({ status: 404, text: '404 page not found\n' })
    }
    expect(await ask(test.rpc, '/%zz')).toMatchObject({ status: 400, body: { error: { code: -32600 } } })
  })

  it('refuses a body beyond all measure', async () => {
    expect(await ask(test.rpc, '/', 'x'.repeat(11 * 1024 * 1024))).toMatchObject({
      status: 500,
      body: { error: { code: -32600, data: 'error reading request body: http: request body too large' } },
    })
  })
})
