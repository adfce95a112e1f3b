import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Address, addressFromBytes } from '../../domain/index'
import { decodeAuthInfo } from './auth-info'
import type { ChainMessage } from './chain-message'
import { CodecError } from './codec-error'
import { buildDirectTx } from './direct-tx'
import { decodeTxBody, decodeTxRaw, encodeTxBody, encodeTxRaw } from './tx-body'
import { decodeTxMsgData, encodeTxMsgData } from './tx-msg-data'

const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length })
const blob = fc.uint8Array({ maxLength: 300 })
const address: fc.Arbitrary<Address> = bytes(20).map(addressFromBytes)
const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((value) => value.isWellFormed())
const uint64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n })
const coins = fc.array(fc.record({ denom: text, amount: fc.bigInt({ min: 0n, max: (1n << 256n) - 1n }) }), {
  maxLength: 3,
})
const named = <K extends string, U extends string>(kind: K, typeUrl: U) => ({
  kind: fc.constant(kind),
  typeUrl: fc.constant(typeUrl),
})

const message: fc.Arbitrary<ChainMessage> = fc.oneof(
  fc.record({
    ...named('execute', '/secret.compute.v1beta1.MsgExecuteContract'),
    sender: address,
    contract: address,
    wire: blob,
    funds: coins,
    callbackCodeHash: text,
    callbackSig: blob,
  }),
  fc.record({
    ...named('instantiate', '/secret.compute.v1beta1.MsgInstantiateContract'),
    sender: address,
    codeId: uint64,
    label: text,
    wire: blob,
    funds: coins,
    admin: fc.option(address, { nil: undefined }),
    callbackCodeHash: text,
    callbackSig: blob,
  }),
  fc.record({ ...named('send', '/cosmos.bank.v1beta1.MsgSend'), from: address, to: address, amount: coins }),
  fc.record({
    ...named('vote', '/cosmos.gov.v1.MsgVote'),
    proposalId: uint64,
    voter: address,
    option: fc.integer({ min: 0, max: 4 }),
    metadata: text,
  }),
)

describe('what is encoded', () => {
  it('decodes to the same body, canonically', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 4 }), text, uint64, (messages, memo, timeoutHeight) => {
        const decoded = decodeTxBody(encodeTxBody({ messages, memo, timeoutHeight }))
        expect(decoded).toMatchObject({ messages, memo, timeoutHeight, canonical: true, unknownFields: [] })
      }),
    )
  })

  it('decodes to the same fee and signer', () => {
    fc.assert(
      fc.property(bytes(33), coins, uint64, uint64, (publicKey, amount, gas, sequence) => {
        const { authInfoBytes } = buildDirectTx({
          messages: [],
          fee: { amount },
          gas,
          memo: '',
          publicKey,
          sequence,
        })
        expect(decodeAuthInfo(authInfoBytes)).toMatchObject({
          signers: [{ publicKey: { kind: 'secp256k1', key: publicKey }, sequence }],
          fee: { amount, gas },
          canonical: true,
        })
      }),
    )
  })

  it('decodes to the same transaction', () => {
    fc.assert(
      fc.property(
        blob,
        blob,
        fc.array(bytes(64), { maxLength: 3 }),
        (bodyBytes, authInfoBytes, signatures) => {
          const raw = { bodyBytes, authInfoBytes, signatures }
          expect(decodeTxRaw(encodeTxRaw(raw))).toEqual(raw)
        },
      ),
    )
  })

  it('decodes to the same responses', () => {
    const prefix = '/secret.compute.v1beta1.Msg'
    const response = fc.oneof(
      fc.record({ typeUrl: fc.constant(`${prefix}ExecuteContractResponse`), data: blob }),
      fc.record({ typeUrl: fc.constant(`${prefix}MigrateContractResponse`), data: blob }),
      fc.record({ typeUrl: fc.constant(`${prefix}InstantiateContractResponse`), data: blob, address }),
      fc.record({
        typeUrl: fc.constant(`${prefix}StoreCodeResponse`),
        data: fc.constant(new Uint8Array()),
        codeId: uint64,
      }),
      fc.record({ typeUrl: fc.constant('/cosmos.bank.v1beta1.MsgSendResponse'), data: blob }),
    )
    fc.assert(
      fc.property(fc.array(response, { minLength: 1, maxLength: 4 }), (responses) => {
        expect(decodeTxMsgData(encodeTxMsgData(responses))).toEqual(responses)
      }),
    )
  })
})

describe('arbitrary bytes', () => {
  it('make typed errors or a reading, nothing else', () => {
    const readers = [decodeTxBody, decodeAuthInfo, decodeTxRaw, decodeTxMsgData]
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...readers), (value, read) => {
        try {
          read(value)
        } catch (error) {
          expect(error).toBeInstanceOf(CodecError)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('never read as canonical unless they are the encoding of what was read', () => {
    const genuine = message.map((one) => encodeTxBody({ messages: [one], memo: 'hello' }))
    fc.assert(
      fc.property(genuine, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, place, flip) => {
        const changed = Uint8Array.from(value)
        const at = place % changed.length
        changed[at] = (changed[at] ?? 0) ^ flip
        const decoded = read(changed)
        if (decoded?.canonical !== true) return
        const { messages, memo, timeoutHeight, extensionOptions, nonCriticalExtensionOptions } = decoded
        if (extensionOptions.length + nonCriticalExtensionOptions.length > 0) return
        expect(encodeTxBody({ messages, memo, timeoutHeight })).toEqual(changed)
      }),
      { numRuns: 1000 },
    )
  })

  function read(value: Uint8Array): ReturnType<typeof decodeTxBody> | undefined {
    try {
      return decodeTxBody(value)
    } catch (error) {
      expect(error).toBeInstanceOf(CodecError)
      return undefined
    }
  }
})

describe('the list of older chains', () => {
  it('is read by message type (field 1 of TxMsgData)', () => {
    const inner = '0a03010203'
    const type = Buffer.from('/secret.compute.v1beta1.MsgExecuteContract').toString('hex')
    const entry = `0a${(type.length / 2).toString(16)}${type}12${(inner.length / 2).toString(16).padStart(2, '0')}${inner}`
    const data = `0a${(entry.length / 2).toString(16)}${entry}`
    expect(decodeTxMsgData(data)).toEqual([
      { typeUrl: '/secret.compute.v1beta1.MsgExecuteContractResponse', data: new Uint8Array([1, 2, 3]) },
    ])
  })
})
