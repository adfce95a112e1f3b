import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matches, parseTxQuery } from './tx-query'
import { TxQueryError } from './tx-query-scanner'

const EMITTED = new Map([
  ['message.sender', ['secret1a', 'secret1b']],
  ['tx.height', ['17']],
  ['mint.amount', ['340282366920938463463374607431768211456', '12uscrt', '1.5']],
  ['vote.end', ['2026-03-04T05:06:07Z']],
])

function found(expression: string): boolean {
  return matches(parseTxQuery(expression), EMITTED)
}

describe('tx search', () => {
  it.each([
    ["message.sender='secret1a'", true],
    ["message.sender='secret1a' AND message.sender='secret1b'", true],
    ["message.sender='secret1'", false],
    ["message.sender = 'secret1a'AND tx.height=17", true],
    ["message.sender CONTAINS 'ret1b'", true],
    ['message.sender EXISTS', true],
    ['message.action EXISTS', false],
    ['tx.height=17', true],
    ['tx.height>=17 AND tx.height<18', true],
    ['tx.height > 16.5', true],
    ['tx.height>17', false],
    ['tx.height<=16', false],
    ['message.sender>1', false],
    ['mint.amount > 340282366920938463463374607431768211455', true],
    ['mint.amount > 340282366920938463463374607431768211456', false],
    ['mint.amount <= 1.5', true],
    ['vote.end > TIME 2026-03-04T05:06:06Z', true],
    ['vote.end = TIME 2026-03-04T06:06:07+01:00', true],
    ['vote.end < DATE 2026-03-04', false],
  ])('%s is %s', (expression, expected) => {
    expect(found(expression)).toBe(expected)
  })

  it.each([
    ['', 'offset 0: EOF'],
    ['message.sender', 'offset 14: EOF'],
    ["message.sender='a", 'offset 15: EOF'],
    ['tx.height=a', 'offset 10: got tag, wanted number, timestamp, datestamp or string'],
    ["a='b' OR c='d'", 'offset 6: got tag, want AND operator'],
    ["'a'='b'", 'offset 0: got string, wanted tag'],
    ["a>'b'", 'offset 2: got string, wanted number, timestamp or datestamp'],
    ["wasm.snip52:x='y'", 'offset 11: invalid input : at offset 12'],
    ['a=TIME yesterday', 'offset 2: invalid TIME value: cannot parse ""'],
    ['a=DATE 1800-01-01', 'offset 2: datestamp year 1800 out of range'],
  ])('cannot read %j', (text, message) => {
    expect(() => parseTxQuery(text)).toThrow(new TxQueryError(message))
  })

  it('is read or refused, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a.=<>' AND0-9TIME:-]*$/)),
        (text) => {
          try {
            parseTxQuery(text)
          } catch (error) {
            expect(error).toBeInstanceOf(TxQueryError)
          }
        },
      ),
    )
  })
})
