import { describe, expect, it } from 'vitest'
import { exactTime, relativeTime } from './relative-time'

const NOW = Date.UTC(2026, 10, 21, 10, 0, 0)
const MINUTE = 60_000

describe('relativeTime', () => {
  it('counts from the largest whole unit', () => {
    const words = [
      0,
      59_000,
      MINUTE,
      59 * MINUTE,
      60 * MINUTE,
      23 * 60 * MINUTE,
      25 * 60 * MINUTE,
      72 * 60 * MINUTE,
    ]
    expect(words.map((ago) => relativeTime(NOW - ago, NOW))).toEqual([
      'just now',
      'just now',
      '1 min ago',
      '59 min ago',
      '1 h ago',
      '23 h ago',
      'yesterday',
      '3 days ago',
    ])
    expect(relativeTime(NOW + 5000, NOW)).toBe('just now')
    expect(relativeTime(NOW - 400 * 24 * 60 * MINUTE, NOW)).toMatch(/2025/)
  })

  it('bears a time that is none', () => {
    expect(relativeTime(Number.NaN, NOW)).toBe('unknown time')
    expect(exactTime(1e20)).toBe('unknown time')
  })
})
