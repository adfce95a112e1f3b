import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePopupCall } from './popup-schema'

describe('popup calls', () => {
  it('reads a well-formed call', () => {
    expect(parsePopupCall({ kind: 'popup-request', method: 'approve', params: { id: 'a1' } })).toEqual({
      method: 'approve',
      params: { id: 'a1' },
    })
  })

  it('takes nothing with an approval but its id', () => {
    const message = { kind: 'popup-request', method: 'approve', params: { id: 'a1', fee: '0' } }
    expect(parsePopupCall(message)).toBeUndefined()
  })

  it('takes every network that a page can suggest, so that none is there for good', () => {
    const longest = `secret_${'x'.repeat(57)}`
    const account = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
    const grant = { origin: 'https://a.example', account, capability: 'see-address' }
    for (const [method, params] of [
      ['chooseNetwork', { chainId: longest }],
      ['removeNetwork', { chainId: longest }],
      ['revokeGrant', { ...grant, chainId: longest }],
    ] as const) {
      expect(parsePopupCall({ kind: 'popup-request', method, params })).toEqual({ method, params })
    }
    expect(
      parsePopupCall({ kind: 'popup-request', method: 'chooseNetwork', params: { chainId: `${longest}x` } }),
    ).toBeUndefined()
  })

  it('refuses unknown methods and inherited names', () => {
    for (const method of ['__proto__', 'constructor', 'export', 'toString']) {
      expect(parsePopupCall({ kind: 'popup-request', method, params: {} })).toBeUndefined()
    }
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(parsePopupCall(anything)).toBeUndefined()
        expect(parsePopupCall({ kind: 'popup-request', method: 'unlock', params: anything })).toBeUndefined()
      }),
    )
  })
})
