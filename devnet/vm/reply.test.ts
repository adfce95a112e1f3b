import { describe, expect, it } from 'vitest'
import { encodeReply } from './reply'

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

describe('the reply to a contract', () => {
  it('tells of success with events and data, and keeps all digits of the id', () => {
    const events = [{ type: 'wasm', attributes: [{ key: 'k', value: 'v' }] }]
    expect(text(encodeReply((1n << 64n) - 1n, { kind: 'ok', events, data: Uint8Array.of(1, 2) }))).toBe(
      '{"id":18446744073709551615,"result":{"ok":{"events":[{"type":"wasm","attributes":[{"key":"k","value":"v"}]}],"data":"AQI="}}}',
    )
    expect(text(encodeReply(0n, { kind: 'ok', events: [], data: undefined }))).toBe(
      '{"id":0,"result":{"ok":{"events":[],"data":null}}}',
    )
  })

  it('tells of failure in words', () => {
    expect(text(encodeReply(7n, { kind: 'error', error: 'say "no"' }))).toBe(
      '{"id":7,"result":{"error":"say \\"no\\""}}',
    )
  })
})
