import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesToAsk } from './places-to-ask'

describe('placesToAsk', () => {
  it('asks for three different places of the phrase, in order', () => {
    fc.assert(
      fc.property(fc.constantFrom(12, 24), fc.maxSafeNat(), (count, seed) => {
        const places = placesToAsk(count, seed)
        expect(new Set(places).size).toBe(3)
        expect([...places].sort((a, b) => a - b)).toEqual(places)
        expect(places.every((place) => place >= 1 && place <= count)).toBe(true)
      }),
    )
  })

  it('asks for other places at other times', () => {
    const asked = new Set(
      Array.from({ length: 50 }, (_, index) => placesToAsk(24, 1_700_000_000_000 + index).join()),
    )
    expect(asked.size).toBeGreaterThan(30)
  })
})
