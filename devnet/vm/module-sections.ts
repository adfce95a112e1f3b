import { ByteReader } from './byte-reader'
import { concatBytes, encodeU32 } from './byte-writer'
import { malformedModule } from './module-error'

/** The ids of the sections, as the binary format numbers them. */
export const SECTION = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
} as const

/** The order in a file: the count of data segments stands before the code that refers to them. */
const FILE_ORDER: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 10, 11]

const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00] as const

/** The payload of each section that is not custom, by id. */
export type Sections = ReadonlyMap<number, Uint8Array>

/** Cuts a module into its sections. Throws ModuleError; custom sections are dropped. */
export function splitSections(wasm: Uint8Array): Sections {
  const reader = new ByteReader(wasm)
  const header = reader.take(HEADER.length)
  if (!HEADER.every((byte, index) => header[index] === byte)) throw malformedModule('invalid magic number')
  const sections = new Map<number, Uint8Array>()
  while (!reader.atEnd) {
    const id = reader.byte()
    const payload = reader.take(reader.u32())
    if (id === SECTION.custom) continue
    if (!FILE_ORDER.includes(id)) throw malformedModule(`invalid section id: ${id}`)
    if (sections.has(id)) throw malformedModule(`more than one section of type: ${id}`)
    sections.set(id, payload)
  }
  return sections
}

/** Puts sections together into a module. */
export function joinSections(sections: Sections): Uint8Array {
  const parts: (Uint8Array | readonly number[])[] = [HEADER]
  for (const id of FILE_ORDER) {
    const payload = sections.get(id)
    if (payload !== undefined) parts.push([id, ...encodeU32(payload.length)], payload)
  }
  return concatBytes(parts)
}

/** The same list with items added at its end: the count in front is replaced, the rest stays as it is. */
export function appendItems(
  payload: Uint8Array | undefined,
  items: readonly (readonly number[])[],
): Uint8Array {
  if (payload === undefined) return concatBytes([encodeU32(items.length), ...items])
  const reader = new ByteReader(payload)
  const count = reader.u32()
  return concatBytes([encodeU32(count + items.length), payload.subarray(reader.offset), ...items])
}
