import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJsonText } from './json-text'

describe('JSON that a contract will read', () => {
  it('is understood when it says the same however it is read', () => {
    expect(readJsonText('{ "transfer": {"amount":"1"} }  ')).toEqual({
      kind: 'plain',
      value: { transfer: { amount: '1' } },
      pretty: '{\n  "transfer": {\n    "amount": "1"\n  }\n}',
    })
  })

  it('I3: is never interpreted when a reader could take it otherwise', () => {
    for (const text of [
      '{"amount":"1","amount":"1000000"}',
      '{"amount":123456789012345678901234567890}',
      '{"__proto__":{"amount":"1"}}{',
      '{"amount":1.0}',
      '{"b":1,"1":2}',
      '{"a":"\\u0061"}',
    ]) {
      const reading = readJsonText(text)
      expect(reading.kind).not.toBe('plain')
      expect(reading.pretty).toContain(text)
    }
  })

  it('P9: an own __proto__ is a member like any other', () => {
    const reading = readJsonText('{"__proto__":{"polluted":true}}')
    expect(reading.pretty).toContain('polluted')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('keeps all the white space that is inside strings', () => {
    expect(readJsonText('{"a":" \\" b "}')).toMatchObject({ kind: 'plain', value: { a: ' " b ' } })
  })

  it('U57: hides nothing in what is shown', () => {
    expect(readJsonText('{"memo":"\u202eabc"}').pretty).toContain('\\u{202e}abc')
  })

  it('never throws, and takes everything that JSON.stringify writes', () => {
    fc.assert(fc.property(fc.string(), (text) => void readJsonText(text)))
    fc.assert(
      fc.property(fc.json(), (text) => {
        const written = JSON.stringify(JSON.parse(text))
        expect(readJsonText(written).kind).toBe('plain')
      }),
    )
  })
})
