/** One condition of a transaction search, such as `message.sender='secret1…'` or `tx.height>=5`. */
export type Condition =
  | { readonly kind: 'equals'; readonly key: string; readonly value: string }
  | { readonly kind: 'compares'; readonly key: string; readonly operator: Comparison; readonly value: bigint }
  | { readonly kind: 'contains'; readonly key: string; readonly value: string }
  | { readonly kind: 'exists'; readonly key: string }

type Comparison = '<' | '<=' | '>' | '>='

const KEY = String.raw`([^\s=<>'"()\\]+)`
const EQUALS_TEXT = new RegExp(`^${KEY}\\s*=\\s*'([^']*)'$`)
const EQUALS_NUMBER = new RegExp(`^${KEY}\\s*=\\s*(\\d+)$`)
const COMPARES = new RegExp(`^${KEY}\\s*(<=|>=|<|>)\\s*(\\d+)$`)
const CONTAINS = new RegExp(`^${KEY}\\s+CONTAINS\\s+'([^']*)'$`)
const EXISTS = new RegExp(`^${KEY}\\s+EXISTS$`)

/** Reads `condition AND condition …`; undefined when any part is not a condition (Protocol 4.5). */
export function parseTxQuery(expression: string): Condition[] | undefined {
  const conditions = expression.split(' AND ').map((part) => parseCondition(part.trim()))
  return conditions.every((condition) => condition !== undefined) ? conditions : undefined
}

/** Whether any value emitted under the condition's key satisfies it. */
export function matches(condition: Condition, emitted: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const values = emitted.get(condition.key)
  if (values === undefined) return false
  switch (condition.kind) {
    case 'exists':
      return true
    case 'equals':
      return values.has(condition.value)
    case 'contains':
      return [...values].some((value) => value.includes(condition.value))
    case 'compares':
      return [...values].some((value) => /^\d+$/.test(value) && compare(BigInt(value), condition))
    default:
      return condition satisfies never
  }
}

function parseCondition(text: string): Condition | undefined {
  const equals = EQUALS_TEXT.exec(text) ?? EQUALS_NUMBER.exec(text)
  if (equals !== null) return { kind: 'equals', key: equals[1] ?? '', value: equals[2] ?? '' }
  const compares = COMPARES.exec(text)
  if (compares !== null) {
    const [, key = '', operator = '', value = ''] = compares
    return { kind: 'compares', key, operator: operator as Comparison, value: BigInt(value) }
  }
  const contains = CONTAINS.exec(text)
  if (contains !== null) return { kind: 'contains', key: contains[1] ?? '', value: contains[2] ?? '' }
  const exists = EXISTS.exec(text)
  return exists === null ? undefined : { kind: 'exists', key: exists[1] ?? '' }
}

function compare(found: bigint, { operator, value }: { operator: Comparison; value: bigint }): boolean {
  switch (operator) {
    case '<':
      return found < value
    case '<=':
      return found <= value
    case '>':
      return found > value
    case '>=':
      return found >= value
    default:
      return operator satisfies never
  }
}
