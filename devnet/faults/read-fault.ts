import type { JsonObject, JsonValue } from '../../src/domain/index'
import { parseGasPrice } from '../node/ante-fee'
import { FAULT_RULES, type Fault, type FaultKind } from './fault'

const LIMITS = ['path', 'times', 'probability'] as const
const MAX_NUMBER = 1_000_000_000
/** The HTTP errors that a node or what stands before it gives. */
const STATUSES = { lowest: 400, highest: 599 } as const

/** A fault that somebody asked for; throws a message for the person when it is none. */
export function readFault(asked: JsonValue): Fault {
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) {
    throw new Error('A fault is an object such as {"kind": "latency", "ms": 500}.')
  }
  const fields = asked as JsonObject
  const kind = readKind(fields['kind'])
  const { member, type = 'text', preset } = FAULT_RULES[kind]
  refuseUnknown(kind, fields, member)
  const value = member === undefined ? undefined : (fields[member] ?? preset)
  if (member !== undefined) checkValue(kind, member, type, value)
  checkLimits(fields)
  return { ...fields, kind, ...(member !== undefined && { [member]: value }) } as unknown as Fault
}

/** `latency=500,path=/cosmos/bank/*,times=3` as on the command line. */
export function readFaultShorthand(text: string): Fault {
  const [head = '', ...rest] = text.split(',')
  const [name = '', value] = splitOnce(head)
  const kind = readKind(name)
  const { member } = FAULT_RULES[kind]
  if (value !== undefined && member === undefined)
    throw new Error(`The fault ${kind} takes no value, got ${value}.`)
  const named = member !== undefined && value !== undefined ? { [member]: readValue(kind, value) } : {}
  const limits = rest
    .map(splitOnce)
    .map(([limit = '', given = '']): [string, JsonValue] => [limit, limit === 'path' ? given : Number(given)])
  return readFault({ kind, ...named, ...Object.fromEntries(limits) })
}

function readKind(name: JsonValue | undefined): FaultKind {
  if (typeof name === 'string' && Object.hasOwn(FAULT_RULES, name)) return name as FaultKind
  const known = Object.keys(FAULT_RULES).join(', ')
  throw new Error(`There is no fault ${JSON.stringify(name ?? null)}; there are ${known}.`)
}

function readValue(kind: FaultKind, text: string): JsonValue {
  const { type } = FAULT_RULES[kind]
  if (type === 'object') throw new Error(`The fault ${kind} is set over the control endpoint.`)
  return type === 'number' ? Number(text) : text
}

function refuseUnknown(kind: FaultKind, fields: JsonObject, member: string | undefined): void {
  const known = ['kind', ...LIMITS, ...(member === undefined ? [] : [member])]
  const unknown = Object.keys(fields).find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new Error(`The fault ${kind} has no ${unknown}; it has ${known.join(', ')}.`)
}

function checkValue(kind: FaultKind, member: string, type: string, value: JsonValue | undefined): void {
  const isRight =
    (type === 'text' && typeof value === 'string') ||
    (type === 'number' && isCount(value)) ||
    (type === 'object' && typeof value === 'object' && value !== null && !Array.isArray(value))
  if (!isRight) throw new Error(`The fault ${kind} needs ${member}, a ${type}: ${FAULT_RULES[kind].about}.`)
  if (kind === 'gas-price') parseGasPrice(String(value))
  if (kind === 'status' && (Number(value) < STATUSES.lowest || Number(value) > STATUSES.highest)) {
    throw new Error(`The fault status takes ${STATUSES.lowest} to ${STATUSES.highest}, got ${value}.`)
  }
}

function checkLimits({ path, times, probability }: JsonObject): void {
  if (path !== undefined && (typeof path !== 'string' || !path.startsWith('/'))) {
    throw new Error('The path of a fault begins with / and may hold *.')
  }
  if (times !== undefined && !isCount(times)) throw new Error('The times of a fault is a whole number.')
  if (probability === undefined) return
  if (typeof probability !== 'number' || !(probability >= 0 && probability <= 1)) {
    throw new Error('The probability of a fault is a number from 0 to 1.')
  }
}

function isCount(value: JsonValue | undefined): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_NUMBER
}

function splitOnce(text: string): [string, string?] {
  const at = text.indexOf('=')
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
