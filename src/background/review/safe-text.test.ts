import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlainlyVisible, safeLines, safeText } from './safe-text'

describe('text from outside', () => {
  it('P10, U57: is shown with everything that could hide or turn it written out', () => {
    expect(safeText('pay \u202egpj.exe')).toBe('pay \\u{202e}gpj.exe')
    expect(safeText('zero\u200bwidth')).toBe('zero\\u{200b}width')
    expect(safeText('nul\0line\nfeed')).toBe('nul\\u{0}line\\u{a}feed')
    expect(safeText('half \ud800')).toBe('half \\u{d800}')
    expect(safeText('no\u00a0break\u3000wide')).toBe('no\\u{a0}break\\u{3000}wide')
    expect(safeText('filler\u3164\u2800')).toBe('filler\\u{3164}\\u{2800}')
    expect(safeText('tag\u{e0041}')).toBe('tag\\u{e0041}')
  })

  it('leaves ordinary text of any script alone', () => {
    for (const text of [
      'Send 12.5 sSCRT',
      'Zażółć gęślą jaźń',
      'こんにちは',
      'مرحبا',
      '<b>&amp;</b>',
      '🚀',
    ]) {
      expect(safeText(text)).toBe(text)
      expect(isPlainlyVisible(text)).toBe(true)
    }
  })

  it('U56: is capped with a note, and no character is cut in half', () => {
    expect(safeText('x'.repeat(1000), 10)).toBe(`${'x'.repeat(10)}… (990 more characters)`)
    expect(safeText('123456789🚀🚀', 10)).toBe('123456789… (4 more characters)')
    expect(safeText('x'.repeat(1_000_000)).length).toBeLessThan(400)
  })

  it('keeps the line breaks of documents and nothing else', () => {
    expect(safeLines('a\nb\tc\r')).toBe('a\nb\\u{9}c\\u{d}')
  })

  it('is visible whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isPlainlyVisible(safeText(text))).toBe(true)
        expect(safeText(text)).not.toContain('\n')
      }),
    )
  })
})
