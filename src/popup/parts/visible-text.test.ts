import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleParts } from './visible-text'

const shown = (text: string): string =>
  visibleParts(text)
    .map((part) => (part.kind === 'hidden' ? `[${part.text}]` : part.text))
    .join('')

describe('visibleParts', () => {
  it('leaves ordinary text alone, in any script', () => {
    for (const text of ['Send 1 SCRT', 'שלום', 'مرحبا', '日本語', 'a\nb\tc', '<b>bold</b>', 'e\u0301']) {
      expect(shown(text)).toBe(text)
    }
  })

  it('shows what would change the reading unseen', () => {
    expect(shown('safe\u202Egnp.exe')).toBe('safe[U+202E]gnp.exe')
    expect(shown('a\u200bb\u2066c\ufeffd\u0000e')).toBe('a[U+200B]b[U+2066]c[U+FEFF]d[U+0000]e')
    expect(shown('x\u{e0041}y\u3164z\u00ad')).toBe('x[U+E0041]y[U+3164]z[U+00AD]')
    expect(shown('lone \ud800 half')).toBe('lone [U+D800] half')
    expect(shown('two\u2028lines')).toBe('two[U+2028]lines')
  })

  it('keeps emoji whole', () => {
    for (const text of ['👩‍🚀', '👩🏽‍🚀', '❤️', '🏳️‍🌈']) expect(shown(text)).toBe(text)
    expect(shown('a\u200db')).toBe('a[U+200D]b')
  })

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const back = visibleParts(text)
          .map((part) =>
            part.kind === 'plain' ? part.text : String.fromCodePoint(Number.parseInt(part.text.slice(2), 16)),
          )
          .join('')
        expect(back).toBe(text)
      }),
    )
  })
})
