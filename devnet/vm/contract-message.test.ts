import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import type { Generation } from './contract-exports'
import { parseContractMessage } from './contract-message'
import { parseExactJson } from './exact-json'
import { VmError } from './vm-error'
import type { VmMessage } from './vm-message'

const MSG = base64.encode(new TextEncoder().encode('{}'))
const BODY = new TextEncoder().encode('{}')
const COIN = '{"denom":"uscrt","amount":"340282366920938463463374607431768211455"}'
const COIN_READ = { denom: 'uscrt', amount: (1n << 128n) - 1n }

function parse(text: string, generation: Generation = 'v1'): VmMessage {
  return parseContractMessage(parseExactJson(text), generation)
}

describe('messages of contracts', () => {
  it('to other contracts name the code hash in the way of their generation', () => {
    const rest = `"msg":"${MSG}","send":[${COIN}]`
    const expected = { kind: 'execute', contract: 'c', codeHash: 'h', message: BODY, funds: [COIN_READ] }
    expect(parse(`{"wasm":{"execute":{"contract_addr":"c","code_hash":"h",${rest}}}}`)).toEqual(expected)
    const old = `{"wasm":{"execute":{"contract_addr":"c","callback_code_hash":"h",${rest}}}}`
    expect(parse(old, 'v0.10')).toEqual(expected)
    expect(() => parse(old, 'v1')).toThrow(VmError)
  })

  it('instantiate, migrate and change admins', () => {
    const instantiate = `{"wasm":{"instantiate":{"admin":null,"code_id":7,"code_hash":"h","msg":"${MSG}","send":[],"label":"l"}}}`
    expect(parse(instantiate)).toEqual({
      kind: 'instantiate',
      codeId: 7n,
      codeHash: 'h',
      message: BODY,
      funds: [],
      label: 'l',
      admin: '',
    })
    expect(parse(instantiate.replace('null', '"a"'))).toMatchObject({ admin: 'a' })
    expect(
      parse(`{"wasm":{"migrate":{"contract_addr":"c","code_id":8,"code_hash":"h","msg":"${MSG}"}}}`),
    ).toEqual({ kind: 'migrate', contract: 'c', codeId: 8n, codeHash: 'h', message: BODY })
    expect(parse('{"wasm":{"update_admin":{"contract_addr":"c","admin":"a"}}}')).toEqual({
      kind: 'update-admin',
      contract: 'c',
      admin: 'a',
    })
    expect(parse('{"wasm":{"clear_admin":{"contract_addr":"c"}}}')).toEqual({
      kind: 'clear-admin',
      contract: 'c',
    })
  })

  it('send money and stake it', () => {
    expect(parse(`{"bank":{"send":{"to_address":"b","amount":[${COIN}]}}}`)).toEqual({
      kind: 'send',
      from: undefined,
      to: 'b',
      amount: [COIN_READ],
    })
    for (const kind of ['delegate', 'undelegate']) {
      expect(parse(`{"staking":{"${kind}":{"validator":"v","amount":${COIN}}}}`)).toEqual({
        kind,
        validator: 'v',
        amount: COIN_READ,
      })
    }
    expect(
      parse(`{"staking":{"redelegate":{"src_validator":"v","dst_validator":"w","amount":${COIN}}}}`),
    ).toEqual({ kind: 'redelegate', source: 'v', destination: 'w', amount: COIN_READ })
    expect(parse('{"staking":{"withdraw":{"validator":"v","recipient":"r"}}}', 'v0.10')).toEqual({
      kind: 'withdraw-reward',
      validator: 'v',
      recipient: 'r',
    })
    expect(parse('{"distribution":{"withdraw_delegator_reward":{"validator":"v"}}}')).toEqual({
      kind: 'withdraw-reward',
      validator: 'v',
      recipient: undefined,
    })
    expect(parse('{"distribution":{"set_withdraw_address":{"address":"a"}}}')).toEqual({
      kind: 'set-withdraw-address',
      address: 'a',
    })
  })

  it('vote in the words of their generation', () => {
    expect(parse('{"gov":{"vote":{"proposal_id":3,"vote":"no_with_veto"}}}')).toEqual({
      kind: 'vote',
      proposalId: 3n,
      option: 'no_with_veto',
    })
    expect(parse('{"gov":{"vote":{"proposal":3,"vote_option":"NoWithVeto"}}}', 'v0.10')).toEqual({
      kind: 'vote',
      proposalId: 3n,
      option: 'no_with_veto',
    })
    expect(() => parse('{"gov":{"vote":{"proposal_id":3,"vote":"perhaps"}}}')).toThrow(VmError)
  })

  it('go to other chains, or to any module', () => {
    const timeout = '{"block":{"revision":1,"height":99},"timestamp":"1700000000000000000"}'
    const transfer = `{"ibc":{"transfer":{"channel_id":"channel-1","to_address":"o","amount":${COIN},"timeout":${timeout},"memo":"m"}}}`
    expect(parse(transfer)).toEqual({
      kind: 'ibc-transfer',
      channel: 'channel-1',
      to: 'o',
      amount: COIN_READ,
      timeout: { block: { revision: 1n, height: 99n }, timestamp: 1_700_000_000_000_000_000n },
      memo: 'm',
    })
    expect(parse(transfer.replace(timeout, '{"block":null,"timestamp":null}'))).toMatchObject({
      timeout: { block: undefined, timestamp: undefined },
    })
    expect(parse(`{"stargate":{"type_url":"/x","value":"${MSG}"}}`)).toEqual({
      kind: 'stargate',
      typeUrl: '/x',
      value: BODY,
    })
    expect(parse('{"finalize_tx":{}}')).toEqual({ kind: 'finalize-tx' })
  })

  it('may be of a form that is known and not carried out', () => {
    expect(parse('{"custom":{"any":1}}')).toEqual({ kind: 'unsupported', form: 'custom' })
    expect(parse('{"bank":{"burn":{"amount":[]}}}')).toEqual({ kind: 'unsupported', form: 'bank.burn' })
  })

  it('are refused when nobody knows them, or a part is wrong', () => {
    for (const text of [
      '{"new":{"thing":{}}}',
      '{"wasm":{"toString":{}}}',
      '{"constructor":{"prototype":{}}}',
      '{"wasm":{"execute":{}}}',
      '{"wasm":[]}',
      '[]',
      '{"bank":{"send":{"to_address":"b","amount":[{"denom":"uscrt","amount":5}]}}}',
      '{"bank":{"send":{"to_address":"b","amount":[{"denom":"uscrt","amount":"-5"}]}}}',
      '{"bank":{"send":{"to_address":"b","amount":[{"denom":"uscrt","amount":"340282366920938463463374607431768211456"}]}}}',
      '{"bank":{"send":{"to_address":"b","amount":[]}},"gov":{}}',
    ]) {
      expect(() => parse(text)).toThrow(VmError)
    }
  })
})
