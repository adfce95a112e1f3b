import { hex } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printAcknowledgement, SUCCESS } from './acknowledgement'
import { fullDenomOf, localDenomOf, parseDenomTrace, traceHash, whyNoTraceHash } from './denom-trace'
import { isAtLeast, NO_HEIGHT, revisionOf } from './height'
import { readHookMemo } from './hook-memo'
import { commitPacket, decodeTransferData, encodeTransferData } from './packet'
import { escrowAddress } from './transfer-store'

const PACKET = {
  sequence: 1n,
  sourcePort: 'transfer',
  sourceChannel: 'channel-0',
  destinationPort: 'transfer',
  destinationChannel: 'channel-235',
  data: '{}',
  timeoutHeight: NO_HEIGHT,
  timeoutTimestamp: 1n,
}

describe('the path of a coin', () => {
  it.each([
    ['transfer/channel-0/uatom', 'transfer/channel-0', 'uatom'],
    ['transfer/channel-1/transfer/channel-0/uatom', 'transfer/channel-1/transfer/channel-0', 'uatom'],
    ['uscrt', '', 'uscrt'],
    ['gamm/pool/1', '', 'gamm/pool/1'],
    ['transfer/channel-1/gamm/pool/1', 'transfer/channel-1', 'gamm/pool/1'],
    ['transfer/channel-0', '', 'transfer/channel-0'],
    ['transfer/channel-x/uatom', '', 'transfer/channel-x/uatom'],
  ])('of %s is %s and %s', (full, path, baseDenom) => {
    expect(parseDenomTrace(full)).toEqual({ path, baseDenom })
  })

  it('gives the denoms that every wallet knows', () => {
    expect(localDenomOf(parseDenomTrace('transfer/channel-0/uatom'))).toBe(
      'ibc/27394FB092D2ECCD56123C74F36E4C1F926001CEADA9CA97EA622B25F41E5EB2',
    )
    expect(localDenomOf(parseDenomTrace('uscrt'))).toBe('uscrt')
  })

  it('is whole again, whatever the denom', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const trace = parseDenomTrace(text)
        expect(fullDenomOf(trace)).toBe(text)
        expect(whyNoTraceHash(traceHash(trace))).toBeUndefined()
      }),
    )
  })
})

describe('a packet', () => {
  it('is committed to by its timeouts and its data', () => {
    // SHA-256 over 00..01, 00..00, 00..00 and SHA-256('{}').
    expect(hex.encode(commitPacket(PACKET))).toBe(
      '2190a8ffddb334f6e61c3c55eb5d74978e0eda5eca57564d0a0244242ea3a7b3',
    )
  })

  it('carries its data there and back, whatever the words', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 })
    const data = fc.record({ amount: text, denom: text, memo: text, receiver: text, sender: text })
    fc.assert(
      fc.property(data, (found) => {
        const encoded = encodeTransferData(found)
        expect(encoded).not.toMatch(/[<>&\u2028\u2029]/)
        expect(decodeTransferData({ ...PACKET, data: encoded })).toEqual(found)
      }),
    )
  })

  it('is acknowledged in the words of protobuf', () => {
    expect(printAcknowledgement(SUCCESS)).toBe('result:"\\001" ')
    expect(printAcknowledgement({ kind: 'result', result: new TextEncoder().encode('{"a":1}') })).toBe(
      'result:"{\\"a\\":1}" ',
    )
    expect(printAcknowledgement({ kind: 'error', error: 'no' })).toBe('error:"no" ')
  })
})

describe('a height', () => {
  it('counts the revision at the end of the chain id first', () => {
    expect(['secret-4', 'kava_2222-10', 'celestia', 'a-0', 'b--1'].map(revisionOf)).toEqual([
      4n,
      10n,
      0n,
      0n,
      0n,
    ])
    const at = (revisionNumber: bigint, revisionHeight: bigint) => ({ revisionNumber, revisionHeight })
    expect(isAtLeast(at(1n, 5n), at(1n, 5n))).toBe(true)
    expect(isAtLeast(at(1n, 5n), at(1n, 6n))).toBe(false)
    expect(isAtLeast(at(2n, 1n), at(1n, 6n))).toBe(true)
  })
})

describe('an escrow account', () => {
  it('follows from its channel', () => {
    expect(escrowAddress('transfer', 'channel-0')).toBe('secret1a53udazy8ayufvy0s434pfwjcedzqv345fkvkj')
  })
})

describe('a memo', () => {
  const contract = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'

  it.each([
    ['hello', 'none'],
    ['{"forward":{}}', 'none'],
    [`{"wasm":{"contract":"${contract}","msg":{}}}`, 'call'],
    [`{"wasm":{"contract":"${contract}","msg":[]}}`, 'malformed'],
    [`{"wasm":{"contract":"${contract}"}}`, 'malformed'],
    ['{"wasm":{"contract":"secret1x","msg":{}}}', 'malformed'],
    ['{"wasm":{"msg":{}}}', 'malformed'],
    ['{"wasm":"me"}', 'malformed'],
  ])('%s is %s', (memo, kind) => {
    expect(readHookMemo(memo, contract).kind).toBe(kind)
  })

  it('is read as something, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((inner) => `{"wasm":${inner}}`),
        ),
        (memo) => {
          expect(['none', 'call', 'malformed']).toContain(readHookMemo(memo, contract).kind)
        },
      ),
    )
  })
})
