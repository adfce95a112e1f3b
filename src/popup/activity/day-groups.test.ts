import { describe, expect, it } from 'vitest'
import type { ActivitySummary } from '../../messages/popup'
import { groupByDay } from './day-groups'

const NOW = new Date(2026, 10, 21, 10).getTime()

function item(id: string, createdAt: number): ActivitySummary {
  return { id, createdAt, chainId: 'c', origin: 'o', title: 't', sentence: 's', status: 'confirmed' }
}

describe('groupByDay', () => {
  it('puts items under the days of the person’s own clock', () => {
    const items = [
      item('a', new Date(2026, 10, 21, 9).getTime()),
      item('b', new Date(2026, 10, 21, 0, 1).getTime()),
      item('c', new Date(2026, 10, 20, 23, 59).getTime()),
      item('d', new Date(2026, 10, 1, 12).getTime()),
      item('e', new Date(2025, 0, 1, 12).getTime()),
      item('f', Number.NaN),
    ]
    const groups = groupByDay(items, NOW)
    expect(groups.map(({ items: of }) => of.map(({ id }) => id).join(''))).toEqual(['ab', 'c', 'd', 'e', 'f'])
    expect(groups.slice(0, 2).map(({ day }) => day)).toEqual(['Today', 'Yesterday'])
    expect(groups[3]?.day).toContain('2025')
    expect(groups[4]?.day).toBe('Unknown day')
  })
})
