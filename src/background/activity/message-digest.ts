/** Whether a message that a node tells of is the one that was signed. */
import { hex, utf8 } from '@scure/base'
import { type ChainMessage, holdsUnrecognised } from '../../chain/codec/index'
import { sha256 } from '../../crypto/index'
import type { JsonValue } from '../../domain/index'
import { plainValue } from '../review/plain-value'

/** Unknown kinds look different on each side, inside of a known one too: undefined. */
export function messageDigest(message: ChainMessage): string | undefined {
  if (holdsUnrecognised(message)) return undefined
  return hex.encode(sha256(utf8.decode(JSON.stringify(withoutDefaults(plainValue(message))))))
}

const DECIMAL = /^(\d+\.\d*?)0*$/

/** What is not on the wire, a node writes out: a height of 0 and 0, an empty text. It adds digits to decimals, too. */
function withoutDefaults(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.replace(DECIMAL, '$1')
  if (Array.isArray(value)) return value.map(withoutDefaults)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value)
    .map(([name, member]) => [name, withoutDefaults(member)] as const)
    .filter(([, member]) => !isDefault(member))
  return Object.fromEntries(members)
}

function isDefault(value: JsonValue): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0
  return value === null || value === '' || value === '0' || value === 0 || value === false
}
