import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layJson } from './json-tokens'

const laid = (text: string): string | undefined =>
  layJson(text)
    ?.map((token) => token.text)
    .join('')

describe('layJson', () => {
  it('sets objects in lines and marks keys', () => {
    expect(laid('{"a":{"b":[1,"x"]},"c":{}}')).toBe(
      '{\n  "a": {\n    "b": [\n      1,\n      "x"\n    ]\n  },\n  "c": {}\n}',
    )
    expect(layJson('{"a":"b"}')?.map(({ kind }) => kind)).toEqual([
      'sign',
      'space',
      'key',
      'sign',
      'space',
      'string',
      'space',
      'sign',
    ])
  })

  it('keeps numbers as they were written and doubled keys doubled', () => {
    const text = '{"amount":340282366920938463463374607431768211455,"x":1.50,"x":1e3}'
    expect(laid(text)).toContain('340282366920938463463374607431768211455')
    expect(laid(text)).toContain('1.50')
    expect(laid(text)?.match(/"x"/g)).toHaveLength(2)
  })

  it('says what is not JSON', () => {
    for (const text of ['', '{', "{'a':1}", '[1,]', 'Generic error: no', '01', '{"a":"\u0001"}']) {
      expect(layJson(text)).toBeUndefined()
    }
  })

  it('changes nothing but white space outside strings', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const result = laid(text)
        expect(result).toBeDefined()
        expect(JSON.parse(result ?? '')).toEqual(JSON.parse(text))
        expect((result ?? '').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})
