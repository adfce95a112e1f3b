import { base64, utf8 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressFromBytes, type JsonValue } from '../../domain/index'
import type { JsonRemark } from '../../messages/popup'
import { BOB, SSCRT } from '../wallet.fake'
import { markJson } from './json-marks'
import { prettyJson } from './json-text'
import { isPlainlyVisible } from './safe-text'

const ME = addressFromBytes(new Uint8Array(20).fill(1))
const context = { known: [ME, SSCRT] }

/** The marks with the text of the lines that they are about. */
function marks(value: JsonValue): readonly string[] {
  const lines = prettyJson(value).split('\n')
  return markJson(value, context).map(({ line, mark }) => `${mark}: ${lines[line]?.trim()}`)
}

describe('a message that is not put into words', () => {
  it('is marked where somebody else’s address stands, as a value, in a list and as a name', () => {
    expect(
      marks({
        swap: {
          a: BOB,
          b: ME,
          c: SSCRT,
          list: [ME, BOB],
          [BOB]: 1,
          d: 'cosmos1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5lzv7xu',
        },
      }),
    ).toEqual([
      `address: "a": "${BOB}",`,
      `address: "${BOB}"`,
      `address: "${BOB}": 1,`,
      'address: "d": "cosmos1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5lzv7xu"',
    ])
  })

  it('is marked where amounts, powers and times stand', () => {
    expect(
      marks({
        do_it: {
          min_amount: '1000000',
          viewing_key: 'abc',
          newOwner: ME,
          permit: { params: {} },
          expires_at: 1_800_000_000,
          deadline: '1800000000000000000',
          admin: null,
          count: 5,
          allowance: false,
          together: 'x',
        },
      }),
    ).toEqual([
      'amount: "min_amount": "1000000",',
      'power: "viewing_key": "abc",',
      `power: "newOwner": "${ME}",`,
      'power: "permit": {',
      'time: "expires_at": 1800000000,',
      'time: "deadline": "1800000000000000000",',
    ])
  })

  it('is opened where another message is written inside it, and that one is marked too', () => {
    const inner = { approve: { spender: BOB } }
    const msg = base64.encode(utf8.decode(JSON.stringify(inner)))
    for (const text of [msg, JSON.stringify(inner)]) {
      const [remark] = markJson({ run: { msg: text } }, context)
      expect(remark).toMatchObject({ line: 2, mark: 'nested', inner: { json: prettyJson(inner) } })
      expect(remark?.inner?.remarks.map(({ mark }) => mark)).toEqual(['power', 'power', 'address'])
    }
  })

  it('is opened only so far, and marked only so often', () => {
    let value: JsonValue = { a: BOB }
    for (let depth = 0; depth < 6; depth += 1)
      value = { msg: base64.encode(utf8.decode(JSON.stringify(value))) }
    const depthOf = (remarks: readonly JsonRemark[]): number =>
      Math.max(0, ...remarks.map(({ inner }) => (inner === undefined ? 0 : 1 + depthOf(inner.remarks))))
    expect(depthOf(markJson(value, context))).toBe(3)
    const many = markJson(
      Array.from({ length: 500 }, () => BOB),
      context,
    )
    expect(many).toHaveLength(101)
    expect(many.at(-1)).toMatchObject({ mark: 'more', line: 101 })
  })

  it('never throws, and marks lines that are there, in their order, with nothing hidden', () => {
    const word = fc.constantFrom('owner', 'amount', 'to', 'msg', 'viewing_key', '__proto__', 'x')
    const leaf = fc.oneof(
      fc.constantFrom<JsonValue>(
        BOB,
        ME,
        '1800000000',
        1_800_000_000,
        'eyJ0byI6IngifQ==',
        '{"a":["b"]}',
        null,
      ),
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    )
    const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(word, tie('tree'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        const remarks = markJson(value, context)
        const lines = prettyJson(value).split('\n')
        remarks.forEach(({ line, mark, inner }, index) => {
          expect(lines[line]).toBeDefined()
          expect(line).toBeGreaterThanOrEqual(remarks[index - 1]?.line ?? 0)
          if (mark === 'address') expect(lines[line]).toContain(BOB)
          if (inner !== undefined) expect(isPlainlyVisible(inner.json)).toBe(true)
        })
      }),
    )
  })
})
