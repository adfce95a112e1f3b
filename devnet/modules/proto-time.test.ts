import { create } from '@bufbuild/protobuf'
import { DurationSchema, TimestampSchema } from '@bufbuild/protobuf/wkt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  momentFromProto,
  momentText,
  momentToProto,
  seconds,
  spanFromProto,
  spanText,
  spanToProto,
} from './proto-time'

describe('a moment', () => {
  it('is read back from what it was written as', () => {
    const moment = fc.bigInt({ min: -62_135_596_800_000_000_000n, max: 253_402_300_799_999_999_999n })
    fc.assert(fc.property(moment, (value) => momentFromProto(momentToProto(value)) === value))
    expect(momentText(1_700_000_000_500_000_000n)).toBe('2023-11-14T22:13:20.5Z')
    expect(momentText(seconds(-62_135_596_800n))).toBe('0001-01-01T00:00:00Z')
  })

  it.each([
    [-62_135_596_801n, 0, 'before 0001-01-01: tx parse error'],
    [253_402_300_800n, 0, 'after 10000-01-01: tx parse error'],
    [0n, 1_000_000_000, 'nanos not in range [0, 1e9): tx parse error'],
    [0n, -1, 'nanos not in range [0, 1e9): tx parse error'],
  ])('lies in the years that the chain counts, not at %s s %s ns', (at, nanos, words) => {
    expect(() => momentFromProto(create(TimestampSchema, { seconds: at, nanos }))).toThrow(words)
  })
})

describe('a length of time', () => {
  it('is read back from what it was written as', () => {
    const limit = 315_576_000_000n * 1_000_000_000n
    const span = fc.bigInt({ min: -limit, max: limit })
    fc.assert(fc.property(span, (value) => spanFromProto(spanToProto(value)) === value))
    expect(spanText(seconds(90n))).toBe('90s')
    expect(spanText(1_500_000_000n)).toBe('1.5s')
    expect(spanFromProto(undefined)).toBe(0n)
  })

  it('is no longer than 10,000 years', () => {
    const long = create(DurationSchema, { seconds: 315_576_000_001n })
    expect(() => spanFromProto(long)).toThrow('seconds out of range: tx parse error')
    expect(() => spanFromProto(create(DurationSchema, { nanos: 1_000_000_000 }))).toThrow(
      'nanos out of range',
    )
  })
})
