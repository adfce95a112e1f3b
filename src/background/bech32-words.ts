import { bech32 } from '@scure/base'

const LONGEST = 90
const CHECKSUM = 6
const NO_CHARACTER = /[^02-9ac-hj-np-z]/

/**
 * Why this is no bech32, in the words of the `bech32` package, which dApps know from elsewhere; undefined for what is. Source:
 * BIP-173.
 */
export function bech32Problem(text: string, prefix?: string): string | undefined {
  const lower = text.toLowerCase()
  if (text.length < 8) return `${text} too short`
  if (text.length > LONGEST) return 'Exceeds length limit'
  if (text !== lower && text !== text.toUpperCase()) return `Mixed-case string ${text}`
  const end = lower.lastIndexOf('1')
  if (end === -1) return `No separator character for ${lower}`
  if (end === 0) return `Missing prefix for ${lower}`
  const data = lower.slice(end + 1)
  if (data.length < CHECKSUM) return 'Data too short'
  const [strange] = NO_CHARACTER.exec(data) ?? []
  if (strange !== undefined) return `Unknown character ${strange}`
  if (bech32.decodeUnsafe(lower, LONGEST) === undefined) return `Invalid checksum for ${lower}`
  const actual = lower.slice(0, end)
  return prefix === undefined || prefix === actual
    ? undefined
    : `Unexpected prefix (expected: ${prefix}, actual: ${actual})`
}
