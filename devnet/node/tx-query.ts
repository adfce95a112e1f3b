import { type Token, type TokenKind, TxQueryError, TxQueryScanner } from './tx-query-scanner'

/** One condition of a search, such as `message.sender='secret1…'` or `tx.height>=5`. */
export type Condition =
  | { readonly kind: 'equals'; readonly key: string; readonly value: string }
  | {
      readonly kind: 'compares'
      readonly key: string
      readonly operator: Comparison
      readonly value: Operand
    }
  | { readonly kind: 'contains'; readonly key: string; readonly value: string }
  | { readonly kind: 'exists'; readonly key: string }

type Comparison = '=' | '<' | '<=' | '>' | '>='

/** A number, or a moment in milliseconds since 1970. */
type Operand =
  | { readonly kind: 'number'; readonly number: number; readonly whole?: bigint }
  | { readonly kind: 'time'; readonly ms: number }

const OPERATORS: readonly TokenKind[] = [
  '<= operator',
  '>= operator',
  '< operator',
  '> operator',
  '= operator',
  'CONTAINS operator',
  'EXISTS operator',
]
const ORDERED: readonly TokenKind[] = ['number', 'timestamp', 'datestamp']
const MIN_YEAR = 1900
const MAX_YEAR = 2999
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** Reads `condition AND condition …`; throws TxQueryError in CometBFT's words (Protocol 4.5). */
export function parseTxQuery(expression: string): Condition[] {
  const scanner = new TxQueryScanner(expression)
  const conditions = [parseCondition(scanner)]
  while (!scanner.isAtEnd) {
    const { kind, offset } = scanner.next()
    if (kind !== 'AND operator') throw new TxQueryError(`offset ${offset}: got ${kind}, want AND operator`)
    conditions.push(parseCondition(scanner))
  }
  return conditions
}

/** Whether one emitted value satisfies a condition on its key. */
export function satisfies(condition: Condition, value: string): boolean {
  switch (condition.kind) {
    case 'exists':
      return true
    case 'equals':
      return value === condition.value
    case 'contains':
      return value.includes(condition.value)
    case 'compares':
      return compareText(condition.operator, value, condition.value)
    default:
      return condition satisfies never
  }
}

/** Whether every condition holds for some value emitted under its key, as subscriptions have it. */
export function matches(
  conditions: readonly Condition[],
  emitted: ReadonlyMap<string, readonly string[]>,
): boolean {
  return conditions.every(
    (condition) => emitted.get(condition.key)?.some((value) => satisfies(condition, value)) ?? false,
  )
}

function parseCondition(scanner: TxQueryScanner): Condition {
  const { text: key } = take(scanner, ['tag'])
  const operator = take(scanner, OPERATORS)
  switch (operator.kind) {
    case 'EXISTS operator':
      return { kind: 'exists', key }
    case 'CONTAINS operator':
      return { kind: 'contains', key, value: take(scanner, ['string']).text }
    case '= operator':
      return equality(key, take(scanner, [...ORDERED, 'string']))
    default: {
      const value = operandOf(take(scanner, ORDERED))
      return { kind: 'compares', key, operator: operator.text as Comparison, value }
    }
  }
}

/** Numbers are equal as texts, as they stand in the index; times are equal as moments. */
function equality(key: string, token: Token): Condition {
  if (token.kind === 'string' || token.kind === 'number') return { kind: 'equals', key, value: token.text }
  return { kind: 'compares', key, operator: '=', value: operandOf(token) }
}

function operandOf({ kind, text, offset }: Token): Operand {
  if (kind === 'number') return numberOf(text) ?? { kind: 'number', number: Number.NaN }
  const [pattern, name] = kind === 'timestamp' ? [RFC_3339, 'TIME'] : [DATE, 'DATE']
  const ms = pattern.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(ms))
    throw new TxQueryError(`offset ${offset}: invalid ${name} value: cannot parse "${text}"`)
  const year = Number(text.slice(0, 4))
  if (year < MIN_YEAR || year > MAX_YEAR) {
    throw new TxQueryError(`offset ${offset}: ${kind} year ${year} out of range`)
  }
  return { kind: 'time', ms }
}

function take(scanner: TxQueryScanner, wanted: readonly TokenKind[]): Token {
  const token = scanner.next()
  if (wanted.includes(token.kind)) return token
  const last = wanted.at(-1)
  const others = wanted.slice(0, -1).join(', ')
  const label = others === '' ? last : `${others} or ${last}`
  throw new TxQueryError(`offset ${token.offset}: got ${token.kind}, wanted ${label}`)
}

function compareText(operator: Comparison, text: string, operand: Operand): boolean {
  if (operand.kind === 'time') {
    return RFC_3339.test(text) && holds(operator, Date.parse(text), operand.ms)
  }
  const found = numberOf(text)
  if (found === undefined) return false
  const bothWhole = found.whole !== undefined && operand.whole !== undefined
  return bothWhole
    ? holds(operator, found.whole ?? 0n, operand.whole ?? 0n)
    : holds(operator, found.number, operand.number)
}

function numberOf(text: string): Extract<Operand, { kind: 'number' }> | undefined {
  if (!/^\d+(?:\.\d*)?$/.test(text)) return undefined
  const number = Number(text)
  return text.includes('.') ? { kind: 'number', number } : { kind: 'number', number, whole: BigInt(text) }
}

function holds<T extends number | bigint>(operator: Comparison, found: T, value: T): boolean {
  switch (operator) {
    case '=':
      return found === value
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
