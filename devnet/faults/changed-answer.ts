import type { JsonObject, JsonValue } from '../../src/domain/index'
import type { NodeView } from './node-view'

/** The names under which a node tells which chain it is of. */
const CHAIN_ID_NAMES = ['chain_id', 'network', 'chainId']

/** An answer with the falsehoods that are in force; what is not JSON stays as it is. */
export function changeAnswer({ chain, faults }: NodeView, path: string, payload: string): string {
  const changes: ((answer: JsonValue) => JsonValue)[] = []
  const key = path.endsWith('/tx-key') ? faults.take('tx-key', path)?.key : undefined
  if (key !== undefined) changes.push((answer) => withMember(answer, ['key'], key))
  const codeHash = path.includes('/code_hash/') ? faults.take('code-hash', path)?.codeHash : undefined
  if (codeHash !== undefined) changes.push((answer) => withMember(answer, ['code_hash'], codeHash))
  const patch = faults.take('patch', path)
  for (const [name, value] of Object.entries(patch?.set ?? {})) {
    changes.push((answer) => withMember(answer, name.split('.'), value))
  }
  const chainId = payload.includes(chain.chainId) ? faults.take('chain-id', path)?.chainId : undefined
  if (chainId !== undefined) changes.push((answer) => withChainId(answer, chainId))
  if (changes.length === 0) return payload
  const answer = parseAnswer(payload)
  if (answer === undefined) return payload
  return JSON.stringify(changes.reduce((changed, change) => change(changed), answer))
}

function parseAnswer(payload: string): JsonValue | undefined {
  try {
    return JSON.parse(payload)
  } catch (error) {
    // Pages such as the list of methods have no members to change.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The value with the member at a path replaced; numbers in the path are places in a list. */
function withMember(value: JsonValue, [name, ...rest]: readonly string[], put: JsonValue): JsonValue {
  if (name === undefined) return put
  if (Array.isArray(value)) {
    return value.map((item: JsonValue, at) => (String(at) === name ? withMember(item, rest, put) : item))
  }
  const members: JsonObject = typeof value === 'object' && value !== null ? (value as JsonObject) : {}
  return { ...members, [name]: withMember(members[name] ?? null, rest, put) }
}

function withChainId(value: JsonValue, chainId: string): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => withChainId(item, chainId))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      CHAIN_ID_NAMES.includes(name) && typeof inner === 'string' ? chainId : withChainId(inner, chainId),
    ]),
  )
}
