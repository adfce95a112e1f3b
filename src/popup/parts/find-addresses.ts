/** The addresses that stand in some texts. */
export interface FoundAddresses {
  /** Each once, in the order in which they come, in small letters. */
  readonly addresses: readonly string[]
  /** False when the texts are so long, or the addresses so many, that the rest was not looked at. */
  readonly complete: boolean
}

const ADDRESS = /secret1[02-9ac-hj-np-z]{38}(?![0-9a-z])/gi
/** JSON may write any character as its number, which a contract reads all the same. */
const ESCAPED = /\\u00([0-7][0-9a-f])/gi
const MOST_CHARACTERS = 500_000
const MOST_ADDRESSES = 200

/** Finds what has the form of an account's address; it may follow any character, because JSON escapes end in letters. */
export function findAddresses(texts: readonly string[]): FoundAddresses {
  const found = new Set<string>()
  let left = MOST_CHARACTERS
  for (const text of texts) {
    const part = text
      .slice(0, left)
      .replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    for (const [match] of part.matchAll(ADDRESS)) {
      if (found.size === MOST_ADDRESSES && !found.has(match.toLowerCase()))
        return { addresses: [...found], complete: false }
      found.add(match.toLowerCase())
    }
    if (text.length > left) return { addresses: [...found], complete: false }
    left -= text.length
  }
  return { addresses: [...found], complete: true }
}
