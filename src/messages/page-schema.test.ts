import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_PARAMS_LENGTH, PAGE_METHODS } from './page'
import { parsePageCall } from './page-schema'

const id = 'request-1'

function request(method: string, params: unknown): unknown {
  return { kind: 'page-request', id, method, params: JSON.stringify(params) }
}

describe('page calls', () => {
  it('reads a well-formed call', () => {
    expect(parsePageCall(request('getAccount', { chainId: 'secret-4' }))).toEqual({
      kind: 'call',
      call: { id, method: 'getAccount', params: { chainId: 'secret-4' } },
    })
  })

  it('P2, P3: refuses methods that are not in the table', () => {
    for (const method of ['__proto__', 'constructor', 'toString', 'then', 'unlock', '', 'approve']) {
      expect(parsePageCall(request(method, {})).kind).toBe('invalid')
    }
    expect(
      parsePageCall({ kind: 'page-request', id, method: { toString: () => 'connect' }, params: '{}' }).kind,
    ).toBe('invalid')
  })

  it('P7: refuses huge and deeply nested parameters without failing itself', () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    const huge = { kind: 'page-request', id, method: 'connect', params: `"${'x'.repeat(MAX_PARAMS_LENGTH)}"` }
    expect(parsePageCall({ kind: 'page-request', id, method: 'connect', params: deep }).kind).toBe('invalid')
    expect(parsePageCall(huge).kind).toBe('invalid')
  })

  it('P9: an own __proto__ key is an unknown field, never a prototype', () => {
    const params = '{"chainId":"secret-4","__proto__":{"polluted":true}}'
    expect(parsePageCall({ kind: 'page-request', id, method: 'getAccount', params }).kind).toBe('invalid')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('reads chain ids as every chain of Cosmos writes them, and many of them', () => {
    const chainIds = ['evmos_9001-2', 'x'.repeat(64), ...Array.from({ length: 98 }, (_, n) => `chain-${n}`)]
    for (const method of ['connect', 'disconnect', 'isConnected'] as const) {
      expect(parsePageCall(request(method, { chainIds })).kind).toBe('call')
      expect(parsePageCall(request(method, { chainIds: [...chainIds, 'more-1'] })).kind).toBe('invalid')
      expect(parsePageCall(request(method, { chainIds: ['x'.repeat(65)] })).kind).toBe('invalid')
    }
  })

  it('P24: refuses chain ids in another spelling', () => {
    for (const chainId of [' secret-4', 'secret–4', 'secret-4\n', '']) {
      expect(parsePageCall(request('getAccount', { chainId })).kind).toBe('invalid')
    }
  })

  it('never throws, whatever a page sends', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...PAGE_METHODS), fc.json(), (anything, method, json) => {
        expect(parsePageCall(anything).kind).toBe('invalid')
        expect(['call', 'invalid']).toContain(
          parsePageCall({ kind: 'page-request', id, method, params: json }).kind,
        )
      }),
    )
  })
})
