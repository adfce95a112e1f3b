import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHAINS } from './chains'
import { askWitnesses, countSites, siteOfEndpoint, sitesFirst } from './witnesses'

describe('independent nodes', () => {
  it.each([
    ['https://lcd.one.example/path', 'one.example'],
    ['https://one.example.', 'one.example'],
    ['https://ONE.example:8443', 'one.example'],
    ['https://192.0.2.7:1317', '192.0.2.7'],
    ['https://[2001:db8::1]', '[2001:db8::1]'],
    ['http://localhost:1317', 'this computer'],
    ['http://127.0.0.1:1317', 'this computer'],
    ['http://[::1]:1317', 'this computer'],
  ])('%s stands under %s', (endpoint, site) => {
    expect(siteOfEndpoint(endpoint)).toBe(site)
  })

  it('are at least two on every public network that is built in', () => {
    for (const { chainId, endpoints } of CHAINS) {
      if (chainId !== 'secretdev-1') expect([chainId, countSites(endpoints) > 1]).toEqual([chainId, true])
    }
  })

  const host = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('one', 'two', 'three'))
  const lists = fc.uniqueArray(host.map(([sub, name]) => `https://${sub}.${name}.example`))

  it('come before the second address of any of them, and none is lost', () => {
    fc.assert(
      fc.property(lists, (endpoints) => {
        const order = sitesFirst(endpoints)
        expect([...order].sort()).toEqual([...endpoints].sort())
        expect(countSites(order.slice(0, countSites(endpoints)))).toBe(countSites(endpoints))
      }),
    )
  })

  it('are asked until two have answered or all were asked', async () => {
    await fc.assert(
      fc.asyncProperty(lists, fc.infiniteStream(fc.boolean()), async (endpoints, coin) => {
        const answered: string[] = []
        const replies = await askWitnesses(endpoints, {
          atOnce: 2,
          async ask(endpoint) {
            const there = coin.next().value === true
            if (there) answered.push(endpoint)
            return there
          },
          isAnswer: (there) => there,
        })
        const enough = countSites(answered) >= 2
        expect(enough || replies.length === endpoints.length).toBe(true)
        expect(replies.filter(Boolean)).toHaveLength(answered.length)
      }),
    )
  })
})
