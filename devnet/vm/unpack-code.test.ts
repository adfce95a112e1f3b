import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ModuleError } from './module-error'
import { unpackCode } from './unpack-code'

const CODE = new TextEncoder().encode('\0asm and more of it')

function refusal(upload: Uint8Array, maxSize = 1_000): string {
  try {
    unpackCode(upload, maxSize)
    return 'accepted'
  } catch (error) {
    if (error instanceof ModuleError) return `${error.code}: ${error.message}`
    throw error
  }
}

describe('an upload of code', () => {
  it('is taken as it is, or unpacked', () => {
    expect(unpackCode(CODE, 1_000)).toEqual(CODE)
    expect(unpackCode(new Uint8Array(gzipSync(CODE)), 1_000)).toEqual(CODE)
    expect(unpackCode(new Uint8Array(2), 1_000)).toEqual(new Uint8Array(2))
  })

  it('is refused above the limit, also when a small packing holds much', () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(50_000_000)))
    expect(bomb.length).toBeLessThan(100_000)
    expect(refusal(bomb)).toBe('too-large: exceeds max contract size limit')
    expect(refusal(new Uint8Array(1_001))).toBe('too-large: exceeds max contract size limit')
    expect(refusal(new Uint8Array(1_000))).toBe('accepted')
    expect(refusal(new Uint8Array(gzipSync(new Uint8Array(1_000))))).toBe('accepted')
  })

  it('is refused in the words of the chain when its packing is broken', () => {
    const packed = new Uint8Array(gzipSync(CODE))
    expect(refusal(packed.subarray(0, 12))).toBe('gzip: unexpected EOF')
    const wrongSum = packed.slice()
    wrongSum[packed.length - 5] = (wrongSum[packed.length - 5] ?? 0) ^ 0xff
    expect(refusal(wrongSum)).toBe('gzip: gzip: invalid checksum')
    expect(refusal(Uint8Array.of(0x1f, 0x8b, 0x08, 0xff, ...new Uint8Array(20)))).toMatch(/^gzip: /)
  })

  it('never fails in another way', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        refusal(Uint8Array.of(0x1f, 0x8b, 0x08, ...bytes))
        refusal(bytes)
      }),
    )
  })
})
