import { VmError } from './vm-error'

/** A region is three 32-bit numbers, little endian: offset, capacity and length (Protocol 12.2). */
const CAPACITY_AT = 4
const LENGTH_AT = 8
const REGION_SIZE = 12

/** Reads the bytes of a region, copied. Throws VmError `memory-read` for whatever lies outside the memory. */
export function readRegion(memory: WebAssembly.Memory, pointer: number): Uint8Array {
  const region = viewRegion(memory, pointer)
  return readBytes(memory, region.getUint32(0, true), region.getUint32(LENGTH_AT, true))
}

/** The length that a region claims, before anything is copied. Throws VmError `memory-read`. */
export function regionLength(memory: WebAssembly.Memory, pointer: number): number {
  return viewRegion(memory, pointer).getUint32(LENGTH_AT, true)
}

/** Writes into a region that the contract made, up to its capacity. Throws VmError `memory-read`, as the enclave does. */
export function writeRegion(memory: WebAssembly.Memory, pointer: number, bytes: Uint8Array): void {
  const region = viewRegion(memory, pointer)
  const offset = region.getUint32(0, true)
  if (offset === 0 || region.getUint32(CAPACITY_AT, true) < bytes.length) throw new VmError('memory-read')
  if (offset + bytes.length > memory.buffer.byteLength) throw new VmError('memory-read')
  new Uint8Array(memory.buffer, offset, bytes.length).set(bytes)
  region.setUint32(LENGTH_AT, bytes.length, true)
}

/** Takes a list apart: each item is followed by its length as a big-endian number, so it is read from the end. */
export function splitList(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const items: Uint8Array[] = []
  let end = bytes.length
  while (end >= 4) {
    const length = view.getUint32(end - 4)
    const start = end - 4 - length
    if (start < 0) throw new VmError('memory-read')
    items.push(bytes.slice(start, end - 4))
    end = start
  }
  return items.reverse()
}

function viewRegion(memory: WebAssembly.Memory, pointer: number): DataView {
  // Pointers come as signed numbers from WebAssembly.
  const address = pointer >>> 0
  if (address === 0 || address + REGION_SIZE > memory.buffer.byteLength) throw new VmError('memory-read')
  return new DataView(memory.buffer, address, REGION_SIZE)
}

function readBytes(memory: WebAssembly.Memory, offset: number, length: number): Uint8Array {
  if (offset === 0 || offset + length > memory.buffer.byteLength) throw new VmError('memory-read')
  return new Uint8Array(memory.buffer, offset, length).slice()
}
