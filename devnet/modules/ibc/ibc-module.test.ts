import type { MessageInitShape } from '@bufbuild/protobuf'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { DEV_ACCOUNTS } from '../../accounts'
import { type AnyMessage, anyMessage } from '../../codec/any-message'
import { MsgToggleIbcSwitchSchema } from '../../codec/gen/emergencybutton_pb'
import { MsgTransferSchema } from '../../codec/gen/ibc_pb'
import { AbciError } from '../../node/abci-error'
import type { BlockResult, Chain } from '../../node/chain'
import type { Context } from '../../node/context'
import type { ChainEvent } from '../../node/events'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { getOwners, getSupplyOf } from '../bank/balances'
import { getBalance, mintCoins } from '../bank/bank'
import { coinToProto } from '../coins'
import { FEE_COLLECTOR } from '../module-address'
import { findPending, listPending } from './packet-store'
import { type ContractHook, receivePacket } from './receive-packet'
import { setChannelFate } from './relay-queue'
import { escrowAddress, totalEscrow } from './transfer-store'

const COSMOS = 'cosmos1fl48vsnmsdzcv85q5d2q4z5ajdha8yu34mf0eh'
const UATOM = 'ibc/27394FB092D2ECCD56123C74F36E4C1F926001CEADA9CA97EA622B25F41E5EB2'
const HUB = { portId: 'transfer', channelId: 'channel-0' }
const ESCROW = escrowAddress('transfer', 'channel-0')

let chain: Chain
let wallet: TestWallet
let blocks: BlockResult[]
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
  blocks = []
  chain.onBlock((block) => blocks.push(block))
})

type TransferPart = Exclude<MessageInitShape<typeof MsgTransferSchema>, { readonly $typeName: string }>

function transfer(part: TransferPart = {}, amount = 500n, denom = 'uscrt'): AnyMessage {
  return anyMessage(MsgTransferSchema, {
    sourcePort: 'transfer',
    sourceChannel: 'channel-0',
    token: coinToProto({ denom, amount }),
    sender: wallet.address,
    receiver: COSMOS,
    timeoutTimestamp: BigInt(chain.blocks.latest.timeMs + 600_000) * 1_000_000n,
    ...part,
  })
}

/** Runs work on the state between two blocks, as a control of the network would. */
function between<T>(work: (context: Context) => T): T {
  return work({ ...chain.queryContext(), store: chain.store })
}

function incoming(part: Partial<Parameters<typeof receivePacket>[1]> = {}) {
  return {
    channel: 'channel-0',
    denom: 'uatom',
    amount: 70n,
    sender: COSMOS,
    receiver: wallet.address,
    memo: '',
    ...part,
  }
}

function produce(count: number): void {
  for (let made = 0; made < count; made++) chain.produceBlock()
}

function shape(events: readonly ChainEvent[]): string[] {
  return events.map(({ type, attributes }) => [type, ...attributes.map(({ key }) => key)].join(' '))
}

function uscrt(): bigint {
  return getBalance(chain.store, wallet.address, 'uscrt')
}

const ROUTE =
  'packet_timeout_height packet_timeout_timestamp packet_sequence packet_src_port packet_src_channel ' +
  'packet_dst_port packet_dst_channel'
const WAY = 'packet_channel_ordering packet_connection connection_id'

describe('a transfer', () => {
  it('locks coins of this chain, and is acknowledged after two blocks', () => {
    const before = uscrt()
    const tx = wallet.run([transfer({ memo: 'hi <there>' })])
    expect(tx.log).toBe('')
    expect(shape(tx.events)).toEqual(
      expect.arrayContaining([
        `send_packet packet_data packet_data_hex ${ROUTE} ${WAY} msg_index`,
        'message module msg_index',
        'ibc_transfer sender receiver amount denom memo msg_index',
      ]),
    )
    const data = findPending(chain.store, HUB, '1')?.data
    expect(data).toBe(
      `{"amount":"500","denom":"uscrt","memo":"hi \\u003cthere\\u003e","receiver":"${COSMOS}","sender":"${wallet.address}"}`,
    )
    expect(getBalance(chain.store, ESCROW, 'uscrt')).toBe(500n)
    expect(totalEscrow(chain.store, 'uscrt')).toBe(500n)
    produce(2)
    expect(listPending(chain.store, HUB)).toEqual([])
    const events = blocks.at(-1)?.events ?? []
    expect(shape(events)).toEqual([
      `acknowledge_packet ${ROUTE} ${WAY}`,
      'message module',
      'fungible_token_packet module sender receiver denom amount memo acknowledgement',
      'fungible_token_packet success',
    ])
    expect(events[2]?.attributes.at(-1)?.value).toBe('result:"\\001" ')
    expect(uscrt()).toBe(before - 500n - 15_000n)
  })

  it.each([
    [
      'its receiver is no address of that chain',
      { receiver: 'osmo1fl48vsnmsdzcv85q5d2q4z5ajdha8yu3aq6l09' },
      'acknowledge',
    ],
    ['its receiver is nobody', { receiver: 'nobody' }, 'acknowledge'],
    ['the other chain refuses everything', {}, 'error'],
  ] as const)('comes back when %s', (_, part, fate) => {
    setChannelFate(chain.store, 'channel-0', fate)
    const before = uscrt()
    expect(wallet.run([transfer(part)]).code).toBe(0)
    produce(2)
    expect(uscrt()).toBe(before - 15_000n)
    expect(totalEscrow(chain.store, 'uscrt')).toBe(0n)
    const events = blocks.at(-1)?.events ?? []
    expect(shape(events).slice(0, 3)).toEqual([
      `acknowledge_packet ${ROUTE} ${WAY}`,
      'message module',
      'coin_spent spender amount',
    ])
    expect(events.at(-1)?.attributes).toMatchObject([
      { key: 'error', value: 'ABCI code: 1: error handling packet: see events for details' },
    ])
  })

  it('goes through whoever the receiver is when the memo forwards it', () => {
    wallet.run([transfer({ receiver: 'pfm', memo: '{"forward":{}}' })])
    produce(2)
    expect(totalEscrow(chain.store, 'uscrt')).toBe(500n)
  })

  it('times out and comes back when nobody carries it', () => {
    setChannelFate(chain.store, 'channel-0', 'drop')
    const before = uscrt()
    const timeoutTimestamp = BigInt(chain.blocks.latest.timeMs + 5_000) * 1_000_000n
    wallet.run([transfer({ timeoutTimestamp })])
    produce(3)
    expect(listPending(chain.store, HUB)).toHaveLength(1)
    produce(1)
    expect(listPending(chain.store, HUB)).toEqual([])
    expect(uscrt()).toBe(before - 15_000n)
    const events = blocks.at(-1)?.events ?? []
    expect(shape(events)[0]).toBe(`timeout_packet ${ROUTE} connection_id packet_channel_ordering`)
    expect(shape(events).at(-1)).toBe('timeout module refund_receiver refund_denom refund_amount memo')
    produce(1)
    expect(blocks.at(-1)?.events).toEqual([])
  })

  it('waits for a relayer that comes back', () => {
    setChannelFate(chain.store, 'channel-0', 'drop')
    wallet.run([transfer()])
    produce(5)
    expect(listPending(chain.store, HUB)).toHaveLength(1)
    setChannelFate(chain.store, 'channel-0', 'acknowledge')
    produce(1)
    expect(listPending(chain.store, HUB)).toEqual([])
    expect(totalEscrow(chain.store, 'uscrt')).toBe(500n)
  })

  it.each([
    [
      'an unknown channel',
      { sourceChannel: 'channel-999' },
      'channel',
      3,
      'port ID (transfer) channel ID (channel-999): channel not found',
    ],
    [
      'a channel of a contract',
      { sourceChannel: 'channel-44', sourcePort: 'wasm.secret1tqmms5awftpuhalcv5h5mg76fa0tkdz4jv9ex4' },
      'channel',
      9,
      'module does not own channel capability: channel capability not found',
    ],
    [
      'no timeout',
      { timeoutTimestamp: 0n },
      'channel',
      13,
      'constructed packet failed basic validation: packet timeout height and packet timeout timestamp cannot both be 0: invalid packet',
    ],
    [
      'a timeout that has passed',
      { timeoutTimestamp: 5n },
      'channel',
      40,
      'invalid packet timeout: current timestamp: 1700000001000000000, timeout timestamp 5: timeout elapsed',
    ],
    [
      'a height that has passed',
      { timeoutHeight: { revisionNumber: 4n, revisionHeight: 2n } },
      'channel',
      40,
      'invalid packet timeout: current height: 4-2, timeout height 4-2: timeout elapsed',
    ],
    [
      'a voucher that never came',
      { token: coinToProto({ denom: UATOM, amount: 5n }) },
      'transfer',
      6,
      `${UATOM.slice(4)}: denomination trace not found`,
    ],
    [
      'coins it does not have',
      { token: coinToProto({ denom: 'uatom', amount: 5n }) },
      'sdk',
      5,
      'spendable balance 0uatom is smaller than 5uatom: insufficient funds',
    ],
  ] as const)('is refused with %s', (_, part, codespace, code, log) => {
    const tx = wallet.run([transfer(part)])
    expect(tx).toMatchObject({ codespace, code, log: `failed to execute message; message index: 0: ${log}` })
  })

  it.each([
    [
      'no channel',
      { sourceChannel: '' },
      'host',
      2,
      'invalid source channel ID: identifier cannot be blank: invalid identifier',
    ],
    [
      'an odd port',
      { sourcePort: 'a b' },
      'host',
      2,
      "must contain only alphanumeric or the following characters: '.', '_', '+', '-', '#', '[', ']', '<', '>': invalid identifier",
    ],
    [
      'a short channel',
      { sourceChannel: 'chan' },
      'host',
      2,
      'identifier chan has invalid length: 4, must be between 8-64 characters: invalid identifier',
    ],
    [
      'a slash',
      { sourcePort: 'a/b' },
      'host',
      2,
      "identifier a/b cannot contain separator '/': invalid identifier",
    ],
    [
      'no coins',
      { token: coinToProto({ denom: 'uscrt', amount: 0n }) },
      'ibc',
      3,
      '0uscrt: insufficient funds',
    ],
    ['an odd denom', { token: coinToProto({ denom: '!', amount: 1n }) }, 'ibc', 6, '1!: invalid coins'],
    [
      'half a voucher',
      { token: coinToProto({ denom: 'ibc/ABCD', amount: 1n }) },
      'undefined',
      1,
      'invalid denom trace hash ABCD: expected size to be 32 bytes, got 2 bytes',
    ],
    [
      'a voucher of nothing',
      { token: coinToProto({ denom: 'ibc/', amount: 1n }) },
      'transfer',
      3,
      'denomination should be prefixed with the format',
    ],
    ['no receiver', { receiver: ' ' }, 'ibc', 5, 'missing recipient address: invalid address'],
    [
      'a long receiver',
      { receiver: 'r'.repeat(2_049) },
      'ibc',
      5,
      'recipient address must not exceed 2048 bytes: invalid address',
    ],
    [
      'a long memo',
      { memo: 'm'.repeat(32_769) },
      'transfer',
      11,
      'memo must not exceed 32768 bytes: invalid memo',
    ],
  ])('is refused at the door with %s', (_, part, codespace, code, log) => {
    const found = chain.broadcast(wallet.sign([transfer(part)], { gas: 2_000_000n }))
    expect(found).toMatchObject({ codespace, code, log: expect.stringContaining(log) })
  })

  it('is refused while the pauser keeps IBC off', () => {
    const toggle = (sender: TestWallet) =>
      sender.run([anyMessage(MsgToggleIbcSwitchSchema, { sender: sender.address })])
    const stranger = new TestWallet(chain, new Uint8Array(32).fill(7))
    wallet.run([wallet.sendMessage(stranger.address, 1_000_000n)])
    expect(toggle(stranger)).toMatchObject({
      codespace: 'emergencybutton',
      code: 2,
      log: expect.stringContaining(
        'this address is not allowed to toggle emergency button: emergency button toggle failed',
      ),
    })
    expect(toggle(wallet).code).toBe(0)
    expect(wallet.run([transfer()])).toMatchObject({
      codespace: 'emergencybutton',
      code: 1,
      log: 'failed to execute message; message index: 0: Ibc packets are currently paused in the network: ibc processing failed',
    })
    expect(between((context) => receivePacket(context, incoming())).acknowledgement).toMatchObject({
      kind: 'error',
    })
    toggle(wallet)
    expect(wallet.run([transfer()]).code).toBe(0)
  })
})

describe('a transfer from another chain', () => {
  it('makes vouchers, which are burnt when they go home', () => {
    const { acknowledgement, sequence } = between((context) => receivePacket(context, incoming()))
    expect(acknowledgement.kind).toBe('result')
    expect(sequence).toBe(1n)
    expect(getBalance(chain.store, wallet.address, UATOM)).toBe(70n)
    expect(wallet.run([transfer({}, 30n, UATOM)]).code).toBe(0)
    expect(getSupplyOf(chain.store, UATOM)).toBe(40n)
    expect(findPending(chain.store, HUB, '1')?.data).toContain('"denom":"transfer/channel-0/uatom"')
    expect(wallet.run([transfer({ receiver: 'nobody' }, 40n, UATOM)]).code).toBe(0)
    expect(getSupplyOf(chain.store, UATOM)).toBe(0n)
    produce(2)
    expect(getBalance(chain.store, wallet.address, UATOM)).toBe(40n)
  })

  it('lets coins of this chain out of escrow, as many as there are', () => {
    wallet.run([transfer()])
    const home = { denom: 'transfer/channel-235/uscrt', amount: 200n }
    const before = uscrt()
    expect(between((context) => receivePacket(context, incoming(home))).acknowledgement.kind).toBe('result')
    expect(uscrt()).toBe(before + 200n)
    expect(totalEscrow(chain.store, 'uscrt')).toBe(300n)
    const events = between((context) => {
      expect(receivePacket(context, incoming({ ...home, amount: 301n })).acknowledgement).toEqual({
        kind: 'error',
        error: 'ABCI code: 5: error handling packet: see events for details',
      })
      return context.events
    })
    expect(shape(events)).toEqual([
      `recv_packet packet_data packet_data_hex ${ROUTE} ${WAY}`,
      'message module',
      expect.stringMatching(/^ibccallbackerror-fungible_token_packet ibccallbackerror-module /),
      `write_acknowledgement packet_data packet_data_hex ${ROUTE} packet_ack packet_ack_hex ${WAY}`,
      'message module',
    ])
  })

  it.each([
    ['a receiver of another chain', { receiver: COSMOS }, 1],
    ['a module', { receiver: FEE_COLLECTOR }, 4],
    ['nothing', { amount: 0n }, 5],
  ])('is refused for %s, and leaves nothing', (_, part, code) => {
    const { acknowledgement } = between((context) => receivePacket(context, incoming(part)))
    expect(acknowledgement).toMatchObject({ error: expect.stringContaining(`ABCI code: ${code}:`) })
    expect(getSupplyOf(chain.store, UATOM)).toBe(0n)
  })

  it('runs the contract that its memo names, with the coins in its hands', () => {
    const contract = DEV_ACCOUNTS[3]?.address ?? wallet.address
    const memo = JSON.stringify({ wasm: { contract, msg: { wrap_deposit: {} } } })
    const seen: unknown[] = []
    const hook: ContractHook = ({ store }, address, message, funds) =>
      seen.push([address, message, funds, getBalance(store, address, UATOM)])
    const receive = (part: object, run = hook) =>
      between((context) => receivePacket(context, incoming({ receiver: contract, memo, ...part }), run))
    expect(receive({}).acknowledgement.kind).toBe('result')
    expect(seen).toEqual([[contract, { wrap_deposit: {} }, [{ denom: UATOM, amount: 70n }], 70n]])
    const refused = receive({}, () => {
      throw new AbciError('compute', 3, 'no')
    })
    expect(refused.acknowledgement).toMatchObject({ error: expect.stringContaining('ABCI code: 6:') })
    const malformed = receive({ receiver: wallet.address })
    expect(malformed.acknowledgement).toMatchObject({ error: expect.stringContaining('ABCI code: 2:') })
    expect(getSupplyOf(chain.store, UATOM)).toBe(70n)
    expect(seen).toHaveLength(1)
  })
})

describe('coins on their way', () => {
  it('are neither made nor lost, whatever becomes of their packets', () => {
    mintCoins(chain.store, wallet.address, { denom: 'uatom', amount: 1_000n })
    const amount = fc.bigInt({ min: 1n, max: 600n })
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('send' as const),
        denom: fc.constantFrom('uscrt', 'uatom', UATOM),
        amount,
        good: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('receive' as const),
        denom: fc.constantFrom('uatom', 'transfer/channel-235/uscrt'),
        amount,
      }),
      fc.record({
        kind: fc.constant('fate' as const),
        fate: fc.constantFrom('acknowledge', 'error', 'drop'),
      }),
      fc.record({ kind: fc.constant('block' as const) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const before = getSupplyOf(chain.store, 'uscrt')
        for (const found of steps) {
          if (found.kind === 'send') {
            const receiver = found.good ? COSMOS : 'nobody'
            const timeoutTimestamp = BigInt(chain.blocks.latest.timeMs + 4_000) * 1_000_000n
            chain.broadcast(
              wallet.sign([transfer({ receiver, timeoutTimestamp }, found.amount, found.denom)]),
            )
          } else if (found.kind === 'receive') {
            between((context) =>
              receivePacket(context, incoming({ denom: found.denom, amount: found.amount })),
            )
          } else if (found.kind === 'fate') setChannelFate(chain.store, 'channel-0', found.fate)
          chain.produceBlock()
          for (const denom of ['uscrt', 'uatom', UATOM]) {
            const owners = getOwners(chain.store, denom)
            expect(owners.reduce((sum, owner) => sum + owner.amount, 0n)).toBe(
              getSupplyOf(chain.store, denom),
            )
            expect(getBalance(chain.store, ESCROW, denom)).toBe(totalEscrow(chain.store, denom))
          }
        }
        expect(getSupplyOf(chain.store, 'uscrt')).toBe(before)
      }),
      { numRuns: 25 },
    )
  })
})
