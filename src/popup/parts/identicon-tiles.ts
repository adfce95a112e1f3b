/** One tile of a mark: nothing, everything, a quarter disc in one of four corners, or a half in one of two. */
export type Tile = 'none' | 'full' | 'nw' | 'ne' | 'sw' | 'se'

export interface Mark {
  readonly hue: number
  /** Four rows of two tiles: the left half; the right half mirrors it. */
  readonly rows: readonly (readonly [Tile, Tile])[]
}

const TILES: readonly Tile[] = ['nw', 'ne', 'sw', 'se', 'full', 'none', 'nw', 'se']

/** Draws the same mark for the same text, always; two texts that differ in one letter look different. */
export function markOf(text: string): Mark {
  const next = mixer(text)
  const hue = next() % 360
  const rows = Array.from({ length: 4 }, (): [Tile, Tile] => [tile(next()), tile(next())])
  return { hue, rows }
}

function tile(number: number): Tile {
  return TILES[number % TILES.length] ?? 'none'
}

/** A small generator seeded with every letter (FNV-1a, then xorshift): for looks only, never for secrets. */
function mixer(text: string): () => number {
  let state = 0x811c9dc5
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) >>> 3
  }
}
