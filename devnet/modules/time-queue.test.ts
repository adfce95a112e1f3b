import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Store } from '../store/store'
import { TimeQueue } from './time-queue'

const queue = new TimeQueue('test/queue')

describe('a queue of times', () => {
  it('gives what is due, the earliest first, once', () => {
    const store = new Store()
    queue.add(store, 30n, 'later')
    queue.add(store, 10n, 'b')
    queue.add(store, 10n, 'a')
    queue.add(store, 20n, 'gone')
    queue.remove(store, 20n, 'gone')
    expect(queue.takeDue(store, 9n)).toEqual([])
    expect(queue.takeDue(store, 29n, 1)).toEqual(['a'])
    expect(queue.takeDue(store, 29n)).toEqual(['b'])
    expect(queue.takeDue(store, 29n)).toEqual([])
    queue.add(store, 5n, 'again')
    expect(queue.takeDue(store, 30n)).toEqual(['again', 'later'])
  })

  it('gives everything exactly once, whatever the order of the blocks', () => {
    const times = fc.array(fc.bigInt({ min: 0n, max: 50n }), { maxLength: 20 })
    fc.assert(
      fc.property(times, times, (added, blocks) => {
        const store = new Store()
        for (const [at, time] of added.entries()) queue.add(store, time, String(at))
        const taken = [...blocks.sort((a, b) => (a < b ? -1 : 1)), 50n].flatMap((now) => {
          const due = queue.takeDue(store, now)
          expect(due.every((name) => (added[Number(name)] ?? 99n) <= now)).toBe(true)
          return due
        })
        expect(taken.map(Number).sort((a, b) => a - b)).toEqual(added.map((_, at) => at))
      }),
    )
  })
})
