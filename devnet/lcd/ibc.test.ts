import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anyMessage } from '../codec/any-message'
import { MsgTransferSchema } from '../codec/gen/ibc_pb'
import { NodeView } from '../faults/node-view'
import { coinToProto } from '../modules/coins'
import { setChannelFate } from '../modules/ibc/channel-fate'
import { receive } from '../modules/ibc/ibc.fake'
import { startTestChain, TestWallet } from '../wallet.fake'
import { createLcdServer } from './lcd-server'

const chain = startTestChain()
const wallet = new TestWallet(chain)
const server = createLcdServer(new NodeView(chain))

const COSMOS = 'cosmos1fl48vsnmsdzcv85q5d2q4z5ajdha8yu34mf0eh'
const HASH = '27394FB092D2ECCD56123C74F36E4C1F926001CEADA9CA97EA622B25F41E5EB2'
const TRACE = { path: 'transfer/channel-0', base_denom: 'uatom' }
const CHANNEL = '/ibc/core/channel/v1/channels/channel-0/ports/transfer'

beforeAll(() => {
  setChannelFate(chain.store, 'channel-0', 'drop')
  receive(
    { ...chain.queryContext(), store: chain.store },
    { channel: 'channel-0', denom: 'uatom', amount: 7n, sender: COSMOS, receiver: wallet.address, memo: '' },
  )
  wallet.run([
    anyMessage(MsgTransferSchema, {
      sourcePort: 'transfer',
      sourceChannel: 'channel-0',
      token: coinToProto({ denom: 'uscrt', amount: 500n }),
      sender: wallet.address,
      receiver: COSMOS,
      timeoutHeight: { revisionNumber: 4n, revisionHeight: 1_000n },
    }),
  ])
})
afterAll(() => server.close())

async function get(path: string): Promise<{ status: number; body: unknown }> {
  const { statusCode, body } = await server.inject(path)
  return { status: statusCode, body: JSON.parse(body) }
}

async function answer(path: string): Promise<unknown> {
  const { status, body } = await get(path)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

const height = { revision_number: '1', revision_height: '2' }
const proven = { proof: null, proof_height: height }

describe('transfers', () => {
  it('know where vouchers come from', async () => {
    expect(await answer('/ibc/apps/transfer/v1/denom_traces')).toEqual({
      denom_traces: [TRACE],
      pagination: { next_key: null, total: '1' },
    })
    for (const hash of [HASH, HASH.toLowerCase(), `ibc/${HASH}`]) {
      expect(await answer(`/ibc/apps/transfer/v1/denom_traces/${hash}`)).toEqual({ denom_trace: TRACE })
    }
    expect(await answer('/ibc/apps/transfer/v1/denom_hashes/transfer/channel-0/uatom')).toEqual({
      hash: HASH,
    })
    expect(await answer('/ibc/apps/transfer/v1/denom_hashes/transfer%2Fchannel-0%2Fuatom')).toEqual({
      hash: HASH,
    })
    const denom = `ibc/${HASH}`
    expect(await answer(`/cosmos/bank/v1beta1/denoms_metadata_by_query_string?denom=${denom}`)).toMatchObject(
      {
        metadata: { base: denom, display: 'transfer/channel-0/uatom', symbol: 'UATOM' },
      },
    )
  })

  it('know what lies in escrow', async () => {
    const { escrow_address: escrow } = (await answer(
      '/ibc/apps/transfer/v1/channels/channel-0/ports/transfer/escrow_address',
    )) as { escrow_address: string }
    expect(escrow).toBe('secret1a53udazy8ayufvy0s434pfwjcedzqv345fkvkj')
    expect(await answer(`/cosmos/bank/v1beta1/balances/${escrow}/by_denom?denom=uscrt`)).toEqual({
      balance: { denom: 'uscrt', amount: '500' },
    })
    const amount = (denom: string, found: string) => ({ amount: { denom, amount: found } })
    expect(await answer('/ibc/apps/transfer/v1/denoms/uscrt/total_escrow')).toEqual(amount('uscrt', '500'))
    const voucher = `ibc/${HASH}`
    for (const path of [voucher, encodeURIComponent(voucher)]) {
      expect(await answer(`/ibc/apps/transfer/v1/denoms/${path}/total_escrow`)).toEqual(amount(voucher, '0'))
    }
    expect(await answer('/ibc/apps/transfer/v1/params')).toEqual({
      params: { send_enabled: true, receive_enabled: true },
    })
  })

  it.each([
    [`denom_traces/${HASH.replace('2', '3')}`, 404, 'denomination trace not found'],
    ['denom_traces/xyz', 400, "invalid denom trace hash: xyz, error: encoding/hex: invalid byte: U+0078 'x'"],
    ['denom_hashes/transfer/channel-1/uosmo', 404, 'transfer/channel-1/uosmo: denomination trace not found'],
    ['denom_hashes/', 400, 'base denomination cannot be blank'],
    ['denoms/uscrt', 400, 'invalid denom'],
  ])('refuse %s', async (path, status, message) => {
    const found = await get(`/ibc/apps/transfer/v1/${path}`)
    expect(found).toMatchObject({ status, body: { message: expect.stringContaining(message) } })
  })
})

describe('channels', () => {
  const hub = {
    state: 'STATE_OPEN',
    ordering: 'ORDER_UNORDERED',
    counterparty: { port_id: 'transfer', channel_id: 'channel-235' },
    connection_hops: ['connection-0'],
    version: 'ics20-1',
    upgrade_sequence: '0',
  }

  it('are listed with both of their ends', async () => {
    const { channels } = (await answer('/ibc/core/channel/v1/channels?pagination.limit=1000')) as {
      channels: { port_id: string }[]
    }
    expect(channels[0]).toEqual({ ...hub, port_id: 'transfer', channel_id: 'channel-0' })
    expect(channels.filter(({ port_id: port }) => port.startsWith('wasm.secret1'))).toHaveLength(10)
    expect(await answer(CHANNEL)).toEqual({ channel: hub, ...proven })
    expect(await answer('/ibc/core/channel/v1/connections/connection-0/channels')).toMatchObject({
      channels: [{ channel_id: 'channel-0' }, { channel_id: 'channel-187' }],
      height,
    })
    expect(await get(CHANNEL.replace('channel-0', 'channel-9'))).toMatchObject({
      status: 404,
      body: { message: 'port-id: transfer, channel-id channel-9: channel not found' },
    })
  })

  it('are watched by clients of the other chain', async () => {
    const state = {
      '@type': '/ibc.lightclients.tendermint.v1.ClientState',
      chain_id: 'cosmoshub-4',
      latest_height: { revision_number: '4', revision_height: '2' },
    }
    const identified = { client_id: '07-tendermint-0', client_state: state }
    expect(await answer(`${CHANNEL}/client_state`)).toMatchObject({ identified_client_state: identified })
    expect(await answer('/ibc/core/client/v1/client_states/07-tendermint-0')).toMatchObject({
      client_state: state,
    })
    expect(await answer('/ibc/core/client/v1/client_states')).toMatchObject({
      client_states: expect.arrayContaining([expect.objectContaining({ client_id: '07-tendermint-0' })]),
    })
    expect(await answer('/ibc/core/client/v1/client_status/07-tendermint-0')).toEqual({ status: 'Active' })
    expect(await get('/ibc/core/client/v1/client_status/07-tendermint-999')).toMatchObject({ status: 404 })
    expect(await answer('/ibc/core/connection/v1/connections/connection-0')).toMatchObject({
      connection: { client_id: '07-tendermint-0', state: 'STATE_OPEN' },
      proof_height: height,
    })
    expect(await answer('/ibc/core/connection/v1/client_connections/07-tendermint-0')).toMatchObject({
      connection_paths: ['connection-0'],
    })
  })

  it('show the packets that are on their way', async () => {
    const { commitments } = (await answer(`${CHANNEL}/packet_commitments`)) as {
      commitments: { data: string }[]
    }
    expect(commitments).toEqual([
      {
        port_id: 'transfer',
        channel_id: 'channel-0',
        sequence: '1',
        data: expect.stringMatching(/^.{43}=$/),
      },
    ])
    expect(await answer(`${CHANNEL}/packet_commitments/1`)).toEqual({
      commitment: commitments[0]?.data,
      ...proven,
    })
    expect(await get(`${CHANNEL}/packet_commitments/2`)).toMatchObject({
      status: 404,
      body: { message: 'packet commitment hash not found' },
    })
    expect(await answer(`${CHANNEL}/packet_commitments/1,2/unreceived_acks`)).toEqual({
      sequences: ['1'],
      height,
    })
    expect(await answer(`${CHANNEL}/next_sequence_send`)).toEqual({ next_sequence_send: '2', ...proven })
  })

  it('show the packets that came in', async () => {
    expect(await answer(`${CHANNEL}/packet_receipts/1`)).toEqual({ received: true, ...proven })
    expect(await answer(`${CHANNEL}/packet_receipts/2`)).toEqual({ received: false, ...proven })
    // SHA-256 over {"result":"AQ=="}.
    const hash = 'CPdVftUYJv4Y2EUSvyTsdQAe268hI6R333KgqfNkCnw='
    expect(await answer(`${CHANNEL}/packet_acks/1`)).toEqual({ acknowledgement: hash, ...proven })
    expect(await get(`${CHANNEL}/packet_acks/2`)).toMatchObject({ status: 404 })
    expect(await answer(`${CHANNEL}/packet_acknowledgements`)).toMatchObject({
      acknowledgements: [{ sequence: '1', data: hash }],
    })
    expect(await answer(`${CHANNEL}/packet_commitments/1,2/unreceived_packets`)).toEqual({
      sequences: ['2'],
      height,
    })
    expect(await get(`${CHANNEL}/packet_receipts/0`)).toMatchObject({ status: 400 })
  })
})

describe('the emergency button', () => {
  it('says who may press it', async () => {
    expect(await answer('/emergencybutton/v1beta1/params')).toEqual({
      params: { switch_status: 'on', pauser_address: wallet.address },
    })
  })
})
