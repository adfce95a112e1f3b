import { describe, expect, it } from 'vitest'
import type { View, ViewPush } from '../messages/popup'
import { createViewPort } from './view-port'

interface Reading {
  readonly answer: (view: View) => void
}

function setup(): { port: ReturnType<typeof createViewPort>; readings: Reading[]; reads: () => number } {
  const readings: Reading[] = []
  const port = createViewPort(() => new Promise((answer) => readings.push({ answer })))
  return { port, readings, reads: () => readings.length }
}

const EMPTY: View = { kind: 'empty' }
const locked = (site: string): View => ({
  kind: 'locked',
  waitingSites: [site],
  passkeys: [],
  mends: false,
})
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

describe('the view port', () => {
  it('sends the view at once and after each change, to everybody', async () => {
    const { port, readings } = setup()
    const one: ViewPush[] = []
    const two: ViewPush[] = []
    port.connect({ post: (push) => one.push(push) })
    port.connect({ post: (push) => two.push(push) })
    readings[0]?.answer(EMPTY)
    await turn()
    readings[1]?.answer(locked('https://a.example'))
    await turn()
    expect(two.at(-1)).toEqual({ kind: 'view', view: locked('https://a.example') })
    expect(one).toEqual(two)
  })

  it('shows many changes at once by one more view', async () => {
    const { port, readings, reads } = setup()
    const seen: ViewPush[] = []
    port.connect({ post: (push) => seen.push(push) })
    for (let n = 0; n < 100; n += 1) port.changed()
    readings[0]?.answer(EMPTY)
    await turn()
    readings[1]?.answer(EMPTY)
    await turn()
    expect(reads()).toBe(2)
    expect(seen).toHaveLength(2)
  })

  it('reads nothing while nobody looks', async () => {
    const { port, readings, reads } = setup()
    port.changed()
    expect(reads()).toBe(0)
    const leave = port.connect({ post: () => undefined })
    readings[0]?.answer(EMPTY)
    await turn()
    leave()
    port.changed()
    expect(reads()).toBe(1)
  })

  it('lets go of a page that is gone without failing the others', async () => {
    const { port, readings } = setup()
    const seen: ViewPush[] = []
    port.connect({
      post: () => {
        throw new Error('Attempting to use a disconnected port object')
      },
    })
    port.connect({ post: (push) => seen.push(push) })
    readings[0]?.answer(EMPTY)
    await turn()
    expect(seen).toHaveLength(1)
  })
})
