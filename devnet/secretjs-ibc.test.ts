import { request } from 'node:http'
import { bech32 } from '@scure/base'
import { MsgUpdateParams, type TxResponse, Wallet } from 'secretjs'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProbeInstance, upload } from './probe.fake'
import { type Devnet, startDevnet } from './start-devnet'
import { QUICK, Stranger } from './stranger.fake'
import { buildTestContracts } from './test-contracts/build-contracts.fake'

// A stranger's client sending coins to other chains.

const OSMO = bech32.encode('osmo', bech32.toWords(new Uint8Array(20)))
const OSMOSIS = { channel_id: 'channel-1', port_id: 'transfer' }
const TOKEN = { denom: 'uscrt', amount: '1000' }
/** It looks for the relayer's transaction that settles the packet. */
const RELAYED = { ...QUICK, ibcTxsOptions: { resolveResponsesCheckIntervalMs: 25 } }
const ALONE = { ...QUICK, ibcTxsOptions: { resolveResponses: false } }

let devnet: Devnet
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 30 })
})
afterAll(() => devnet.stop())

function transfer(me: Stranger, part: object = {}) {
  return {
    source_port: 'transfer',
    source_channel: 'channel-1',
    token: TOKEN,
    sender: me.address,
    receiver: OSMO,
    timeout_timestamp: String(Math.floor(Date.now() / 1_000) + 600),
    memo: ' ',
    ...part,
  }
}

/** Decides what the other end of a channel makes of packets. */
function setFate(channel: string, fate: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(`${devnet.controlUrl}/channel`, { method: 'POST' }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(expect(answer.statusCode).toBe(200)))
    })
    asked.on('error', reject)
    asked.end(JSON.stringify({ channel, fate }))
  })
}

/** What a transaction says under a key; the last time if it says it more than once. */
function logged(tx: TxResponse | undefined, type: string, key: string): string | undefined {
  return tx?.arrayLog?.findLast((entry) => entry.type === type && entry.key === key)?.value
}

describe.each([
  ['direct', Wallet, 'c'],
  ['amino', AminoWallet, 'd'],
] as const)('secretjs, %s signing', (kind, Kind, name) => {
  let me: Stranger
  beforeAll(() => {
    me = new Stranger(devnet, name, Kind)
  })

  it('sends coins to another chain, whose acknowledgement comes in a transaction of the relayer', async () => {
    const { ibc_channel: channel, ibc_transfer: transfers } = me.client.query
    const { escrow_address: address = '' } = await transfers.escrowAddress(OSMOSIS)
    const inEscrow = async () => (await me.client.query.bank.balance({ address, denom: 'uscrt' })).balance
    const before = await inEscrow()
    const { next_sequence_send: sequence } = await channel.nextSequenceSend(OSMOSIS)
    const tx = await me.client.tx.ibc.transfer(transfer(me), RELAYED)
    expect(tx).toMatchObject({ code: 0, rawLog: '' })
    expect(logged(tx, 'send_packet', 'packet_sequence')).toBe(sequence)
    expect(logged(tx, 'ibc_transfer', 'receiver')).toBe(OSMO)
    const [answered] = await Promise.all(tx.ibcResponses)
    expect(answered).toMatchObject({ type: 'ack', tx: { code: 0 } })
    expect(logged(answered?.tx, 'fungible_token_packet', 'acknowledgement')).toBe('result:"\\001" ')
    expect(answered?.tx.tx.body?.messages?.[0]).toMatchObject({
      '@type': '/ibc.core.channel.v1.MsgAcknowledgement',
    })
    expect((await channel.packetCommitments(OSMOSIS)).commitments).toEqual([])
    expect((await inEscrow())?.amount).toBe(String(BigInt(before?.amount ?? '0') + 1_000n))
  })

  it('gets its coins back when no such receiver is there', async () => {
    const before = await me.scrt()
    const tx = await me.client.tx.ibc.transfer(transfer(me, { source_channel: 'channel-0' }), RELAYED)
    expect(tx.code).toBe(0)
    const [answered] = await Promise.all(tx.ibcResponses)
    expect(answered?.type).toBe('ack')
    expect(logged(answered?.tx, 'fungible_token_packet', 'error')).toContain('ABCI code: 1')
    expect(await me.scrt()).toBe(before - 15_000n)
  })

  it('is refused for a channel that is not there', async () => {
    const tx = await me.client.tx.ibc.transfer(transfer(me, { source_channel: 'channel-999' }), ALONE)
    expect(tx.rawLog).toContain('port ID (transfer) channel ID (channel-999): channel not found')
  })

  it(`${kind === 'direct' ? 'may' : 'may not'} leave the memo empty`, async () => {
    const sent = me.client.tx.ibc.transfer(transfer(me, { memo: '' }), ALONE)
    // The empty memo is left out of what the node verifies, and not of what secretjs signs (Protocol 3.4).
    if (kind === 'amino') await expect(sent).rejects.toThrow('signature verification failed')
    else expect(await sent).toMatchObject({ code: 0 })
  })

  it('stops IBC and starts it again as the pauser', async () => {
    const pauser = new Stranger(devnet, 'a', Kind)
    const toggle = (who: Stranger) =>
      who.client.tx.emergency_button.toggleIbcSwitch({ sender: who.address }, QUICK)
    expect((await toggle(me)).rawLog).toContain('this address is not allowed to toggle emergency button')
    const read = async () => (await me.client.query.emergency_button.params({})).params
    expect(await toggle(pauser)).toMatchObject({ code: 0 })
    expect(await read()).toEqual({ switch_status: 'off', pauser_address: pauser.address })
    const { rawLog } = await me.client.tx.ibc.transfer(transfer(me), ALONE)
    expect(rawLog).toContain('Ibc packets are currently paused in the network: ibc processing failed')
    expect(await toggle(pauser)).toMatchObject({ code: 0 })
    expect(await read()).toMatchObject({ switch_status: 'on' })
  })
})

describe.each([
  ['direct', Wallet],
  ['amino', AminoWallet],
] as const)('secretjs, %s signing, on the emergency button', (_, Kind) => {
  it('is told that only governance says who the pauser is', async () => {
    const me = new Stranger(devnet, 'b', Kind)
    const params = { switch_status: 'on', pauser_address: me.address }
    const tx = await me.client.tx.broadcast([new MsgUpdateParams({ authority: me.address, params })], QUICK)
    expect(tx).toMatchObject({ code: 13, rawLog: expect.stringContaining('invalid authority; expected') })
  })
})

describe('secretjs sending to a chain that does not hear', () => {
  it('learns that the packet timed out, and has its coins back', async () => {
    const me = new Stranger(devnet, 'b')
    const before = await me.scrt()
    await setFate('channel-8', 'drop')
    const tx = await me.client.tx.ibc.transfer(transfer(me, { source_channel: 'channel-8' }), RELAYED)
    expect(tx.code).toBe(0)
    devnet.jump({ seconds: 3_600 })
    const [answered] = await Promise.all(tx.ibcResponses)
    expect(answered).toMatchObject({ type: 'timeout', tx: { code: 0 } })
    expect(logged(answered?.tx, 'timeout', 'refund_receiver')).toBe(me.address)
    expect(await me.scrt()).toBe(before - 15_000n)
  })
})

describe('a contract that sends coins to another chain', () => {
  let me: Stranger
  let probe: ProbeInstance
  beforeAll(async () => {
    me = new Stranger(devnet, 'a')
    const code = await upload(me, buildTestContracts()['probe-v1'])
    probe = await ProbeInstance.create(me, code, 'ibc probe')
    await probe.execute({ deposit: {} }, '5000')
  })

  const send = async (memo: string) => {
    const timeout = `${Math.floor(Date.now() / 1_000) + 86_400}000000000`
    const ibc = { channel: 'channel-1', to: OSMO, amount: '100', timeout, memo }
    const { address: contract_address, codeHash: code_hash } = probe
    const message = { sender: me.address, contract_address, code_hash, msg: { ibc } }
    const tx = await me.client.tx.compute.executeContract(message, { ...RELAYED, gasLimit: 600_000 })
    expect(tx.rawLog).toBe('')
    const [answered] = await Promise.all(tx.ibcResponses)
    return { sequence: Number(logged(tx, 'send_packet', 'packet_sequence')), answered }
  }
  const heard = async () => {
    const { value } = await probe.query<{ value: string | null }>({ get: { key: 'sudo' } })
    return value === null ? null : JSON.parse(value)
  }

  it('hears nothing unless the memo asks for it', async () => {
    expect((await send('')).answered?.type).toBe('ack')
    expect(await heard()).toBeNull()
  })

  it('hears what the other chain answered', async () => {
    const { sequence, answered } = await send(JSON.stringify({ ibc_callback: probe.address }))
    expect(logged(answered?.tx, 'wasm', 'heard')).toBe('sudo')
    const ack = `"${btoa('{"result":"AQ=="}')}"`
    expect(await heard()).toEqual({
      ibc_lifecycle_complete: { ibc_ack: { channel: 'channel-1', sequence, ack, success: true } },
    })
  })
})

describe('secretjs asking about IBC', () => {
  let me: Stranger
  beforeAll(() => {
    me = new Stranger(devnet, 'a')
  })

  it('learns of channels, connections and clients', async () => {
    const { ibc_channel: channel, ibc_connection: connection, ibc_client: client } = me.client.query
    const { channels } = await channel.channels({ pagination: { limit: '100' } })
    expect(channels?.length).toBeGreaterThan(30)
    expect(await channel.channel(OSMOSIS)).toMatchObject({
      channel: { state: 'STATE_OPEN', counterparty: { port_id: 'transfer', channel_id: 'channel-88' } },
    })
    const { identified_client_state: state } = await channel.channelClientState(OSMOSIS)
    expect(state).toMatchObject({ client_id: '07-tendermint-1', client_state: { chain_id: 'osmosis-1' } })
    expect(await client.clientStatus({ client_id: '07-tendermint-1' })).toEqual({ status: 'Active' })
    expect((await client.clientStates({})).client_states?.length).toBeGreaterThan(20)
    expect(await client.clientState({ client_id: '07-tendermint-1' })).toMatchObject({ proof: null })
    expect(await client.clientParams({})).toEqual({ params: { allowed_clients: ['*'] } })
    expect((await connection.connections({})).connections?.length).toBeGreaterThan(20)
    expect(await connection.connection({ connection_id: 'connection-1' })).toMatchObject({
      connection: { client_id: '07-tendermint-1' },
    })
    expect(await connection.clientConnections({ client_id: '07-tendermint-1' })).toMatchObject({
      connection_paths: ['connection-1'],
    })
    expect(await connection.connectionClientState({ connection_id: 'connection-1' })).toMatchObject({
      identified_client_state: { client_id: '07-tendermint-1' },
    })
    expect((await channel.connectionChannels({ connection: 'connection-1' })).channels).toHaveLength(2)
    expect(await channel.channelParams({})).toMatchObject({ params: { upgrade_timeout: {} } })
  })

  it('learns of packets', async () => {
    const { ibc_channel: channel } = me.client.query
    expect(await channel.nextSequenceSend(OSMOSIS)).toMatchObject({ next_sequence_send: expect.any(String) })
    expect(await channel.nextSequenceReceive(OSMOSIS)).toMatchObject({ next_sequence_receive: '1' })
    expect(await channel.packetReceipt({ ...OSMOSIS, sequence: '1' })).toMatchObject({ received: false })
    expect(await channel.packetAcknowledgements(OSMOSIS)).toMatchObject({ acknowledgements: [] })
    await expect(channel.packetAcknowledgement({ ...OSMOSIS, sequence: '1' })).rejects.toMatchObject({
      code: 5,
    })
    await expect(channel.packetCommitment({ ...OSMOSIS, sequence: '1' })).rejects.toMatchObject({ code: 5 })
    expect(
      await channel.unreceivedPackets({ ...OSMOSIS, packet_commitment_sequences: ['1', '2'] }),
    ).toMatchObject({ sequences: ['1', '2'] })
    expect(await channel.unreceivedAcks({ ...OSMOSIS, packet_ack_sequences: ['1'] })).toMatchObject({
      sequences: [],
    })
  })

  it('learns of transfers, except where it asks for a denom called undefined', async () => {
    const { ibc_transfer: transfers } = me.client.query
    expect(await transfers.params({})).toEqual({ params: { send_enabled: true, receive_enabled: true } })
    expect(await transfers.denomTraces({})).toMatchObject({ denom_traces: [] })
    await expect(transfers.denomTrace({ hash: 'AB'.repeat(32) })).rejects.toMatchObject({
      message: expect.stringContaining('invalid denom trace hash: undefined'),
    })
    await expect(transfers.denomHash({ trace: 'transfer/channel-0/uatom' })).rejects.toMatchObject({
      message: 'undefined: denomination trace not found',
    })
    const { amount } = await transfers.totalEscrowForDenom({ denom: 'uscrt' })
    expect(amount).toEqual({ denom: 'undefined', amount: '0' })
  })
})
