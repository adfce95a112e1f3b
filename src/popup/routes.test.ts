import { describe, expect, it } from 'vitest'
import { modeOf } from './platform'
import { parentOf } from './routes'

describe('parentOf', () => {
  it('leads home from everywhere and nowhere from home', () => {
    expect(parentOf({ kind: 'home' })).toBeUndefined()
    expect(parentOf({ kind: 'entry', id: 'x' })).toEqual({ kind: 'activity' })
    for (const kind of ['activity', 'sites', 'settings', 'receive', 'approvals'] as const) {
      expect(parentOf({ kind })).toEqual({ kind: 'home' })
    }
  })
})

describe('modeOf', () => {
  it('reads the page’s kind and takes anything else for the popup', () => {
    expect(modeOf('?approval')).toBe('approval')
    expect(modeOf('?tab')).toBe('tab')
    expect(modeOf('')).toBe('popup')
    expect(modeOf('?approve=1&x')).toBe('popup')
  })
})
