import { describe, expect, it } from 'vitest'
import { durationWords } from './moment-words'

describe('a length of time', () => {
  it.each([
    [0n, '0 seconds'],
    [1n, '1 second'],
    [90n, '90 seconds'],
    [600n, '10 minutes'],
    [3_600n, '1 hour'],
    [1_814_400n, '21 days'],
  ])('%s seconds', (seconds, text) => {
    expect(durationWords(seconds)).toBe(text)
  })
})
