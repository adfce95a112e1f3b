import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Store } from './store'

describe('Store', () => {
  it('keeps a branch to itself until it is committed', () => {
    const root = new Store()
    root.area('bank').set('a', '1')
    const branch = root.branch()
    branch.area('bank').set('a', '2')
    branch.area('bank').set('b', '3')
    expect(root.area('bank').get('a')).toBe('1')
    expect(root.area('bank').keys()).toEqual(['a'])
    branch.commit()
    expect(root.area('bank').get('a')).toBe('2')
    expect(root.area('bank').keys()).toEqual(['a', 'b'])
  })

  it('hides what was deleted in a branch and forgets it on commit', () => {
    const root = new Store()
    root.area('x').set('k', 'v')
    const branch = root.branch()
    branch.area('x').delete('k')
    expect(branch.area('x').get('k')).toBeUndefined()
    expect(branch.branch().area('x').get('k')).toBeUndefined()
    expect(branch.area('x').keys()).toEqual([])
    expect(root.area('x').get('k')).toBe('v')
    branch.commit()
    expect(root.area('x').get('k')).toBeUndefined()
    expect(root.dump()).toEqual({ x: {} })
  })

  it('keeps areas apart and finds keys by prefix through several branches', () => {
    const root = new Store()
    root.area('a').set('p/1', 'x')
    const inner = root.branch().branch()
    inner.area('a').set('p/2', 'y')
    inner.area('b').set('p/3', 'z')
    expect(inner.area('a').keys('p/')).toEqual(['p/1', 'p/2'])
    expect(inner.area('a').keys('q')).toEqual([])
  })

  it('reads and writes like one map, whatever is branched, committed or dropped', () => {
    const step = fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      value: fc.option(fc.string(), { nil: undefined }),
      keep: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const root = new Store()
        const model = new Map<string, string>()
        for (const { key, value, keep } of steps) {
          const branch = root.branch()
          if (value === undefined) branch.area('x').delete(key)
          else branch.area('x').set(key, value)
          if (!keep) continue
          branch.commit()
          if (value === undefined) model.delete(key)
          else model.set(key, value)
        }
        expect(root.area('x').keys()).toEqual([...model.keys()].sort())
        for (const key of model.keys()) expect(root.area('x').get(key)).toBe(model.get(key))
      }),
    )
  })

  it('comes back whole from its dump', () => {
    const root = new Store()
    root.area('a').set('k', 'v')
    root.area('b').set('__proto__x', '1')
    expect(Store.fromDump(root.dump()).dump()).toEqual(root.dump())
  })
})
