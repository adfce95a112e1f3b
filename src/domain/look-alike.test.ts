import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Address, addressFromBytes } from './address'
import { findLookAlike, isLookAlike, lookAlikeFinder, nameOf } from './look-alike'

const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const DATA_LENGTH = 38

const address: fc.Arbitrary<Address> = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((bytes) => addressFromBytes(bytes))

/** Puts another letter at that place of the data part. */
function withOther(text: string, place: number): string {
  const at = 'secret1'.length + place
  const other = LETTERS[(LETTERS.indexOf(text[at] ?? '') + 1) % LETTERS.length]
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`
}

/** An address with all characters but those at the two ends changed. */
function ground(text: string, front: number, end: number): string {
  let made = text
  for (let place = front; place < DATA_LENGTH - end; place += 1) made = withOther(made, place)
  return made
}

describe('look-alike addresses', () => {
  it('are never one and the same address', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(isLookAlike(one, one)).toBe(false)
      }),
    )
  })

  it('are alike both ways', () => {
    fc.assert(
      fc.property(address, address, fc.nat(DATA_LENGTH), fc.nat(DATA_LENGTH), (one, other, front, end) => {
        const near = ground(one, front, end)
        expect(isLookAlike(one, other)).toBe(isLookAlike(other, one))
        expect(isLookAlike(one, near)).toBe(isLookAlike(near, one))
      }),
    )
  })

  it('are found when one character differs, wherever it is', () => {
    fc.assert(
      fc.property(address, fc.nat(DATA_LENGTH - 1), (one, place) => {
        expect(isLookAlike(one, withOther(one, place))).toBe(true)
      }),
    )
  })

  it('are found when one character is missing', () => {
    fc.assert(
      fc.property(address, fc.integer({ min: 7, max: 30 }), (one, at) => {
        expect(isLookAlike(one, one.slice(0, at) + one.slice(at + 1))).toBe(true)
      }),
    )
  })

  it('are found when somebody searched for six characters at the ends, and not for fewer', () => {
    fc.assert(
      fc.property(address, (one) => {
        for (const [front, end] of [
          [3, 3],
          [2, 4],
          [3, 8],
          [0, 6],
          [6, 0],
        ] as const) {
          expect(isLookAlike(one, ground(one, front, end))).toBe(true)
        }
        expect(isLookAlike(one, ground(one, 3, 2))).toBe(false)
        expect(isLookAlike(one, ground(one, 0, 0))).toBe(false)
      }),
    )
  })

  it('are practically never random ones, even among 500', () => {
    const known = Array.from({ length: 500 }, (_, index) => ({
      name: `Contact ${index}`,
      address: addressFromBytes(pseudoRandom(index)),
    }))
    for (let seed = 1000; seed < 1400; seed += 1) {
      expect(findLookAlike(addressFromBytes(pseudoRandom(seed)), known)).toBeUndefined()
    }
  })

  it('are of one prefix', () => {
    const one = addressFromBytes(new Uint8Array(20).fill(7))
    expect(isLookAlike(one, one.replace('secret1', 'cosmos1'))).toBe(false)
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(typeof isLookAlike(a, b)).toBe('boolean')
      }),
    )
  })
})

describe('known addresses', () => {
  const ada = { name: 'Ada', address: addressFromBytes(new Uint8Array(20).fill(1)) }
  const near = ground(ada.address, 3, 4)

  it('are named when every character is right', () => {
    expect(nameOf(ada.address, [ada])).toBe('Ada')
    expect(nameOf(near, [ada])).toBeUndefined()
  })

  it('are never called look-alikes themselves', () => {
    expect(findLookAlike(near, [ada])).toBe(ada)
    expect(findLookAlike(near, [ada, { name: 'Eve', address: near }])).toBeUndefined()
    expect(findLookAlike(ada.address, [ada])).toBeUndefined()
  })

  it('are found among many as among few, in their order', () => {
    const text = fc.string({ unit: fc.constantFrom('1', 'a', 'b'), maxLength: 12 })
    const list = fc.array(text.map((one) => ({ name: one, address: one })))
    fc.assert(
      fc.property(fc.oneof(text, address), list, fc.nat(8), fc.nat(8), (one, known, front, end) => {
        const all = one.length < 20 ? known : [...known, { name: 'near', address: ground(one, front, end) }]
        const find = lookAlikeFinder(all)
        for (const each of [one, ...known.map(({ address: of }) => of)]) {
          expect(find(each)).toBe(findLookAlike(each, all))
        }
      }),
      { numRuns: 1000 },
    )
  })
})

/** Bytes of a small generator (xorshift), the same for the same seed. */
function pseudoRandom(seed: number): Uint8Array {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1
  return Uint8Array.from({ length: 20 }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 0xff
  })
}
