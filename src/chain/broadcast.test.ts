import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { broadcast } from './broadcast'
import { CHAINS, type Chain } from './chains'
import { createClient } from './client'
import { txHash } from './codec/tx-hash'
import { fakeClock, fakeNodes, json, NODE_INFO, nodeInfo, type Reply, refusal, silence } from './node.fake'
import { findTxBySignature, getTx, searchTxs } from './transactions'
import { waitForTx } from './wait-for-tx'

const chain = CHAINS.find(({ chainId }) => chainId === 'secretdev-1') as Chain
const A = 'https://a.example'
const B = 'https://b.example'
const PATH = '/cosmos/tx/v1beta1/txs'
const bytes = new Uint8Array([1, 2, 3])
const hash = txHash(bytes)
const signature = new Uint8Array(64).fill(7)
const record = {
  tx: {
    body: { messages: [], memo: '' },
    auth_info: { fee: { amount: [] } },
    signatures: [base64.encode(signature)],
  },
  tx_response: {
    txhash: hash,
    height: '5',
    code: 0,
    raw_log: '',
    data: '',
    events: [],
    timestamp: '2026-01-01T00:00:00Z',
  },
}

function client(replies: Record<string, Record<string, Reply>>) {
  const nodes = fakeNodes(replies)
  const made = createClient({
    chain,
    endpoints: Object.keys(replies),
    fetch: nodes.fetch,
    clock: fakeClock(),
  })
  return Object.assign(made, { asked: nodes.asked })
}

const answer = (response: object) => ({ [PATH]: { tx_response: { txhash: hash, code: 0, ...response } } })

describe('sending', () => {
  it('posts the bytes in sync mode', async () => {
    const made = client({ [A]: answer({}) })
    expect(await broadcast(made, bytes)).toEqual({ kind: 'accepted', hash })
    const post = made.asked.find(({ init }) => init.method === 'POST')
    expect(JSON.parse(String(post?.init.body))).toEqual({ tx_bytes: 'AQID', mode: 'BROADCAST_MODE_SYNC' })
  })

  it('takes "already in the mempool" for success', async () => {
    expect(await broadcast(client({ [A]: answer({ code: 19, codespace: 'sdk' }) }), bytes)).toMatchObject({
      kind: 'accepted',
    })
  })

  it('says in words why the network refused', async () => {
    const pending = broadcast(
      client({ [A]: answer({ code: 5, codespace: 'sdk', raw_log: 'insufficient funds' }) }),
      bytes,
    )
    await expect(pending).rejects.toMatchObject({
      code: 'chain/tx-rejected',
      message: 'The account does not hold enough to pay for this.',
      refusal: { code: 5, codespace: 'sdk', message: 'insufficient funds' },
    })
  })

  it.each<[string, Reply]>([
    ['silence', silence],
    ['another hash', { tx_response: { txhash: 'AB'.repeat(32), code: 0 } }],
    ['nonsense', { tx_response: 1 }],
    ['an error page', () => new Response('502', { status: 502 })],
  ])('N74, N77: is unclear after %s, never "not sent"', async (_, reply) => {
    expect(await broadcast(client({ [A]: { [PATH]: reply } }), bytes)).toMatchObject({
      kind: 'unclear',
      hash,
    })
  })

  it('turns to the next node, and reads a used-up sequence there as unclear', async () => {
    const silent = { [PATH]: silence }
    expect(await broadcast(client({ [A]: silent, [B]: answer({}) }), bytes)).toMatchObject({
      kind: 'accepted',
    })
    const late = answer({ code: 32, codespace: 'sdk' })
    expect(await broadcast(client({ [A]: silent, [B]: late }), bytes)).toMatchObject({ kind: 'unclear' })
    await expect(broadcast(client({ [A]: late }), bytes)).rejects.toMatchObject({ code: 'chain/tx-rejected' })
  })

  it('is not sent by way of another network', async () => {
    const pending = broadcast(client({ [A]: { ...answer({}), [NODE_INFO]: nodeInfo('secret-4') } }), bytes)
    await expect(pending).rejects.toMatchObject({ code: 'chain/wrong-chain' })
  })

  it('is refused when the node could not read it', async () => {
    const made = client({ [A]: { [PATH]: () => refusal(3, 'tx parse error', 400) } })
    await expect(broadcast(made, bytes)).rejects.toMatchObject({ code: 'chain/tx-rejected' })
  })
})

describe('looking for a transaction', () => {
  const place = `${PATH}/${hash}`
  const missing = () => refusal(5, `tx not found: ${hash}`, 404)

  it('N75: finds it, or nothing, or refuses another one', async () => {
    expect(await getTx(client({ [A]: { [place]: record } }), hash)).toMatchObject({ hash, height: 5n })
    expect(await getTx(client({ [A]: { [place]: missing } }), hash)).toBeUndefined()
    const other = { ...record, tx_response: { ...record.tx_response, txhash: 'CD'.repeat(32) } }
    await expect(getTx(client({ [A]: { [place]: other } }), hash)).rejects.toMatchObject({
      code: 'chain/bad-answer',
    })
  })

  it('waits until the chain has it, through failures of the node', async () => {
    const replies = [
      missing,
      missing,
      () => new Response('502', { status: 502 }),
      missing,
      () => json(record),
    ]
    const made = client({ [A]: { [place]: () => (replies.shift() ?? missing)() } })
    expect(await waitForTx(made, hash, { signature })).toMatchObject({ kind: 'found', tx: { hash } })
  })

  it('gives up after its time, and says so', async () => {
    const made = client({ [A]: { [place]: missing } })
    expect(await waitForTx(made, hash, { timeoutMs: 5000 })).toEqual({
      kind: 'not-found',
      lastError: undefined,
    })
    const away = client({ [A]: { [place]: silence } })
    const answered = await waitForTx(away, hash, { timeoutMs: 5000 })
    expect(answered).toMatchObject({ kind: 'not-found', lastError: { code: 'chain/timeout' } })
  })

  it('N75: does not take a transaction with another signature for ours', async () => {
    const pending = waitForTx(client({ [A]: { [place]: record } }), hash, { signature: new Uint8Array(64) })
    await expect(pending).rejects.toMatchObject({ code: 'chain/bad-answer' })
  })

  it('stops when told to', async () => {
    const controller = new AbortController()
    const pending = waitForTx(client({ [A]: { [place]: missing } }), hash, { signal: controller.signal })
    controller.abort(new Error('locked'))
    await expect(pending).rejects.toThrow('locked')
  })

  it('searches in the words of old and new nodes, and by our signature', async () => {
    const made = client({
      [A]: { [PATH]: { txs: [record.tx], tx_responses: [record.tx_response], total: '41' } },
    })
    const found = await searchTxs(made, "message.sender='x' AND message.module='compute'", {
      page: 3,
      limit: 10,
    })
    expect(found).toMatchObject({ total: 41n, txs: [{ hash }] })
    const parameters = made.asked.find(({ url }) => url.pathname === PATH)?.url.searchParams
    expect(parameters?.get('query')).toBe("message.sender='x' AND message.module='compute'")
    expect(parameters?.getAll('events')).toEqual(["message.sender='x'", "message.module='compute'"])
    expect([parameters?.get('page'), parameters?.get('limit')]).toEqual(['3', '10'])
    expect(await findTxBySignature(made, signature)).toMatchObject({ hash })
    expect(await findTxBySignature(made, new Uint8Array(64))).toBeUndefined()
  })
})
