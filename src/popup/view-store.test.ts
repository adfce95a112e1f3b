import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeBackground, lockedView, unlockedView } from './popup.fake'
import { createViewStore, followView } from './view-store'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('followView', () => {
  it('mirrors every view that is pushed and nothing else', () => {
    const background = new FakeBackground()
    const store = createViewStore()
    const stop = followView(store, background.platform())
    expect(store.getState()).toEqual({ view: undefined, live: false })
    background.push({ kind: 'empty' })
    expect(store.getState()).toEqual({ view: { kind: 'empty' }, live: true })
    for (const strange of [
      undefined,
      null,
      'view',
      { kind: 'view' },
      { kind: 'view', view: { kind: 'root' } },
    ]) {
      background.say(strange)
    }
    expect(store.getState().view).toEqual({ kind: 'empty' })
    stop()
  })

  it('connects again when the worker dies and keeps the last view meanwhile', () => {
    const background = new FakeBackground()
    const store = createViewStore()
    const stop = followView(store, background.platform())
    const view = unlockedView()
    background.push(view)
    background.die()
    expect(store.getState()).toEqual({ view, live: false })
    vi.advanceTimersByTime(0)
    expect(background.connections).toBe(2)
    expect(store.getState().view).toBe(view)
    background.push(lockedView())
    expect(store.getState()).toEqual({ view: lockedView(), live: true })
    stop()
  })

  it('waits longer while the worker keeps dying, and starts anew once it lives', () => {
    const background = new FakeBackground()
    const store = createViewStore()
    const stop = followView(store, background.platform())
    for (const wait of [0, 100, 500, 2000, 2000]) {
      const before = background.connections
      background.die()
      if (wait > 0) {
        vi.advanceTimersByTime(wait - 1)
        expect(background.connections).toBe(before)
      }
      vi.advanceTimersByTime(1)
      expect(background.connections).toBe(before + 1)
    }
    background.push({ kind: 'empty' })
    const before = background.connections
    background.die()
    vi.advanceTimersByTime(0)
    expect(background.connections).toBe(before + 1)
    stop()
  })

  it('stops for good when told to', () => {
    const background = new FakeBackground()
    const stop = followView(createViewStore(), background.platform())
    background.die()
    stop()
    vi.advanceTimersByTime(10_000)
    expect(background.connections).toBe(1)
  })
})
