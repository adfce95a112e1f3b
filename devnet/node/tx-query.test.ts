import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matches, parseTxQuery } from './tx-query'

const EMITTED = new Map([
  ['message.sender', new Set(['secret1a', 'secret1b'])],
  ['tx.height', new Set(['17'])],
])

function found(expression: string): boolean | undefined {
  return parseTxQuery(expression)?.every((condition) => matches(condition, EMITTED))
}

describe('tx search', () => {
  it.each([
    ["message.sender='secret1a'", true],
    ["message.sender='secret1a' AND message.sender='secret1b'", true],
    ["message.sender='secret1'", false],
    ["message.sender CONTAINS 'ret1b'", true],
    ['message.sender EXISTS', true],
    ['message.action EXISTS', false],
    ['tx.height=17', true],
    ['tx.height>=17 AND tx.height<18', true],
    ['tx.height>17', false],
    ['tx.height<=16', false],
    ['message.sender>1', false],
  ])('%s is %s', (expression, expected) => {
    expect(found(expression)).toBe(expected)
  })

  it.each(['', 'message.sender', "message.sender='a", 'tx.height=a', "a='b' OR c='d'"])(
    'cannot read %j',
    (text) => {
      expect(parseTxQuery(text)).toBeUndefined()
    },
  )

  it('never throws, whatever it is asked', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseTxQuery(text)
      }),
    )
  })
})
