import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressFromBytes } from '../../domain/index'
import { findAddresses } from './find-addresses'

const ADA = addressFromBytes(new Uint8Array(20).fill(1))
const BEN = addressFromBytes(new Uint8Array(20).fill(2))

describe('the addresses in a text', () => {
  it('are found each once, in order, wherever they stand', () => {
    const json = JSON.stringify({ to: [BEN, ADA, BEN], note: `\n${ADA}.` })
    expect(findAddresses([`Send to ${ADA}`, json])).toEqual({ addresses: [ADA, BEN], complete: true })
  })

  it('are found when JSON writes their letters as numbers, and in capitals', () => {
    const hidden = `"${ADA.replace('secret', 's\\u0065cr\\u0065t')}"`
    expect(findAddresses([hidden]).addresses).toEqual([ADA])
    expect(findAddresses([BEN.toUpperCase()]).addresses).toEqual([BEN])
  })

  it('are never a part of something longer', () => {
    expect(
      findAddresses([`${ADA}q`, ADA.slice(0, -1), 'secret1', `secretvaloper1${ADA.slice(7)}`]).addresses,
    ).toEqual([])
  })

  it('say so when there is too much to look at', () => {
    expect(findAddresses([' '.repeat(600_000), ADA])).toEqual({ addresses: [], complete: false })
    const many = Array.from({ length: 300 }, (_, index) =>
      addressFromBytes(new Uint8Array(20).fill(index % 256).fill(index >> 8, 10)),
    )
    const { addresses, complete } = findAddresses(many)
    expect([addresses.length, complete]).toEqual([200, false])
  })

  it('are found beside any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), (before, json) => {
        expect(findAddresses([before, json, `${before} ${ADA} ${json}`]).addresses).toContain(ADA)
      }),
    )
  })
})
