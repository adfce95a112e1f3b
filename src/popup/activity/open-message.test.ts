import { base64, utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { sealCiphertext, writeWire } from '../../crypto/tx-cipher'
import type { EntryMessage } from '../../messages/popup'
import { openMessage } from './open-message'

const key = new Uint8Array(32).fill(7)
const otherKey = new Uint8Array(32).fill(8)
const codeHash = 'ab'.repeat(32)
const seal = (text: string, under = key): Uint8Array => sealCiphertext(under, utf8.decode(text))
const b64 = (bytes: Uint8Array): string => base64.encode(bytes)
const b64Text = (text: string): string => b64(utf8.decode(text))

function wireOf(message: string, under = key): string {
  const nonce = new Uint8Array(32).fill(1)
  const publicKey = new Uint8Array(32).fill(2)
  return b64(writeWire({ nonce, publicKey, ciphertext: seal(codeHash + message, under) }))
}

function messageOf(parts: Partial<EntryMessage>): EntryMessage {
  return { index: 0, title: 'Call', sentence: 'Call a contract', attributes: [], ...parts }
}

describe('openMessage', () => {
  it('opens input, answer, log and error of an own message', () => {
    const opened = openMessage(
      messageOf({
        wire: wireOf('{"transfer":{}}   '),
        data: b64(seal(b64Text('{"transfer":{"status":"success"}}      '))),
        attributes: [
          { type: 'wasm', key: b64(seal('amount')), value: b64(seal('1000  ')) },
          { type: 'wasm', key: 'contract_address', value: 'secret1contract' },
        ],
        error: b64(seal('{"generic_err":{"msg":"no"}}')),
      }),
      key,
    )
    expect(opened.input).toMatchObject({ kind: 'decrypted', text: '{"transfer":{}}' })
    expect(opened.codeHash).toBe(codeHash)
    expect(opened.data).toMatchObject({ kind: 'decrypted', text: '{"transfer":{"status":"success"}}' })
    expect(opened.attributes[0]).toMatchObject({
      key: { kind: 'decrypted', text: 'amount' },
      value: { kind: 'decrypted', text: '1000' },
    })
    expect(opened.attributes[1]?.value).toEqual({ kind: 'plaintext', text: 'secret1contract' })
    expect(opened.error).toMatchObject({ kind: 'decrypted', text: '{"generic_err":{"msg":"no"}}' })
  })

  it('says when a part is not ours', () => {
    const opened = openMessage(
      messageOf({
        wire: wireOf('{}', otherKey),
        data: b64(seal('e30=', otherKey)),
        attributes: [{ type: 'wasm', key: b64(seal('k', otherKey)), value: b64(seal('v', otherKey)) }],
        error: b64(seal('x', otherKey)),
      }),
      key,
    )
    expect(opened.input).toEqual({ kind: 'not-ours' })
    expect(opened.data).toEqual({ kind: 'not-ours' })
    expect(opened.attributes[0]).toMatchObject({ key: { kind: 'not-ours' }, value: { kind: 'not-ours' } })
    expect(opened.error).toEqual({ kind: 'not-ours' })
  })

  it('says when a part opened to something broken, or came broken', () => {
    const broken = openMessage(messageOf({ wire: '***', data: b64(seal('not base64!')) }), key)
    expect(broken.input?.kind).toBe('malformed')
    expect(broken.data?.kind).toBe('malformed')
    const bytes = openMessage(messageOf({ data: b64(seal(b64(new Uint8Array([255, 254])))) }), key)
    expect(bytes.data?.kind).toBe('malformed')
  })

  it('says when the message went in the open', () => {
    const long = JSON.stringify({ transfer: { padding: 'x'.repeat(200) } })
    for (const text of ['{"a":1}', long]) {
      const opened = openMessage(
        messageOf({ wire: b64Text(text), data: b64Text(b64Text('{"ok":true}')) }),
        key,
      )
      expect(opened.input).toEqual({ kind: 'plaintext', text })
      expect(opened.data).toEqual({ kind: 'plaintext', text: '{"ok":true}' })
    }
  })

  it('leaves out what a message does not have', () => {
    const opened = openMessage(messageOf({ json: '{}' }), key)
    expect(opened).toMatchObject({ input: undefined, data: undefined, error: undefined, attributes: [] })
  })
})
