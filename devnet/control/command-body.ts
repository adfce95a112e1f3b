import type { JsonObject } from '../../src/domain/index'

/** A command that cannot be done; the message is for the person. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** A whole number in a command's body; undefined when it is not there. */
export function readCount(body: JsonObject, name: string, max: number): number | undefined {
  const value = body[name]
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max) return value
  throw new CommandError(`${name} is a whole number up to ${max}, got ${JSON.stringify(value)}.`)
}

export function readText(body: JsonObject, name: string): string {
  const value = body[name]
  if (typeof value === 'string' && value !== '') return value
  throw new CommandError(`${name} is missing: a text.`)
}
