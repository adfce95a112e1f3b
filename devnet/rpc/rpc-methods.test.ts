import { base64, hex } from '@scure/base'
import { beforeEach, describe, expect, it } from 'vitest'
import { DEV_ACCOUNTS } from '../accounts'
import { ask } from '../test-node.fake'
import { internal, RpcTest } from './rpc-test.fake'

const B = DEV_ACCOUNTS[1]?.address ?? ('' as never)
const HASH = expect.stringMatching(/^[0-9A-F]{64}$/)
const BASE64 = expect.stringMatching(/^[A-Za-z0-9+/]+=*$/)
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
const NUMBER = expect.stringMatching(/^\d+$/)
const BLOCK_ID = { hash: HASH, parts: { total: 1, hash: HASH } }

let rpc: RpcTest
beforeEach(() => {
  rpc = new RpcTest()
})

describe('the node', () => {
  it('tells about itself', async () => {
    expect(await rpc.uri('/health')).toEqual({})
    expect(await rpc.uri('/status')).toEqual({
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
        voting_power: '1000000',
      },
    })
    expect(await rpc.uri('/net_info')).toMatchObject({ listening: true, n_peers: '0', peers: [] })
    expect(await rpc.uri('/genesis')).toMatchObject({
      genesis: { chain_id: 'secretdev-1', genesis_time: TIME, initial_height: '1', app_state: {} },
    })
    const { data } = (await rpc.uri('/genesis_chunked')) as { data: string }
    expect(JSON.parse(new TextDecoder().decode(base64.decode(data)))).toHaveProperty(
      'chain_id',
      'secretdev-1',
    )
    expect(await rpc.uri('/abci_info')).toEqual({
      response: {
        data: 'SecretNetwork',
        version: '1.25.0-devnet',
        last_block_height: '1',
        last_block_app_hash: BASE64,
      },
    })
    expect(await rpc.uri('/validators')).toMatchObject({ block_height: '1', count: '3', total: '3' })
    expect(await rpc.uri('/consensus_params')).toMatchObject({
      block_height: '1',
      consensus_params: { block: { max_gas: '10000000' }, validator: { pub_key_types: ['ed25519'] } },
    })
  })

  it('lists its methods for a browser', async () => {
    for (const answer of [await ask(rpc.node.rpc, '/'), await ask(rpc.node.rpc, '/', '')]) {
      expect(answer.text).toContain('<a href="/tx?hash=_&prove=_">')
    }
  })
})

describe('blocks', () => {
  it('are found by height and by hash, with their headers, commits and results', async () => {
    const tx = rpc.wallet.run([rpc.wallet.sendMessage(B, 5n)])
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
    const found = (await rpc.uri('/block?height=2')) as { block_id: { hash: string } }
    expect(found).toEqual({ block_id: BLOCK_ID, block })
    expect(await rpc.uri('/block')).toEqual(found)
    expect(await rpc.uri(`/block_by_hash?hash=0x${found.block_id.hash}`)).toEqual(found)
    const hash = base64.encode(hex.decode(found.block_id.hash.toLowerCase()))
    expect(await rpc.result('block_by_hash', { hash })).toEqual(found)
    expect(await rpc.uri('/block_by_hash?hash=0x00')).toEqual({
      block_id: { hash: '', parts: { total: 0, hash: '' } },
      block: null,
    })
    expect(await rpc.uri('/header?height=2')).toEqual({ header })
    expect(await rpc.result('header_by_hash', { hash: found.block_id.hash })).toEqual({ header })
    expect(await rpc.uri('/commit?height=1')).toMatchObject({
      signed_header: { header: { height: '1' }, commit: { height: '1', block_id: BLOCK_ID } },
      canonical: true,
    })
    expect(await rpc.uri('/block_results?height=2')).toMatchObject({
      height: '2',
      txs_results: [{ code: 0, gas_used: String(tx.gasUsed), info: '' }],
      finalize_block_events: expect.arrayContaining([expect.objectContaining({ type: 'mint' })]),
      validator_updates: null,
      app_hash: BASE64,
    })
    expect(await rpc.uri('/blockchain?minHeight=1&maxHeight=2')).toMatchObject({
      last_height: '2',
      block_metas: [
        { header: { height: '2' }, num_txs: '1', block_id: BLOCK_ID },
        { header: { height: '1' } },
      ],
    })
    expect(await rpc.uri('/block_search?query="block.height>=2"')).toEqual({
      blocks: [found],
      total_count: '1',
    })
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
    expect(await rpc.call(method, params)).toEqual(internal(data))
  })
})

describe('transactions', () => {
  it('are broadcast and found, with a proof', async () => {
    const bytes = rpc.wallet.sign([rpc.wallet.sendMessage(B, 5n)])
    const tx = base64.encode(bytes)
    const taken = { code: 0, data: '', log: '', codespace: '', hash: HASH }
    expect(await rpc.result('check_tx', { tx })).toMatchObject({
      code: 0,
      gas_wanted: '150000',
      gas_used: NUMBER,
    })
    const { hash } = (await rpc.result('broadcast_tx_sync', { tx })) as { hash: string }
    expect(await rpc.call('broadcast_tx_sync', { tx })).toEqual(internal('tx already exists in cache'))
    const waiting = { n_txs: '1', total: '1', total_bytes: String(bytes.length) }
    expect(await rpc.uri('/num_unconfirmed_txs')).toEqual({ ...waiting, txs: null })
    expect(await rpc.uri('/unconfirmed_txs?limit=5')).toEqual({ ...waiting, txs: [tx] })
    expect(await rpc.call('tx', { hash: base64.encode(hex.decode(hash.toLowerCase())) })).toEqual(
      internal(`tx (${hash}) not found`),
    )
    rpc.node.chain.produceBlock()
    const found = await rpc.uri(`/tx?hash=0x${hash.toLowerCase()}&prove=false`)
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
              { key: 'spender', value: rpc.wallet.address, index: true },
              { key: 'amount', value: '15000uscrt', index: true },
            ],
          },
        ]),
        codespace: '',
      },
      tx,
    })
    const { block } = (await rpc.uri('/block')) as { block: { header: { data_hash: string } } }
    expect(await rpc.uri(`/tx?hash=0x${hash}&prove=true`)).toMatchObject({
      proof: {
        root_hash: block.header.data_hash,
        data: tx,
        proof: { total: '1', index: '0', leaf_hash: BASE64, aunts: [] },
      },
    })
    expect(await rpc.uri(`/tx_search?query="tx.height=2"`)).toEqual({ txs: [found], total_count: '1' })
    expect(await rpc.result('broadcast_tx_async', { tx })).toEqual({ ...taken, hash })
    expect(await rpc.result('broadcast_tx_sync', { tx })).toMatchObject({ code: 32, codespace: 'sdk', hash })
  })

  it('are searched in pages and both orders', async () => {
    for (const amount of [1n, 2n, 3n]) rpc.wallet.run([rpc.wallet.sendMessage(B, amount)])
    const search = async (rest: string) => {
      const query = encodeURIComponent(`"transfer.recipient='${B}'"`)
      const found = (await rpc.uri(`/tx_search?query=${query}${rest}`)) as { txs: { height: string }[] }
      return found.txs.map(({ height }) => height)
    }
    expect(await search('')).toEqual(['2', '3', '4'])
    expect(await search('&per_page=2&page=2&order_by="asc"')).toEqual(['4'])
    expect(await search('&per_page=2&page=2&order_by="desc"')).toEqual(['2'])
    expect(await rpc.call('tx_search', { query: "transfer.recipient='x'", page: '2' })).toEqual(
      internal('page should be within [1, 1] range, given 2'),
    )
    expect(await rpc.call('tx_search', { query: 'hello' })).toEqual(internal('offset 5: EOF'))
    expect(await rpc.call('tx_search', { query: 'a'.repeat(513) })).toEqual(
      internal('maximum query length exceeded'),
    )
  })

  it('are answered with their block when that is waited for', async () => {
    const tx = base64.encode(rpc.wallet.sign([rpc.wallet.sendMessage(B, 5n)]))
    const answered = rpc.result('broadcast_tx_commit', { tx })
    while (rpc.node.chain.mempool.size === 0) await new Promise((resolve) => setImmediate(resolve))
    rpc.node.chain.produceBlock()
    expect(await answered).toMatchObject({
      check_tx: { code: 0 },
      tx_result: { code: 0, data: BASE64 },
      hash: HASH,
      height: '2',
    })
    expect(await rpc.result('broadcast_tx_commit', { tx })).toMatchObject({
      check_tx: { code: 32, codespace: 'sdk' },
      tx_result: { code: 0, data: null },
      height: '0',
    })
  })
})
