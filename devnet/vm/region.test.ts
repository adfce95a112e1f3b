import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRegion, regionLength, splitList, writeRegion } from './region'
import { VmError } from './vm-error'

const PAGE = 65_536

/** A memory of one page, with a region of the given numbers at the address. */
function memoryWith(address: number, numbers: readonly [number, number, number]): WebAssembly.Memory {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const view = new DataView(memory.buffer)
  for (const [index, number] of numbers.entries()) view.setUint32(address + 4 * index, number, true)
  return memory
}

function refused(action: () => unknown): boolean {
  try {
    action()
    return false
  } catch (error) {
    if (error instanceof VmError && error.code === 'memory-read') return true
    throw error
  }
}

describe('a region', () => {
  it('is written up to its capacity and read as long as it is', () => {
    const memory = memoryWith(100, [1_000, 5, 0])
    writeRegion(memory, 100, Uint8Array.of(1, 2, 3))
    expect(regionLength(memory, 100)).toBe(3)
    expect(readRegion(memory, 100)).toEqual(Uint8Array.of(1, 2, 3))
    expect(refused(() => writeRegion(memory, 100, new Uint8Array(6)))).toBe(true)
  })

  it('is a copy once it was read', () => {
    const memory = memoryWith(100, [1_000, 5, 5])
    const bytes = readRegion(memory, 100)
    new Uint8Array(memory.buffer).fill(9)
    expect(bytes).toEqual(new Uint8Array(5))
  })

  it('may reach the end of the memory and no further', () => {
    expect(readRegion(memoryWith(PAGE - 12, [PAGE - 7, 7, 7]), PAGE - 12)).toHaveLength(7)
    expect(refused(() => readRegion(memoryWith(100, [PAGE - 7, 8, 8]), 100))).toBe(true)
    expect(refused(() => writeRegion(memoryWith(100, [PAGE - 7, 8, 0]), 100, new Uint8Array(8)))).toBe(true)
    expect(refused(() => readRegion(memoryWith(100, [0, 0, 0]), 100))).toBe(true)
  })

  it('is refused or inside the memory, whatever its numbers are', () => {
    const anywhere = fc.oneof(fc.nat(PAGE + 20), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))
    const number = fc.oneof(fc.nat(PAGE + 20), fc.integer({ min: 0, max: 2 ** 32 - 1 }))
    fc.assert(
      fc.property(anywhere, fc.tuple(number, number, number), (pointer, [offset, capacity, length]) => {
        const at = pointer >>> 0
        const isInside = at > 0 && at + 12 <= PAGE
        const memory = memoryWith(isInside ? at : 16, [offset, capacity, length])
        if (!refused(() => readRegion(memory, pointer))) {
          expect(isInside && offset > 0 && offset + length <= PAGE).toBe(true)
        }
        refused(() => writeRegion(memory, pointer, new Uint8Array(3)))
      }),
    )
  })
})

describe('a list in one region', () => {
  it('comes apart as it was put together', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (items) => {
        const bytes = items.flatMap((item) => [...item, 0, 0, item.length >> 8, item.length & 0xff])
        expect(splitList(Uint8Array.from(bytes))).toEqual(items)
      }),
    )
  })

  it('is refused when an item would begin before the list', () => {
    expect(refused(() => splitList(Uint8Array.of(0, 0, 0, 1)))).toBe(true)
    fc.assert(fc.property(fc.uint8Array(), (bytes) => refused(() => splitList(bytes)) !== undefined))
  })
})
