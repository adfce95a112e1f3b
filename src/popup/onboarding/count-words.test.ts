import { describe, expect, it } from 'vitest'
import { countWords } from './count-words'

describe('countWords', () => {
  it('counts words, not spaces or list numbers', () => {
    expect(countWords('')).toBe(0)
    expect(countWords('  \n ')).toBe(0)
    expect(countWords(' abandon \t ability\nable ')).toBe(3)
    expect(countWords('1. abandon 2) ability 3: able')).toBe(3)
    expect(countWords('1.abandon 2.ability')).toBe(2)
  })
})
