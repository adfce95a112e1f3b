import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExactJson, isExactList, isExactObject, parseExactJson } from './exact-json'

function plain(value: ExactJson): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (isExactList(value)) return value.map(plain)
  if (!isExactObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
}

/** What the parser makes of a text, or the name of its error. */
function outcome(parse: (text: string) => unknown, text: string): unknown {
  try {
    return { value: parse(text) }
  } catch (error) {
    return error instanceof SyntaxError ? 'SyntaxError' : error
  }
}

describe('exact JSON', () => {
  it('keeps every digit of a whole number', () => {
    expect(parseExactJson('[18446744073709551615,0,-7,1.5,1e2]')).toEqual([
      18446744073709551615n,
      0n,
      -7n,
      1.5,
      100,
    ])
  })

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(3), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), undefined, indent)
        // Minus zero has no whole number of its own.
        fc.pre(!spaced.includes('-0'))
        expect(plain(parseExactJson(spaced))).toEqual(JSON.parse(spaced))
      }),
    )
  })

  it('refuses what JSON.parse refuses', () => {
    const characters = fc.constantFrom(...'{}[]:,"\\ntruefals0123456789.-+eE u')
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
        fc.pre(!text.includes('-0'))
        expect(outcome((given) => plain(parseExactJson(given)), text)).toEqual(outcome(JSON.parse, text))
      }),
      { numRuns: 5_000 },
    )
  })

  it('refuses nesting deeper than the chain reads', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
    expect(outcome(parseExactJson, nested(128))).not.toBe('SyntaxError')
    expect(outcome(parseExactJson, nested(129))).toBe('SyntaxError')
    expect(outcome(parseExactJson, nested(100_000))).toBe('SyntaxError')
  })

  it('has no keys with powers', () => {
    const value = parseExactJson('{"__proto__":{"polluted":true}}')
    expect(isExactObject(value) && value['polluted']).toBe(undefined)
  })
})
