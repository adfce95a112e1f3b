/** An address that the person has a name for. */
export interface NamedAddress {
  readonly name: string
  readonly address: string
}

/** How many characters, from the front and from the end together, make two addresses look like one. */
const ALIKE = 6

/**
 * True when a person could take one address for the other: both have the same prefix, and after it the equal characters
 * from the front and the equal characters from the end are six or more together.
 *
 * People compare the two ends of an address, and a screen shows 3 characters after `secret1` and the last 8. Six of those is
 * what address grinders aim at (three and three, or two and four), and it takes in a slip anywhere else. Two random addresses
 * share six or more so with odds of 7 in 32^6, about 1 in 150 million; against 550 known addresses a random one is taken for
 * a look-alike once in 280,000.
 */
export function isLookAlike(a: string, b: string): boolean {
  if (a === b) return false
  const left = splitAddress(a)
  const right = splitAddress(b)
  if (left === undefined || right === undefined || left.prefix !== right.prefix) return false
  return equalFromFront(left.data, right.data) + equalFromEnd(left.data, right.data) >= ALIKE
}

/** The name of an address, exactly this one; undefined when it has none. */
export function nameOf(address: string, known: readonly NamedAddress[]): string | undefined {
  return known.find((one) => one.address === address)?.name
}

/** A known address that this one could be taken for; undefined when there is none or this one is known itself. */
export function findLookAlike<Known extends NamedAddress>(
  address: string,
  known: readonly Known[],
): Known | undefined {
  if (nameOf(address, known) !== undefined) return undefined
  return known.find((one) => isLookAlike(address, one.address))
}

/** As `findLookAlike`, for many addresses: what is known is looked up by its ends, however much of it there is. */
export function lookAlikeFinder<Known extends NamedAddress>(
  known: readonly Known[],
): (address: string) => Known | undefined {
  const names = new Set(known.map(({ address }) => address))
  let places: ReadonlyMap<string, number> | undefined
  return (address) => {
    if (names.has(address)) return undefined
    const found = places ?? placesByEnds(known)
    places = found
    return known[Math.min(...alikeEnds(address).map((ends) => found.get(ends) ?? known.length))]
  }
}

/** The first place of each pair of ends. */
function placesByEnds(known: readonly NamedAddress[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  known.forEach(({ address }, place) => {
    for (const ends of alikeEnds(address)) if (!places.has(ends)) places.set(ends, place)
  })
  return places
}

/** Each way to share as many characters as make two addresses alike: so many from the front, the rest from the end. */
function alikeEnds(address: string): readonly string[] {
  const { prefix, data } = splitAddress(address) ?? { prefix: '', data: '' }
  const found: string[] = []
  for (let front = 0; front <= ALIKE; front += 1) {
    const end = ALIKE - front
    if (data.length < Math.max(front, end)) continue
    found.push(front + data.slice(0, front) + data.slice(data.length - end) + prefix)
  }
  return found
}

/** The last 1 is the separator: the characters after it are never 1. Source: BIP-173. */
function splitAddress(address: string): { prefix: string; data: string } | undefined {
  const at = address.lastIndexOf('1')
  return at < 1 ? undefined : { prefix: address.slice(0, at), data: address.slice(at + 1) }
}

function equalFromFront(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a[count] === b[count]) count += 1
  return count
}

function equalFromEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1
  return count
}
