import { describe, expect, it } from 'vitest'
import { ApproveGuard } from './approve-guard'

function guardAt(): { guard: ApproveGuard; wait: (ms: number) => void } {
  let now = 1000
  const guard = new ApproveGuard(() => now)
  return {
    guard,
    wait: (ms) => {
      now += ms
    },
  }
}

describe('ApproveGuard', () => {
  it('is shut until something was drawn', () => {
    const { guard, wait } = guardAt()
    wait(60_000)
    expect(guard.isOpen()).toBe(false)
    expect(guard.pressEnds()).toBe(false)
  })

  it('U50: opens 500 ms after the last restart', () => {
    const { guard, wait } = guardAt()
    guard.restart()
    wait(499)
    expect(guard.pressEnds()).toBe(false)
    guard.restart()
    wait(499)
    expect(guard.isOpen()).toBe(false)
    wait(1)
    expect(guard.isOpen()).toBe(true)
    expect(guard.pressEnds()).toBe(true)
  })

  it('refuses a press that began while it was shut', () => {
    const { guard, wait } = guardAt()
    guard.restart()
    wait(400)
    guard.pressBegins()
    wait(400)
    expect(guard.isOpen()).toBe(true)
    expect(guard.pressEnds()).toBe(false)
    guard.pressBegins()
    expect(guard.pressEnds()).toBe(true)
  })

  it('U52, U55: refuses a press that a restart interrupted, however long it is held', () => {
    const { guard, wait } = guardAt()
    for (const interrupt of [() => guard.restart(), () => guard.shut()]) {
      guard.restart()
      wait(600)
      guard.pressBegins()
      interrupt()
      guard.restart()
      wait(10_000)
      expect(guard.isOpen()).toBe(true)
      expect(guard.pressEnds()).toBe(false)
      guard.pressBegins()
      expect(guard.pressEnds()).toBe(true)
    }
  })

  it('can be shut again for good', () => {
    const { guard, wait } = guardAt()
    guard.restart()
    wait(600)
    guard.shut()
    wait(60_000)
    expect(guard.isOpen()).toBe(false)
  })
})
