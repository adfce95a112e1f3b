import { describe, expect, it } from 'vitest'
import type { ChainMessage } from '../../../chain/codec/index'
import { addressFromBytes, type JsonValue, parseAddress } from '../../../domain/index'
import { BOB, CODE_HASH } from '../../wallet.fake'
import {
  ADA,
  alike,
  authz,
  ENDS,
  execute,
  ibc,
  inExec,
  instantiate,
  ME,
  names,
  native,
  OWNER,
} from './risks.fake'

describe('the rules about recipients', () => {
  it('look into what a token passes on: whom a swap pays is a recipient too', () => {
    const inner = btoa(JSON.stringify({ swap: { to: alike(ADA) } }))
    const send = { send: { recipient: BOB, recipient_code_hash: CODE_HASH, amount: '1', msg: inner } }
    expect(names({ messages: [execute(send)] })).toContain('recipient-look-alike')
  })

  it('look at every recipient, however many stand before the one that matters', () => {
    const filler = Array.from({ length: 400 }, (_, index) =>
      addressFromBytes(
        new Uint8Array(20)
          .fill(100)
          .with(0, index % 256)
          .with(1, index >> 8),
      ),
    )
    const outputs = [...filler, alike(ADA)].map((to) => ({ address: parseAddress(to), coins: [] }))
    const many: ChainMessage = {
      kind: 'multi-send',
      typeUrl: '/cosmos.bank.v1beta1.MsgMultiSend',
      inputs: [{ address: ME, coins: [] }],
      outputs,
    }
    expect(names({ messages: [native(many)] })).toContain('recipient-look-alike')
    const named = execute({ pay: outputs.map(({ address }) => ({ recipient: address })) })
    expect(names({ messages: [named] })).toContain('recipient-look-alike')
    const actions = outputs.slice(-150).map(({ address }) => ({ recipient: address, amount: '1' }))
    expect(names({ messages: [execute({ batch_transfer: { actions } })] })).toContain('recipient-look-alike')
  })

  const wrapTo = (address: string): JsonValue => ({
    wasm: { contract: 'x', msg: { wrap_deposit: { snip20_address: 'a', recipient_address: address } } },
  })
  const step = (receiver: string, next?: JsonValue): JsonValue => ({
    forward: { receiver, port: 'transfer', channel: 'channel-2', ...(next === undefined ? {} : { next }) },
  })
  const sendOn = (inner: JsonValue) =>
    execute({
      send: {
        recipient: BOB,
        recipient_code_hash: CODE_HASH,
        amount: '1',
        msg: btoa(JSON.stringify(inner)),
      },
    })
  const over = 'channel-1'

  it.each<[string, (address: string) => ReturnType<typeof native>]>([
    ['the receiver on another chain', (to) => native(ibc(to))],
    ['a memo that wraps', (to) => native(ibc('osmo1x', wrapTo(to)))],
    ['a memo that forwards', (to) => native(ibc('osmo1x', step(to)))],
    ['a step of a step', (to) => native(ibc('osmo1x', step('juno1x', step(to))))],
    ['a step that is a text', (to) => native(ibc('osmo1x', step('juno1x', JSON.stringify(step(to)))))],
    ['a transfer inside MsgExec', (to) => native(inExec(ibc('osmo1x', step(to))))],
    ['tokens that leave the chain', (to) => sendOn({ channel: over, remote_address: to })],
    [
      'a memo of such tokens',
      (to) => sendOn({ channel: over, remote_address: 'x', memo: JSON.stringify(step(to)) }),
    ],
    ['who may be paid by a grant', (to) => native(authz(ENDS, [1n], [BOB, to]))],
  ])('look at %s', (_, message) => {
    expect(names({ messages: [message(alike(ADA))] })).toContain('recipient-look-alike')
    expect(names({ messages: [message(OWNER)] })).toContain('recipient-first')
    const known = names({ messages: [message(ADA)] })
    expect(known).not.toContain('recipient-look-alike')
    expect(known).not.toContain('recipient-first')
  })

  it('look at who may replace the code of a new contract', () => {
    expect(names({ messages: [native(instantiate(alike(ADA)))] })).toContain('recipient-look-alike')
    expect(names({ messages: [native(instantiate(ME))] })).toEqual([])
  })

  it('take an address of another network for what it is where something goes there', () => {
    const there = 'cosmos1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5lzv7xu'
    const messages = [native(ibc(there, step(there))), sendOn({ channel: over, remote_address: there })]
    expect(names({ messages })).toEqual([])
    expect(names({ messages: [native(ibc('osmo1x', wrapTo(ME)))] })).toEqual([])
  })
})
