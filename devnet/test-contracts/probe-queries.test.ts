import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { addressFromBytes, type JsonValue } from '../../src/domain/index'
import { buildTestContracts } from './build-contracts.fake'
import { ProbeHarness } from './probe-harness.fake'

const ACCOUNT = new Uint8Array(20).fill(9)
const ADDRESS = addressFromBytes(ACCOUNT)

const codes = buildTestContracts()

function toBase64(text: string): string {
  return base64.encode(new TextEncoder().encode(text))
}

describe.each(['probe-v010', 'probe-v1'] as const)('the questions of %s', (name) => {
  const isNew = name === 'probe-v1'
  const ask = { ask: { contract: 'secret1other', code_hash: 'cd'.repeat(32), msg: { who: [true, null] } } }
  const answering = (answer: JsonValue) => {
    const asked: JsonValue[] = []
    const probe = new ProbeHarness(codes[name])
    probe.chainAnswer = (request) => {
      asked.push(request)
      return answer
    }
    return { probe, asked }
  }

  it('go to other contracts, whose answers come back as they are', () => {
    const { probe, asked } = answering({ Ok: { Ok: toBase64('{"é": [ 1 ]}') } })
    expect(probe.queryText(ask)).toBe('{"é": [ 1 ]}')
    const hashName = isNew ? 'code_hash' : 'callback_code_hash'
    const msg = toBase64('{"who":[true,null]}')
    expect(asked).toEqual([
      { wasm: { smart: { contract_addr: 'secret1other', [hashName]: 'cd'.repeat(32), msg } } },
    ])
  })

  it('fail as the asked contract did, or as the chain did', () => {
    const refused = answering({ Ok: { Err: isNew ? 'no' : { not_found: { kind: 'it' } } } })
    expect(refused.probe.query(ask)).toMatchObject({
      kind: 'failure',
      error: isNew ? 'Generic error: Querier contract error: no' : { not_found: { kind: 'it' } },
    })
    const nobody = answering({ Err: { no_such_contract: { addr: 'x' } } })
    const words = 'Querier system error: {"no_such_contract":{"addr":"x"}}'
    expect(nobody.probe.query(ask)).toMatchObject({
      kind: 'failure',
      error: isNew ? `Generic error: ${words}` : { generic_err: { msg: words } },
    })
    expect(answering(5).probe.query(ask)).toMatchObject({ kind: 'failure' })
  })

  it('go to the chain, for a balance or for anything', () => {
    const balance = { amount: { denom: 'uscrt', amount: '7' } }
    const { probe, asked } = answering({ Ok: { Ok: toBase64(JSON.stringify(balance)) } })
    expect(probe.query({ balance: { address: ADDRESS } })).toEqual(balance)
    const request = { staking: { bonded_denom: {} } }
    expect(probe.query({ chain: { request } })).toEqual({ Ok: { Ok: toBase64(JSON.stringify(balance)) } })
    expect(asked).toEqual([{ bank: { balance: { address: ADDRESS, denom: 'uscrt' } } }, request])
  })

  it('turn addresses into bytes and back, and say what is wrong with one', () => {
    const { probe } = answering(null)
    const canonical = base64.encode(ACCOUNT)
    expect(probe.query({ canonicalize: { address: ADDRESS } })).toEqual({ canonical })
    expect(probe.query({ humanize: { canonical } })).toEqual({ address: ADDRESS })
    const empty = isNew ? 'Input is empty' : 'input is empty'
    expect(probe.query({ canonicalize: { address: '' } })).toEqual({ error: empty })
    expect(probe.query({ humanize: { canonical: 'x' } })).toMatchObject({ kind: 'failure' })
  })

  it('can have long answers', () => {
    const { probe } = answering(null)
    expect(probe.query({ large: { bytes: 300_000 } })).toEqual({ filler: 'x'.repeat(300_000) })
  })
})

describe('the questions that only probe-v1 knows', () => {
  const digest = sha256(new TextEncoder().encode('text'))
  const secretKey = new Uint8Array(32).fill(3)
  const hash = base64.encode(digest)
  const message = toBase64('text')
  const secret_key = base64.encode(secretKey)
  const query = (question: JsonValue) => new ProbeHarness(codes['probe-v1']).query(question)

  it('give the env exactly as it came', () => {
    expect(new ProbeHarness(codes['probe-v1']).queryText({ env: {} })).toBe(
      `{"block":{"height":12345,"time":"1700000000123456789","chain_id":"secretdev-1","random":"${base64.encode(
        new Uint8Array(32).fill(7),
      )}"},"contract":{"address":"secret1probe","code_hash":"${'ab'.repeat(32)}"},"transaction":null}`,
    )
    expect(new ProbeHarness(codes['probe-v010']).query({ env: {} })).toMatchObject({ kind: 'failure' })
  })

  it('judge addresses', () => {
    expect(query({ validate: { address: ADDRESS } })).toEqual({ valid: true })
    expect(query({ validate: { address: '' } })).toEqual({ error: 'Input is empty' })
  })

  it('make, judge and trace signatures of secp256k1', () => {
    const publicKey = secp256k1.getPublicKey(secretKey, true)
    const made = secp256k1.sign(digest, secretKey, { prehash: false, format: 'recovered' })
    const signature = base64.encode(made.slice(1))
    const public_key = base64.encode(publicKey)
    expect(query({ sign_secp256k1: { message, secret_key } })).toEqual({ code: 0, signature })
    expect(query({ verify_secp256k1: { hash, signature, public_key } })).toEqual({ code: 0 })
    expect(query({ verify_secp256k1: { hash: message, signature, public_key } })).toEqual({ code: 3 })
    const other = base64.encode(digest.toReversed())
    expect(query({ verify_secp256k1: { hash: other, signature, public_key } })).toEqual({ code: 1 })
    const whole = base64.encode(secp256k1.getPublicKey(secretKey, false))
    expect(query({ recover: { hash, signature, recovery: made[0] ?? 0 } })).toEqual({
      code: 0,
      public_key: whole,
    })
    expect(query({ recover: { hash: message, signature, recovery: 0 } })).toEqual({ code: 3 })
  })

  it('make and judge signatures of Ed25519, one or many', () => {
    const text = new TextEncoder().encode('text')
    const signature = base64.encode(ed25519.sign(text, secretKey))
    const publicKey = ed25519.getPublicKey(secretKey)
    const public_key = base64.encode(publicKey)
    expect(query({ sign_ed25519: { message, secret_key } })).toEqual({ code: 0, signature })
    expect(query({ verify_ed25519: { message, signature, public_key } })).toEqual({ code: 0 })
    expect(query({ verify_ed25519: { message: hash, signature, public_key } })).toEqual({ code: 1 })
    const one = (item: Uint8Array) => base64.encode(Uint8Array.of(...item, 0, 0, 0, item.length))
    const batch = {
      messages: one(text),
      signatures: one(base64.decode(signature)),
      public_keys: one(publicKey),
    }
    expect(query({ verify_ed25519_batch: batch })).toEqual({ code: 0 })
  })

  it('tell the gas', () => {
    const probe = new ProbeHarness(codes['probe-v1'])
    const { gas } = probe.query({ check_gas: {} }) as { gas: number }
    expect(gas).toBeGreaterThan(0)
    expect(BigInt(gas)).toBeLessThanOrEqual(probe.gasUsed / 1_000n)
  })
})
