// How bytes pass between a contract and the chain: three numbers of 32 bits say where they are, how much room there is
// and how many there are.

const CAPACITY_AT: usize = 4
const LENGTH_AT: usize = 8
const REGION_SIZE: usize = 12

/** Makes an empty region; the chain calls it for whatever it hands over. */
export function allocate(capacity: u32): usize {
  const region = heap.alloc(REGION_SIZE)
  store<u32>(region, <u32>heap.alloc(max<usize>(capacity, 1)))
  store<u32>(region + CAPACITY_AT, capacity)
  store<u32>(region + LENGTH_AT, 0)
  return region
}

/** Does nothing: the memory ends with the call. */
export function deallocate(_region: usize): void {}

function lengthOf(region: usize): u32 {
  return load<u32>(region + LENGTH_AT)
}

export function toBytes(region: usize): Uint8Array {
  const bytes = new Uint8Array(<i32>lengthOf(region))
  memory.copy(bytes.dataStart, load<u32>(region), bytes.length)
  return bytes
}

export function toText(region: usize): string {
  return String.UTF8.decodeUnsafe(load<u32>(region), lengthOf(region))
}

export function fromBytes(bytes: Uint8Array): usize {
  const region = allocate(bytes.length)
  memory.copy(load<u32>(region), bytes.dataStart, bytes.length)
  store<u32>(region + LENGTH_AT, bytes.length)
  return region
}

export function fromText(text: string): usize {
  return fromBytes(utf8(text))
}

export function utf8(text: string): Uint8Array {
  return Uint8Array.wrap(String.UTF8.encode(text, false, String.UTF8.ErrorMode.REPLACE))
}
