// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '../popup.fake'
import { ApproveButton } from './approve-button'

beforeEach(() => {
  vi.useFakeTimers({
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'requestAnimationFrame',
      'cancelAnimationFrame',
      'performance',
    ],
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))
const FRAME = 16
const button = (): HTMLElement => screen.getByRole('button', { name: 'Approve' })

function press(): void {
  fireEvent.pointerDown(button())
  fireEvent.click(button())
}

function pressKey(key: string, repeat = false): void {
  const went = fireEvent.keyDown(button(), { key, repeat })
  if (went) fireEvent.click(button())
}

function mount(ready = true): { approved: () => number } {
  const onApprove = vi.fn()
  show(
    <ApproveButton
      label="Approve"
      look="primary"
      content="one"
      ready={ready}
      busy={false}
      onApprove={onApprove}
    />,
  )
  return { approved: () => onApprove.mock.calls.length }
}

describe('ApproveButton', () => {
  it('U50, U52: takes no click, Enter or Space in the first half second, and never the focus', () => {
    const { approved } = mount()
    expect(document.activeElement).not.toBe(button())
    for (let passed = 0; passed < 500; passed += 100) {
      press()
      pressKey('Enter')
      pressKey(' ')
      wait(100)
    }
    expect(approved()).toBe(0)
    wait(FRAME + 50)
    expect(button().getAttribute('aria-disabled')).toBeNull()
    press()
    expect(approved()).toBe(1)
  })

  it('U53, U54: waits anew after a focus, a resize, a move and a change of visibility', () => {
    const { approved } = mount()
    for (const happen of [
      () => fireEvent.focus(window),
      () => fireEvent(window, new Event('resize')),
      () => vi.stubGlobal('screenX', window.screenX + 1),
      () => vi.stubGlobal('screenY', window.screenY - 1),
      () => fireEvent(document, new Event('visibilitychange')),
    ]) {
      wait(1000)
      act(() => void happen())
      wait(450)
      press()
      pressKey('Enter')
      expect(approved()).toBe(0)
    }
    wait(100)
    press()
    expect(approved()).toBe(1)
  })

  it('U50: takes no press that began before it opened', () => {
    const { approved } = mount()
    wait(300)
    fireEvent.pointerDown(button())
    wait(400)
    fireEvent.click(button())
    expect(approved()).toBe(0)
  })

  it('U52: takes no key that is held down', () => {
    const { approved } = mount()
    wait(1000)
    pressKey('Enter', true)
    pressKey(' ', true)
    expect(approved()).toBe(0)
    pressKey('Enter')
    expect(approved()).toBe(1)
  })

  it('stays shut while something is still to be done', () => {
    const { approved } = mount(false)
    wait(1000)
    press()
    expect(approved()).toBe(0)
  })
})
