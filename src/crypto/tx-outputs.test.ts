import { base64, hex } from '@scure/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vector from '../../vectors/tx-encryption.json'
import { openAttribute, openData, openError, openInput } from './tx-outputs'
import { sealCiphertext } from './tx-siv'

const txKey = hex.decode(vector.txKey)
const otherKey = new Uint8Array(32).fill(1)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const sealText = (text: string): Uint8Array => sealCiphertext(txKey, utf8(text))
const sealed64 = (text: string): string => base64.encode(sealText(text))
const wireOf = (plaintext: Uint8Array): Uint8Array =>
  Uint8Array.from([...new Uint8Array(64), ...sealCiphertext(txKey, plaintext)])

describe('outputs', () => {
  it('opens the published data and error', () => {
    const data = openData(txKey, base64.decode(vector.data.sealed))
    expect(data).toMatchObject({ kind: 'decrypted', text: vector.data.text })
    expect(openAttribute(txKey, vector.data.sealed)).toMatchObject({ text: vector.data.plaintext })
    expect(openError(txKey, vector.error.sealed)).toMatchObject({
      kind: 'decrypted',
      text: vector.error.text,
    })
  })

  it('opens any data, the padding in its bytes and not in its text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...' 1.)#aébo\u3000\ufeff\0\n😀') }),
        fc.nat(300),
        (text, spaces) => {
          const padded = text.replace(/ +$/, '') + ' '.repeat(spaces)
          const opened = openData(txKey, sealText(base64.encode(utf8(padded))))
          expect(opened).toEqual({ kind: 'decrypted', text: padded.replace(/ +$/, ''), bytes: utf8(padded) })
        },
      ),
    )
  })

  it('keeps a byte order mark and other white space at the end', () => {
    const text = '\ufeff{}\n\t\u00a0'
    expect(openData(txKey, sealText(base64.encode(utf8(text))))).toMatchObject({ text })
  })

  it('opens attributes, and leaves what is plain text or another’s', () => {
    expect(openAttribute(txKey, sealed64('amount   '))).toMatchObject({ kind: 'decrypted', text: 'amount' })
    for (const text of [
      '',
      'contract_address',
      'YWJj',
      'not base64!',
      'A===',
      '====',
      sealed64('x').slice(4),
    ]) {
      expect(openAttribute(txKey, text)).toEqual({ kind: 'not-ours' })
    }
    expect(openAttribute(otherKey, sealed64('amount'))).toEqual({ kind: 'not-ours' })
    expect(openData(otherKey, sealText('e30='))).toEqual({ kind: 'not-ours' })
    expect(openData(txKey, utf8('e30='))).toEqual({ kind: 'not-ours' })
  })

  it('says what is wrong with an output that opens to something unreadable', () => {
    const binary = Uint8Array.of(0xff, 0xfe)
    expect(openAttribute(txKey, base64.encode(sealCiphertext(txKey, binary)))).toMatchObject({
      kind: 'malformed',
    })
    expect(openData(txKey, sealText('{"not":"base64"}'))).toMatchObject({ kind: 'malformed' })
    expect(openData(txKey, sealCiphertext(txKey, binary))).toMatchObject({ kind: 'malformed' })
    expect(openData(txKey, sealText(base64.encode(binary)))).toMatchObject({ kind: 'malformed' })
  })

  it('opens no data to no text', () => {
    expect(openData(txKey, new Uint8Array(0))).toMatchObject({ kind: 'decrypted', text: '' })
    expect(openData(txKey, sealText(''))).toMatchObject({ kind: 'decrypted', text: '' })
  })

  it('opens errors as plain text, as JSON, and wrapped in base64 once more', () => {
    const json = '{"generic_err":{"msg":"no such token"}}'
    for (const text of [json, 'Generic error: é', 'unauthorized', 'test']) {
      expect(openError(txKey, sealed64(text))).toMatchObject({ kind: 'decrypted', text })
    }
    expect(openError(txKey, sealed64(base64.encode(utf8(json))))).toMatchObject({
      kind: 'decrypted',
      text: json,
    })
    const binary = base64.encode(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8))
    expect(openError(txKey, sealed64(binary))).toMatchObject({ kind: 'decrypted', text: binary })
    expect(openError(otherKey, sealed64(json))).toEqual({ kind: 'not-ours' })
  })

  it('opens inputs of the right shape only', () => {
    const hash = 'AB'.repeat(32)
    expect(openInput(txKey, wireOf(utf8(`${hash}{"a":" "}  `)))).toEqual({
      codeHash: hash.toLowerCase(),
      message: '{"a":" "}',
    })
    expect(openInput(txKey, wireOf(utf8(`${'zz'.repeat(32)}{}`)))).toBeUndefined()
    expect(openInput(txKey, wireOf(utf8('ab'.repeat(20))))).toBeUndefined()
    expect(openInput(txKey, wireOf(Uint8Array.from([...utf8(hash), 0xff])))).toBeUndefined()
    expect(openInput(txKey, utf8('{"transfer":{}}'))).toBeUndefined()
    expect(openInput(txKey, utf8(`{"transfer":{"memo":"${'x'.repeat(100)}"}}`))).toBeUndefined()
    expect(openInput(otherKey, wireOf(utf8(`${hash}{}`)))).toBeUndefined()
  })

  it('never throws for any bytes or text of a node', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, text) => {
        openInput(txKey, bytes)
        openData(txKey, bytes)
        openAttribute(txKey, text)
        openError(txKey, text)
        for (const inner of [bytes, utf8(text.replace(/\p{Surrogate}/gu, ''))]) {
          openData(txKey, sealCiphertext(txKey, inner))
          openError(txKey, base64.encode(sealCiphertext(txKey, inner)))
        }
      }),
    )
  })
})
