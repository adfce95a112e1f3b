import { describe, expect, it } from 'vitest'
import { markOf } from './identicon-tiles'

describe('markOf', () => {
  it('draws the same mark for the same text and another for nearly the same', () => {
    const address = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
    expect(markOf(address)).toEqual(markOf(address))
    const near = Array.from({ length: 30 }, (_, at) => `${address.slice(0, at + 7)}x${address.slice(at + 8)}`)
    expect(new Set([address, ...near].map((text) => JSON.stringify(markOf(text)))).size).toBeGreaterThan(28)
  })

  it('draws something for any text', () => {
    for (const text of ['', '\u202e', 'x'.repeat(5000)]) expect(markOf(text).rows).toHaveLength(4)
  })
})
