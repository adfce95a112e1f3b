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
