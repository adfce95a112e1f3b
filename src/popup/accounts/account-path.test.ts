import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_PATH, numberProblem, pathText, readPath } from './account-path'

describe('a typed path', () => {
  it('is written as BIP-32 writes it', () => {
    const path = readPath({ ...FIRST_PATH, index: ' 5 ' })
    expect(path && pathText(path)).toBe("m/44'/529'/0'/0/5")
  })

  it('117: is refused with what is wrong with each number', () => {
    expect(numberProblem('')).toBe('Enter a number.')
    for (const text of ['-1', '1.5', '1e3', '٥', '0x1', "0'"]) {
      expect([text, numberProblem(text)]).toEqual([text, 'Use digits only, as in 5.'])
    }
    expect(numberProblem('2147483647')).toBeUndefined()
    expect(numberProblem('2147483648')).toBe('The largest number here is 2147483647.')
    expect(readPath({ ...FIRST_PATH, change: '2147483648' })).toBeUndefined()
  })

  it('has whole numbers below 2^31, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const path = readPath({ ...FIRST_PATH, index: text })
        if (path === undefined) return
        expect(Number.isInteger(path.index) && path.index >= 0 && path.index < 2 ** 31).toBe(true)
      }),
    )
  })
})
