import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FEE_COLLECTOR } from '../modules/module-address'
import { type Devnet, startDevnet } from '../start-devnet'

let devnet: Devnet
const A = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
const NOBODY = 'secret1rq5a0xrzfhz39ndhdqyqn6tukd9qwtarpvcj6v'

beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 30, seed: new Uint8Array(32).fill(0x11) })
})
afterAll(() => devnet.stop())

async function get(path: string, init?: RequestInit): Promise<{ status: number; body: unknown }> {
  const response = await fetch(devnet.lcdUrl + path, init)
  return { status: response.status, body: await response.json() }
}

async function answer(path: string): Promise<unknown> {
  const { status, body } = await get(path)
  expect(status).toBe(200)
  return body
}

describe('keys', () => {
  it('are the ones of the seed', async () => {
    const io = 'F6VzVWDvNKbp0TaN3dx+4pf+B8x+y1dcvilAjWMh1As='
    expect(await answer('/registration/v1beta1/tx-key')).toEqual({ key: io })
    const { key } = (await answer('/registration/v1beta1/registration-key')) as { key: string }
    expect(JSON.parse(atob(key))).toEqual({
      reg_info: null,
      node_exch_key: { bytes: 'dtvpJ0Xb8yblQj1nd8J25aT87ap5vUhe89Soc9JwKVQ=' },
      io_exch_key: { bytes: io },
    })
  })
})

describe('accounts and bank', () => {
  it('answer in the chain’s shapes', async () => {
    const base = { address: A, pub_key: null, account_number: '0', sequence: '0' }
    expect(await answer(`/cosmos/auth/v1beta1/accounts/${A}`)).toEqual({
      account: { '@type': '/cosmos.auth.v1beta1.BaseAccount', ...base },
    })
    expect(await answer(`/cosmos/auth/v1beta1/account_info/${A}`)).toEqual({ info: base })
    const held = { denom: 'uscrt', amount: '1000000000000000000' }
    expect(await answer(`/cosmos/bank/v1beta1/balances/${A}`)).toEqual({
      balances: [held],
      pagination: { next_key: null, total: '1' },
    })
    expect(await answer(`/cosmos/bank/v1beta1/balances/${A}/by_denom?denom=uscrt`)).toEqual({ balance: held })
    expect(await answer(`/cosmos/bank/v1beta1/spendable_balances/${A}/by_denom?denom=ibc%2FAB`)).toEqual({
      balance: { denom: 'ibc/AB', amount: '0' },
    })
    expect(await answer('/cosmos/bank/v1beta1/supply/by_denom?denom=uscrt')).toEqual({
      amount: { denom: 'uscrt', amount: expect.stringMatching(/^50000\d{14}$/) },
    })
  })

  it('know a module’s account', async () => {
    const collector = FEE_COLLECTOR
    expect(await answer(`/cosmos/auth/v1beta1/accounts/${collector}`)).toMatchObject({
      account: { '@type': '/cosmos.auth.v1beta1.ModuleAccount', name: 'fee_collector' },
    })
  })

  it.each([
    [`/cosmos/auth/v1beta1/accounts/${NOBODY}`, 404, 5, `account ${NOBODY} not found`],
    ['/cosmos/auth/v1beta1/accounts/secret1abc', 400, 3, 'decoding bech32 failed'],
    [`/cosmos/bank/v1beta1/balances/${A.toUpperCase()}`, 400, 3, 'invalid address'],
    [`/cosmos/bank/v1beta1/balances/${A}/by_denom?denom=!`, 400, 3, 'invalid denom'],
    [`/cosmos/bank/v1beta1/balances/${A}?pagination.limit=x`, 400, 3, 'pagination.limit'],
    [`/compute/v1beta1/code_hash/by_contract_address/${A}`, 404, 5, 'contract: not found'],
    ['/compute/v1beta1/code_hash/by_code_id/99', 404, 5, 'code: not found'],
    ['/compute/v1beta1/code_hash/by_code_id/x', 400, 3, 'invalid syntax'],
    [`/compute/v1beta1/query/${A}?query=AAAA`, 404, 5, 'contract: not found'],
    ['/compute/v1beta1/contract_address/none', 404, 5, 'none: unknown address'],
    [`/cosmos/tx/v1beta1/txs/${'AB'.repeat(32)}`, 404, 5, `tx not found: ${'AB'.repeat(32)}`],
    ['/cosmos/tx/v1beta1/txs', 400, 3, 'query cannot be empty'],
    ['/cosmos/tx/v1beta1/txs?query=hello', 500, 13, 'offset 5: EOF'],
    ['/cosmos/tx/v1beta1/txs?query=a=1&page=2', 500, 13, 'page should be within [1, 1] range, given 2'],
    ['/cosmos/tx/v1beta1/txs/xyz', 500, 2, "encoding/hex: invalid byte: U+0078 'x'"],
    [
      '/cosmos/tx/v1beta1/txs/block/999999',
      500,
      2,
      'requested height 999999 but height must not be less than 1',
    ],
    ['/cosmos/base/tendermint/v1beta1/blocks/999999', 400, 3, 'bigger then the chain length'],
    ['/cosmos/nonsense', 501, 12, 'Not Implemented'],
    ['/compute/v1beta1/%zz', 400, 3, ''],
  ])('refuse %s as gRPC does', async (path, status, code, message) => {
    const found = await get(path)
    expect(found).toEqual({ status, body: { code, message: expect.stringContaining(message), details: [] } })
  })
})

describe('compute', () => {
  it('tells about its contracts', async () => {
    const { address, codeHash } = devnet.contracts.sscrt
    const hash = { code_hash: codeHash }
    expect(await answer(`/compute/v1beta1/code_hash/by_contract_address/${address}`)).toEqual(hash)
    expect(await answer('/compute/v1beta1/code_hash/by_code_id/1')).toEqual(hash)
    const info = {
      contract_address: address,
      contract_info: {
        code_id: '1',
        creator: A,
        label: 'sSCRT',
        created: { block_height: '1', tx_index: '0' },
        ibc_port_id: '',
        admin: '',
        admin_proof: null,
        require_governance: false,
      },
    }
    expect(await answer(`/compute/v1beta1/info/${address}`)).toEqual(info)
    expect(await answer('/compute/v1beta1/contracts/1')).toEqual({ contract_infos: [info] })
    expect(await answer(`/compute/v1beta1/label/${address}`)).toEqual({ label: 'sSCRT' })
    expect(await answer('/compute/v1beta1/contract_address/sSCRT')).toEqual({ contract_address: address })
    const { wasm } = (await answer('/compute/v1beta1/code/1')) as { wasm: string }
    const digest = await crypto.subtle.digest('SHA-256', Buffer.from(wasm, 'base64'))
    expect(Buffer.from(digest).toString('hex')).toBe(codeHash)
  })

  it('refuses a query that is not sealed to it', async () => {
    const { address } = devnet.contracts.sscrt
    const query = encodeURIComponent(btoa('{"token_info":{}}'))
    expect(await get(`/compute/v1beta1/query/${address}?query=${query}`)).toEqual({
      status: 500,
      body: {
        code: 2,
        message: 'Execution error: Enclave: failed to decrypt data: query contract failed',
        details: [],
      },
    })
  })
})

describe('node', () => {
  it('says which chain it is and goes on making blocks', async () => {
    expect(await answer('/cosmos/base/tendermint/v1beta1/node_info')).toMatchObject({
      default_node_info: { network: 'secretdev-1' },
    })
    const height = async () => {
      const latest = (await answer('/cosmos/base/tendermint/v1beta1/blocks/latest')) as {
        block: { header: { height: string; chain_id: string; time: string } }
      }
      expect(latest.block.header.chain_id).toBe('secretdev-1')
      expect(Date.parse(latest.block.header.time)).toBeGreaterThan(Date.now() - 60_000)
      return Number(latest.block.header.height)
    }
    const before = await height()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await height()).toBeGreaterThan(before)
    expect(await answer('/cosmos/base/tendermint/v1beta1/blocks/2')).toMatchObject({
      block: { header: { height: '2' }, data: { txs: [] } },
    })
    expect(await answer('/cosmos/base/tendermint/v1beta1/syncing')).toEqual({ syncing: false })
    expect(await answer('/cosmos/base/node/v1beta1/config')).toMatchObject({
      minimum_gas_price: '0.0125uscrt',
    })
    expect(await answer('/cosmos/base/node/v1beta1/status')).toHaveProperty('timestamp')
  })

  it('is open to pages of any origin', async () => {
    const headers = { origin: 'https://dapp.example', 'access-control-request-method': 'POST' }
    const asked = await fetch(`${devnet.lcdUrl}/cosmos/tx/v1beta1/txs`, { method: 'OPTIONS', headers })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe('*')
    const answered = await fetch(`${devnet.lcdUrl}/cosmos/nonsense`, { headers })
    expect(answered.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('answers from the state of an earlier block, and from none that is still to come', async () => {
    const at = (height: string) =>
      get(`/cosmos/bank/v1beta1/balances/${A}`, { headers: { 'x-cosmos-block-height': height } })
    expect(await at('1')).toMatchObject({ status: 200 })
    expect(await at('999999')).toMatchObject({ status: 400 })
    expect(await at('one')).toMatchObject({ status: 400 })
  })
})

describe('tx search', () => {
  async function search(query: string): Promise<{ txs: unknown[]; hashes: string[]; total: string }> {
    const { txs, tx_responses, total, pagination } = (await answer(`/cosmos/tx/v1beta1/txs?${query}`)) as {
      txs: unknown[]
      tx_responses: { txhash: string }[]
      pagination: null
      total: string
    }
    expect(pagination).toBeNull()
    return { txs, hashes: tx_responses.map(({ txhash }) => txhash), total }
  }

  it('finds by every key that clients use, in both spellings, in pages and both orders', async () => {
    const status = (await (await fetch(`${devnet.faucetUrl}/status`)).json()) as { faucet_address: string }
    const faucet = status.faucet_address
    const hashes: string[] = []
    for (let at = 0; at < 3; at++) {
      const asked = await fetch(`${devnet.faucetUrl}/faucet?address=${NOBODY}`)
      hashes.push(((await asked.json()) as { txhash: string }).txhash)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
    const found = (await answer(`/cosmos/tx/v1beta1/txs/${hashes[0]?.toLowerCase()}`)) as {
      tx: { signatures: string[] }
      tx_response: { height: string }
    }
    const { height } = found.tx_response
    const [signature = ''] = found.tx.signatures
    for (const query of [
      `query=${encodeURIComponent(`tx.signature='${signature}'`)}`,
      `query=${encodeURIComponent(`tx.acc_seq='${faucet}/0'`)}`,
      `query=tx.hash='${hashes[0]}'`,
      `events=tx.height=${height}&events=tx.acc_seq='${faucet}/0'`,
    ]) {
      expect((await search(query)).hashes).toEqual([hashes[0]])
    }
    const all = `events=transfer.sender='${faucet}'&events=transfer.recipient='${NOBODY}'`
    expect(await search(all)).toMatchObject({ hashes, total: '3' })
    expect((await search(`${all}&order_by=ORDER_BY_DESC&limit=2`)).hashes).toEqual([hashes[2], hashes[1]])
    expect((await search(`${all}&order_by=ORDER_BY_DESC&limit=2&page=2`)).hashes).toEqual([hashes[0]])
    expect((await search(`${all}&pagination.limit=2&pagination.offset=2`)).hashes).toEqual([hashes[2]])
    expect(await search("query=message.sender='nobody'")).toEqual({ txs: [], hashes: [], total: '0' })
    // Conditions on two events never hold in one, so CometBFT finds nothing.
    expect(
      await search(`events=message.sender='${faucet}'&events=transfer.recipient='${NOBODY}'`),
    ).toMatchObject({
      total: '0',
    })
  })
})

describe('broadcast', () => {
  const post = (body: string) => get('/cosmos/tx/v1beta1/txs', { method: 'POST', body })

  it.each([
    ['', 400, 3],
    ['[]', 400, 3],
    ['{"tx_bytes":"","mode":"BROADCAST_MODE_SYNC"}', 400, 3],
    ['{"tx_bytes":"*","mode":"BROADCAST_MODE_SYNC"}', 400, 3],
    ['{"tx_bytes":"AAAA","mode":"BROADCAST_MODE_BLOCK"}', 500, 2],
  ])('refuses the body %s', async (body, status, code) => {
    expect(await post(body)).toMatchObject({ status, body: { code, details: [] } })
  })

  it('answers a broken transaction with the chain’s code', async () => {
    const { body, status } = await post('{"txBytes":"AAAA","mode":"BROADCAST_MODE_SYNC"}')
    expect(status).toBe(200)
    expect(body).toMatchObject({ tx_response: { code: 2, codespace: 'sdk', height: '0' } })
  })

  it('survives anything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string(), async (bytes, text) => {
        const tx = Buffer.from(bytes).toString('base64')
        const taken = await post(JSON.stringify({ tx_bytes: tx, mode: 'BROADCAST_MODE_SYNC' }))
        if (bytes.length > 0) expect(taken.body).toMatchObject({ tx_response: { codespace: 'sdk' } })
        expect((await post(text)).status).toBe(400)
        const query = encodeURIComponent(text)
        const { address } = devnet.contracts.sscrt
        for (const path of [`/compute/v1beta1/query/${address}?query=${query}`, `/${query}`]) {
          expect((await get(path)).body).toMatchObject({ code: expect.any(Number), details: [] })
        }
      }),
      { numRuns: 60 },
    )
  })
})
