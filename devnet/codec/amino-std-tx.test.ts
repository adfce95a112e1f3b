import { create, type DescField, type DescMessage, getOption, ScalarType } from '@bufbuild/protobuf'
import { hex } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aminoKindOf, isPointer } from './amino-kind'
import { aminoNameOf, aminoPrefix } from './amino-names'
import { stdTxToBinary, stdTxToJson } from './amino-std-tx'
import { messageToAminoBinary } from './amino-writer'
import { packAny } from './any-message'
import { CodecError } from './codec-error'
import * as annotation from './gen/annotations_pb'
import { GenericAuthorizationSchema, MsgExecSchema } from './gen/authz_pb'
import { MsgSendSchema } from './gen/bank_pb'
import { MsgSetContractGovernanceSchema } from './gen/compute_pb'
import { PubKeySchema } from './gen/keys_pb'
import { LegacyAminoPubKeySchema } from './gen/keys-multisig_pb'
import { StdTxSchema } from './gen/legacy-tx_pb'
import { StakeAuthorizationSchema } from './gen/staking_pb'
import { messageToAmino } from './message-json'
import { allTypes } from './registry'

const KEY = packAny(PubKeySchema, { key: new Uint8Array(33).fill(2) })
const INNER = [
  packAny(GenericAuthorizationSchema, { msg: '/cosmos.bank.v1beta1.MsgSend' }),
  packAny(MsgSendSchema, { fromAddress: 'a', toAddress: 'b', amount: [{ denom: 'uscrt', amount: '5' }] }),
  packAny(LegacyAminoPubKeySchema, { threshold: 2, publicKeys: [KEY, KEY] }),
]
const named = allTypes().filter((schema) => aminoNameOf(schema) !== '')
const registered = named.filter((schema) => schema !== MsgSetContractGovernanceSchema)

/** Every message that a type may be, with what amino cannot tell apart in its one form. */
function messages(schema: DescMessage): fc.Arbitrary<Record<string, unknown>> {
  const members = schema.members.map((member): [string, fc.Arbitrary<unknown>] => {
    if (member.kind === 'field') return [member.localName, valuesOf(schema, member)]
    const cases = member.fields.map((field) =>
      one(schema, field).map((value) => ({ case: field.localName, value })),
    )
    return [member.localName, fc.option(fc.oneof(...cases), { nil: { case: undefined } })]
  })
  return fc.record(Object.fromEntries(members))
}

function valuesOf(schema: DescMessage, field: DescField): fc.Arbitrary<unknown> {
  if (field.fieldKind === 'list') return fc.array(one(schema, field), { maxLength: 3 })
  return isPointer(field) ? fc.option(one(schema, field), { nil: undefined }) : one(schema, field)
}

function one(schema: DescMessage, field: DescField): fc.Arbitrary<unknown> {
  switch (aminoKindOf(field)) {
    case 'registered':
      return fc.constantFrom(...INNER)
    case 'struct':
      return field.message === undefined ? fc.constant({}) : messages(field.message)
    case 'time':
      return fc.record({
        seconds: fc.bigInt({ min: -62_135_596_800n, max: 253_402_300_799n }),
        nanos: fc.integer({ min: 0, max: 999_999_999 }),
      })
    case 'duration':
      return fc.bigInt({ min: 0n, max: 9_000_000_000n }).map((seconds) => ({ seconds, nanos: 7 }))
    case 'bool':
      return fc.boolean()
    case 'number':
      return numbers(field)
    case 'bytes':
      return bytes(schema, field)
    case 'integer':
      return fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }).map(String)
    case 'text':
      if (getOption(field, annotation.decimal)) return fc.constantFrom('', '0', '150000000000000000')
      return fc.string({ unit: 'binary', maxLength: 12 })
  }
}

function numbers(field: DescField): fc.Arbitrary<unknown> {
  if (field.enum !== undefined) return fc.integer({ min: 0, max: 4 })
  if (field.scalar === ScalarType.UINT32) return fc.integer({ min: 0, max: 2 ** 32 - 1 })
  const isSigned = field.scalar === ScalarType.INT64
  return isSigned
    ? fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    : fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
}

function bytes(schema: DescMessage, field: DescField): fc.Arbitrary<Uint8Array> {
  const keySize = { 'tendermint/PubKeySecp256k1': 33, 'tendermint/PubKeyEd25519': 32 }[aminoNameOf(schema)]
  const exact = getOption(field, annotation.address) ? 20 : keySize
  return fc.uint8Array(exact === undefined ? { maxLength: 9 } : { minLength: exact, maxLength: exact })
}

function binaryOf(schema: DescMessage, value: Record<string, unknown>): Uint8Array {
  const msg = [packAny(schema, create(schema, value as never))]
  return messageToAminoBinary(StdTxSchema, create(StdTxSchema, { msg, fee: { gas: 5n }, memo: 'm' }))
}

describe('the prefixes of amino', () => {
  // As the documentation and the tests of the Cosmos SDK have them.
  it.each([
    ['cosmos-sdk/StdTx', '282816a9'],
    ['tendermint/PubKeySecp256k1', 'eb5ae987'],
    ['tendermint/PubKeyEd25519', '1624de64'],
    ['tendermint/PubKeyMultisigThreshold', '22c1f7e2'],
    ['cosmos-sdk/MsgSend', 'a8a3619a'],
  ])('of %s is %s', (name, prefix) => {
    expect(hex.encode(aminoPrefix(name))).toBe(prefix)
  })

  it('are of one type each', () => {
    expect(new Set(named.map((schema) => hex.encode(aminoPrefix(aminoNameOf(schema))))).size).toBe(
      named.length,
    )
  })
})

describe('a StdTx', () => {
  it.each(registered.map((schema) => [aminoNameOf(schema), schema] as const))(
    'with %s comes back the same from JSON and from binary',
    (_, schema) => {
      fc.assert(
        fc.property(messages(schema), (value) => {
          const binary = binaryOf(schema, value)
          const json = stdTxToJson(binary)
          expect(hex.encode(stdTxToBinary(json))).toBe(hex.encode(binary))
          expect(stdTxToJson(stdTxToBinary(json))).toBe(json)
          const signed = messageToAmino(schema, create(schema, value as never), 'bech32')
          expect(JSON.parse(json).value.msg).toEqual([JSON.parse(JSON.stringify(signed))])
        }),
        { numRuns: 10 },
      )
    },
  )

  it('has the bytes that the Cosmos SDK gives one without signatures', () => {
    const text = (value: string) => hex.encode(new TextEncoder().encode(value))
    const address = 'cosmos1hzw8v2kk4csg8xr3fhy8ykyymykknm2tdgvf7k'
    const amount = [{ denom: 'stake', amount: '10' }]
    const value = {
      msg: [{ type: 'cosmos-sdk/MsgSend', value: { from_address: address, to_address: address, amount } }],
      fee: { amount, gas: '200000' },
      signatures: null,
      memo: 'foobar',
      timeout_height: '0',
    }
    const json = JSON.stringify({ type: 'cosmos-sdk/StdTx', value })
    const coin = `0a05${text('stake')}1202${text('10')}`
    const send = `a8a3619a0a2d${text(address)}122d${text(address)}1a0b${coin}`
    const binary = hex.decode(`282816a90a6f${send}12110a0b${coin}10c09a0c2206${text('foobar')}`)
    expect(hex.encode(stdTxToBinary(json))).toBe(hex.encode(binary))
    expect(stdTxToJson(binary)).toBe(json)
    expect(() => stdTxToJson(Uint8Array.from([...binary, 0]))).toThrow(
      'encountered fieldNum: 0, but we have already seen fnum: 4',
    )
  })

  it('numbers members as they follow each other, and a choice as an interface', () => {
    const amino = messageToAminoBinary(
      StakeAuthorizationSchema,
      create(StakeAuthorizationSchema, {
        validators: { case: 'denyList', value: { address: ['v'] } },
        authorizationType: 1,
      }),
    )
    const choice = `${hex.encode(aminoPrefix('cosmos-sdk/StakeAuthorization/DenyList'))}0a030a0176`
    const prefix = hex.encode(aminoPrefix('cosmos-sdk/StakeAuthorization'))
    expect(hex.encode(amino)).toBe(`${prefix}1209${choice}1801`)
  })

  it('writes a key and the threshold of several as every wallet does', () => {
    const key = `eb5ae98721${'02'.repeat(33)}`
    expect(
      hex.encode(
        messageToAminoBinary(PubKeySchema, create(PubKeySchema, { key: new Uint8Array(33).fill(2) })),
      ),
    ).toBe(key)
    const several = create(LegacyAminoPubKeySchema, { threshold: 2, publicKeys: [KEY] })
    expect(hex.encode(messageToAminoBinary(LegacyAminoPubKeySchema, several))).toBe(`22c1f7e208021226${key}`)
  })
})

describe('what is no StdTx', () => {
  const good = binaryOf(MsgSendSchema, { fromAddress: 'a', amount: [{ denom: 'uscrt', amount: '5' }] })

  it('is refused in amino’s words, wherever the binary is cut, changed or of something else', () => {
    const changed = fc
      .tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }), fc.constantFrom('set', 'cut', 'more'))
      .map(([at, byte, how]) => {
        if (how === 'cut') return good.slice(0, at)
        if (how === 'more') return Uint8Array.from([...good.slice(0, at), byte, ...good.slice(at)])
        return good.map((old, index) => (index === at ? byte : old))
      })
    const hostile = fc
      .uint8Array({ maxLength: 60 })
      .map((rest) => Uint8Array.from([...good.slice(0, 4), ...rest]))
    fc.assert(
      fc.property(fc.oneof(changed, hostile, fc.uint8Array()), (binary) => {
        expectRefusal(() => stdTxToBinary(stdTxToJson(binary)))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is refused in amino’s words when its JSON has other values', () => {
    const tx = JSON.parse(stdTxToJson(good))
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('msg', 'fee', 'signatures', 'memo', 'from_address'),
        (json, name) => {
          const sent = structuredClone(tx)
          if (name === 'from_address') sent.value.msg[0].value[name] = json
          else sent.value[name] = json
          expectRefusal(() => stdTxToBinary(JSON.stringify(sent)))
          expectRefusal(() => stdTxToBinary(JSON.stringify(json)))
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('is refused when messages stand in messages too deep', () => {
    let any = packAny(MsgSendSchema, {})
    let json: unknown = { type: 'cosmos-sdk/MsgSend', value: {} }
    for (let depth = 0; depth < 40; depth += 1) {
      any = packAny(MsgExecSchema, { grantee: 'a', msgs: [any] })
      json = { type: 'cosmos-sdk/MsgExec', value: { msgs: [json] } }
    }
    const binary = messageToAminoBinary(StdTxSchema, create(StdTxSchema, { msg: [any] }))
    expect(() => stdTxToJson(binary)).toThrow('exceeded max depth')
    const tx = { type: 'cosmos-sdk/StdTx', value: { msg: [json] } }
    expect(() => stdTxToBinary(JSON.stringify(tx))).toThrow('exceeded max depth')
    const endless = `${'[{"type":"cosmos-sdk/MsgExec","value":{"msgs":'.repeat(50_000)}1${'}}]'.repeat(50_000)}`
    expectRefusal(() => stdTxToBinary(`{"type":"cosmos-sdk/StdTx","value":{"msg":${endless}}}`))
  })

  it('has no message that the chain has not registered', () => {
    const msg = [{ type: 'wasm/MsgSetContractGovernance', value: {} }]
    expect(() => stdTxToBinary(JSON.stringify({ type: 'cosmos-sdk/StdTx', value: { msg } }))).toThrow(
      'unrecognized concrete type name wasm/MsgSetContractGovernance',
    )
  })
})

/** Runs what may be refused, but only with the codec's own error. */
function expectRefusal(run: () => unknown): void {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(CodecError)
  }
}
