import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoWords } from './ibc-memo-words'

const PROXY = 'secret198lmmh2fpj3weqhjczptkzl9pxygs23yn6dsev'
const TOKEN = 'secret1k0jntykt7e4g3y88ltc60czgjuqdy4c9e8fzek'

function asks(memo: unknown, receiver = PROXY): string | undefined {
  return memoWords(JSON.stringify(memo), receiver).asks
}

const wrap = {
  wasm: {
    contract: PROXY,
    msg: { wrap_deposit: { snip20_address: TOKEN, snip20_code_hash: 'ab', recipient_address: 'secret1me' } },
  },
}
const forward = { receiver: 'cosmos1abc', port: 'transfer', channel: 'channel-0', timeout: '10m', retries: 2 }

describe('the memo of a transfer to another chain', () => {
  it('is put into words in each of its known forms', () => {
    expect(asks(wrap)).toBe('there turn it into the private token secret1k0j…c9e8fzek for secret1me')
    expect(asks({ wasm: { contract: PROXY, msg: { stake: {} } } })).toBe(
      'there send “stake” to the contract secret198l…3yn6dsev, for all to read',
    )
    expect(asks({ ibc_callback: TOKEN })).toBe('tell the contract secret1k0j…c9e8fzek what became of it')
    expect(asks({ forward })).toBe('there send it on to cosmos1abc over channel-0')
    expect(asks({ forward: { ...forward, next: { forward } } })).toBe(
      'there send it on to cosmos1abc over channel-0, and there send it on to cosmos1abc over channel-0',
    )
    const last = JSON.stringify({ wasm: { contract: 'cosmos1abc', msg: {} } })
    expect(asks({ forward: { ...forward, next: last } })).toContain('an empty message')
  })

  it('tells how long a step may take, where it says so', () => {
    const within = (timeout: unknown): string | undefined =>
      memoWords(JSON.stringify({ forward: { ...forward, timeout } }), 'x').facts.find(
        ({ label }) => label === 'Sent on within',
      )?.value
    expect([within('10m'), within(600_000_000_000), within(7), within(0)]).toEqual([
      '10m',
      '10 minutes',
      '7',
      undefined,
    ])
  })

  it('I3: is no known form with one member more, and is then shown whole with a caution', () => {
    for (const memo of [
      { ...wrap, note: 1 },
      { wasm: { ...wrap.wasm, more: 1 } },
      { forward: { ...forward, next: { forward: { ...forward, more: 1 } } } },
      { forward: { ...forward, next: 'not json' } },
      {},
    ]) {
      const text = JSON.stringify(memo)
      const found = memoWords(text, PROXY)
      expect(found.asks).toBeUndefined()
      expect(found.facts).toEqual([{ label: 'Memo for the other chain', value: text }])
      expect(found.warnings.map(({ text }) => text).join()).toContain('cannot put into words')
    }
  })

  it('that names another contract than the receiver is a danger', () => {
    expect(memoWords(JSON.stringify(wrap), TOKEN).warnings[0]).toMatchObject({ level: 'danger' })
    expect(memoWords(JSON.stringify(wrap), PROXY).warnings.map(({ level }) => level)).toEqual([
      'caution',
      'caution',
    ])
  })

  it('that can be read in two ways is never put into words', () => {
    const found = memoWords('{"forward":{},"forward":{}}', PROXY)
    expect(found.asks).toBeUndefined()
    expect(found.warnings[0]?.text).toContain('unusual way')
    expect(memoWords('', PROXY)).toEqual({ asks: undefined, facts: [], warnings: [] })
  })

  it('never throws', () => {
    const key = fc.constantFrom('wasm', 'forward', 'next', 'contract', 'msg', 'receiver', 'ibc_callback')
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, fc.constantFrom(PROXY, '{}', 5, null), fc.dictionary(key, tie('tree'))),
    }))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          tree.map((value) => JSON.stringify(value)),
        ),
        (text) => void memoWords(text, PROXY),
      ),
    )
  })
})
