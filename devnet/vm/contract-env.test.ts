import { describe, expect, it } from 'vitest'
import { entryCall, type VmCall, type VmEnv } from './contract-env'

const ENV: VmEnv = {
  block: { height: 12_345, timeNs: 1_700_000_000_123_456_789n, chainId: 'secretdev-1' },
  contract: { address: 'secret1contract', codeHash: 'ab'.repeat(32) },
  transaction: { index: 2, hash: 'AB12' },
  random: undefined,
}
const MESSAGE = new TextEncoder().encode('{"m":1}')
const CALLER = { sender: 'secret1sender', funds: [{ denom: 'uscrt', amount: 1_000n }] }

const OLD_ENV =
  '{"block":{"height":12345,"time":1700000000,"chain_id":"secretdev-1"},' +
  '"message":{"sender":"secret1sender","sent_funds":[{"denom":"uscrt","amount":"1000"}]},' +
  `"contract":{"address":"secret1contract"},"contract_key":null,"contract_code_hash":"${'ab'.repeat(32)}","transaction":null}`
const NEW_ENV =
  '{"block":{"height":12345,"time":"1700000000123456789","chain_id":"secretdev-1"},' +
  `"contract":{"address":"secret1contract","code_hash":"${'ab'.repeat(32)}"},"transaction":{"index":2,"hash":"AB12"}}`
const NEW_INFO = '{"sender":"secret1sender","funds":[{"denom":"uscrt","amount":"1000"}]}'

function texts(generation: 'v0.10' | 'v1', call: VmCall, env = ENV): [string, ...string[]] {
  const { entry, args } = entryCall(generation, env, call)
  return [entry, ...args.map((bytes) => new TextDecoder().decode(bytes))]
}

describe('what a contract is called with', () => {
  it('is one environment and the message in the older generation', () => {
    const call = { caller: CALLER, message: MESSAGE }
    expect(texts('v0.10', { kind: 'instantiate', ...call })).toEqual(['init', OLD_ENV, '{"m":1}'])
    expect(texts('v0.10', { kind: 'execute', ...call })).toEqual(['handle', OLD_ENV, '{"m":1}'])
    expect(texts('v0.10', { kind: 'migrate', ...call })).toEqual(['migrate', OLD_ENV, '{"m":1}'])
    expect(texts('v0.10', { kind: 'query', message: MESSAGE })).toEqual(['query', '{"m":1}'])
  })

  it('is environment, caller and message in the newer one', () => {
    const call = { caller: CALLER, message: MESSAGE }
    expect(texts('v1', { kind: 'instantiate', ...call })).toEqual([
      'instantiate',
      NEW_ENV,
      NEW_INFO,
      '{"m":1}',
    ])
    expect(texts('v1', { kind: 'execute', ...call })).toEqual(['execute', NEW_ENV, NEW_INFO, '{"m":1}'])
    expect(texts('v1', { kind: 'migrate', ...call })).toEqual(['migrate', NEW_ENV, '{"m":1}'])
    for (const kind of ['reply', 'sudo'] as const) {
      expect(texts('v1', { kind, message: MESSAGE })).toEqual([kind, NEW_ENV, '{"m":1}'])
    }
  })

  it('says in a query that there is no transaction', () => {
    const [, env] = texts('v1', { kind: 'query', message: MESSAGE }, { ...ENV, transaction: undefined })
    expect(JSON.parse(env ?? '')).toMatchObject({ transaction: null })
  })

  it('has random bytes for those who want them', () => {
    const random = new Uint8Array(32).fill(1)
    const [, env] = texts('v1', { kind: 'query', message: MESSAGE }, { ...ENV, random })
    expect(JSON.parse(env ?? '')).toMatchObject({
      block: { random: 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=' },
    })
  })
})
