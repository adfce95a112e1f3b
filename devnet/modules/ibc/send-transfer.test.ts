import { beforeEach, describe, expect, it } from 'vitest'
import { anyMessage } from '../../codec/any-message'
import { MsgToggleIbcSwitchSchema } from '../../codec/gen/emergencybutton_pb'
import type { Chain } from '../../node/chain'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { coinToProto } from '../coins'
import { between, incomingFor, receive, transferOf, UATOM } from './ibc.fake'

let chain: Chain
let wallet: TestWallet
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
})

describe('a transfer', () => {
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
    const tx = wallet.run([transferOf(wallet, part)])
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
    const found = chain.broadcast(wallet.sign([transferOf(wallet, part)], { gas: 2_000_000n }))
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
    expect(wallet.run([transferOf(wallet)])).toMatchObject({
      codespace: 'emergencybutton',
      code: 1,
      log: 'failed to execute message; message index: 0: Ibc packets are currently paused in the network: ibc processing failed',
    })
    expect(between(chain, (context) => receive(context, incomingFor(wallet)))).toMatchObject({
      kind: 'error',
    })
    toggle(wallet)
    expect(wallet.run([transferOf(wallet)]).code).toBe(0)
  })
})
