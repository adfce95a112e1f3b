import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { event } from './events'
import { type IndexedTx, TxIndex } from './tx-index'
import { parseTxQuery } from './tx-query'

const ALL = { start: 0, count: 1_000, descending: false }

function tx(height: number, pairs: readonly (readonly [string, string, string])[], index = 0): IndexedTx {
  return {
    hash: `${height}${index}`.padStart(64, '0'),
    height,
    index,
    timeMs: height,
    bytes: new Uint8Array(),
    code: 0,
    codespace: '',
    log: '',
    data: new Uint8Array(),
    events: pairs.map(([type, sender, recipient]) =>
      event(type, [
        ['sender', sender],
        ['recipient', recipient],
      ]),
    ),
    gasWanted: 1n,
    gasUsed: 1n,
  }
}

let index: TxIndex
beforeEach(() => {
  index = new TxIndex()
  for (const one of [
    tx(2, [['transfer', 'a', 'b']]),
    tx(2, [['transfer', 'b', 'a']], 1),
    tx(5, [
      ['transfer', 'a', 'c'],
      ['transfer', 'c', 'b'],
    ]),
    tx(9, [['message', 'a', '7']]),
  ])
    index.add(one)
})

function heights(expression: string, lastHeight?: number): number[] {
  const found = index.search(parseTxQuery(expression), lastHeight)
  const list = found.page(ALL).map(({ height }) => height)
  expect(found.total).toBe(list.length)
  return list
}

describe('the index of transactions', () => {
  it.each([
    ["transfer.sender='a'", [2, 5]],
    ["transfer.sender='a' AND transfer.recipient='b'", [2]],
    ["transfer.sender='a' AND transfer.recipient='b' AND tx.height>2", []],
    ["transfer.sender EXISTS AND transfer.recipient='b'", [2, 5]],
    ["transfer.recipient CONTAINS 'a'", [2]],
    ['message.recipient>6', [9]],
    ["message.sender='a' AND transfer.sender='a'", []],
    ['tx.height=2', [2, 2]],
    ['tx.height>=2 AND tx.height<9', [2, 2, 5]],
    ['tx.height>4.5 AND tx.height<=5.5', [5]],
    ['tx.height EXISTS', [2, 2, 5, 9]],
    ["tx.height CONTAINS '2'", []],
    ["tm.event='Tx'", []],
    [`tx.hash='${'90'.padStart(64, '0')}'`, [9]],
    ["tx.hash='ab'", []],
  ])('finds %s', (expression, expected) => {
    expect(heights(expression)).toEqual(expected)
  })

  it('keeps to what a node that lags behind has seen', () => {
    expect(heights("transfer.sender='a'", 4)).toEqual([2])
    expect(heights('tx.height>0', 4)).toEqual([2, 2])
    expect(heights(`tx.hash='${'90'.padStart(64, '0')}'`, 4)).toEqual([])
  })

  it('gives pages in both directions', () => {
    const found = index.search(parseTxQuery('tx.height>0'))
    const page = (start: number, descending: boolean) =>
      found.page({ start, count: 3, descending }).map(({ height, index: at }) => `${height}/${at}`)
    expect(page(0, false)).toEqual(['2/0', '2/1', '5/0'])
    expect(page(3, false)).toEqual(['9/0'])
    expect(page(0, true)).toEqual(['9/0', '5/0', '2/1'])
    expect(page(3, true)).toEqual(['2/0'])
    expect(page(7, true)).toEqual([])
  })

  it('gives back what it was given', () => {
    const given = tx(11, [['wasm', 'snip52:é', '']])
    index.add(given)
    expect(index.find(given.hash)).toEqual(given)
    expect(index.all()).toHaveLength(5)
    expect(index.find('')).toBeUndefined()
  })

  it('finds the same as a look at every transaction', () => {
    const word = fc.constantFrom('a', 'b', 'c')
    const events = fc.array(fc.tuple(fc.constantFrom('x', 'y'), word, word), { maxLength: 3 })
    fc.assert(
      fc.property(fc.array(events, { maxLength: 12 }), word, word, (lists, sender, recipient) => {
        const searched = new TxIndex()
        const txs = lists.map((list, at) => tx(at + 1, list))
        for (const one of txs) searched.add(one)
        const found = searched.search(parseTxQuery(`x.sender='${sender}' AND x.recipient='${recipient}'`))
        const expected = txs.filter((_, at) =>
          lists[at]?.some(([type, from, to]) => type === 'x' && from === sender && to === recipient),
        )
        expect(found.page(ALL)).toEqual(expected)
      }),
    )
  })

  it('answers one of a hundred thousand at once', () => {
    const large = new TxIndex()
    for (let at = 0; at < 100_000; at++) large.add(tx(at + 1, [['transfer', `s${at % 1_000}`, `r${at}`]]))
    const started = performance.now()
    for (let at = 0; at < 100; at++) {
      const query = `transfer.sender='s${at}' AND transfer.recipient='r${at}' AND tx.height>=1`
      expect(large.search(parseTxQuery(query)).total).toBe(1)
    }
    expect(performance.now() - started).toBeLessThan(500)
  })
})
