import { describe, expect, it } from 'vitest'
import { modeOf } from './platform'
import { firstRoute, isTask, parentOf, type Route } from './routes'

describe('parentOf', () => {
  it('leads home from everywhere and nowhere from home', () => {
    expect(parentOf({ kind: 'home' })).toBeUndefined()
    expect(parentOf({ kind: 'entry', id: 'x' })).toEqual({ kind: 'activity' })
    for (const kind of ['activity', 'sites', 'settings', 'receive', 'approvals'] as const) {
      expect(parentOf({ kind })).toEqual({ kind: 'home' })
    }
  })
})

describe('the places under Settings', () => {
  const KINDS = [
    'accounts-and-backup',
    'accounts',
    'contacts',
    'backup-file',
    'restore-backup',
    'security-settings',
    'change-password',
    'passkeys',
    'add-passkey',
    'forget-wallet',
    'network',
    'prices',
    'about',
  ] as const

  it('lead back to Settings, step by step', () => {
    for (const kind of KINDS) {
      const way: Route[] = [{ kind }]
      for (let up = parentOf({ kind }); up !== undefined; up = parentOf(up)) way.push(up)
      expect(way.slice(-2)).toEqual([{ kind: 'settings' }, { kind: 'home' }])
    }
    expect(parentOf({ kind: 'add-passkey' })).toEqual({ kind: 'passkeys' })
    expect(parentOf({ kind: 'restore-backup' })).toEqual({ kind: 'backup-file' })
  })

  it('have the screen to themselves where something is filled in', () => {
    expect(KINDS.filter((kind) => isTask({ kind }))).toEqual([
      'backup-file',
      'restore-backup',
      'change-password',
      'add-passkey',
      'forget-wallet',
    ])
  })
})

describe('firstRoute', () => {
  it('knows the places a page may be opened for, and takes anything else for home', () => {
    expect(firstRoute('add-passkey')).toEqual({ kind: 'add-passkey' })
    expect(firstRoute('restore-backup')).toEqual({ kind: 'restore-backup' })
    for (const place of [undefined, '', 'forget-wallet', 'approvals', '__proto__']) {
      expect(firstRoute(place)).toEqual({ kind: 'home' })
    }
  })
})

describe('modeOf', () => {
  it('reads the page’s kind and takes anything else for the popup', () => {
    expect(modeOf('?approval')).toBe('approval')
    expect(modeOf('?tab')).toBe('tab')
    expect(modeOf('?panel')).toBe('panel')
    expect(modeOf('')).toBe('popup')
    expect(modeOf('?approve=1&x')).toBe('popup')
  })
})
