/**
 * Which three words to ask for, as places counted from 1, in order. `seed` is any whole number, such as the time: the
 * check is an aid to memory and no secret depends on it.
 */
export function placesToAsk(count: number, seed: number): readonly number[] {
  const places = new Set<number>()
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1
  while (places.size < Math.min(3, count)) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    places.add(((state >>> 0) % count) + 1)
  }
  return [...places].sort((a, b) => a - b)
}
