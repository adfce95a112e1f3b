import type { JsonObject, JsonValue } from '../../domain/index'
import { messageError } from './codec-error'
import { type DecodeContext, type Field, type JsonContext, within } from './field'
import { amount, text } from './plain-fields'

/** A message's members: our name -> [the protobuf field's name, its type]. */
export type Shape = Readonly<Record<string, readonly [name: string, field: Field<unknown>]>>
export type ShapeValue<S extends Shape> = {
  readonly [K in keyof S]: S[K] extends readonly [string, Field<infer T>] ? T : never
}

/** A message with the members of `shape`. Amino JSON may hold no other key; unknown protobuf fields are noted. */
export function record<const S extends Shape>(shape: S): Field<ShapeValue<S>> {
  const entries = Object.entries(shape)
  return {
    fromProto(value, context) {
      const message = asMessage(value, context)
      const members = entries.map(([key, [name, field]]) => [
        key,
        field.fromProto(message[localName(name)], within(context, name)),
      ])
      return Object.fromEntries(members) as ShapeValue<S>
    },
    toProto(value) {
      const given = value as Readonly<Record<string, unknown>>
      const members = entries.map(([key, [name, field]]) => [localName(name), field.toProto(given[key])])
      return Object.fromEntries(members.filter(([, member]) => member !== undefined))
    },
    fromJson(value, context) {
      const object = asObject(value, context)
      if (context.dialect === 'amino') checkKeys(object, shape, context)
      const members = entries.map(([key, [name, field]]) => [
        key,
        field.fromJson(Object.hasOwn(object, name) ? object[name] : undefined, within(context, name)),
      ])
      return Object.fromEntries(members) as ShapeValue<S>
    },
  }
}

export function list<T>(item: Field<T>): Field<readonly T[]> {
  return {
    fromProto(value, context) {
      if (!Array.isArray(value)) throw messageError(context.path, 'a list')
      return value.map((entry: unknown, index) => item.fromProto(entry, within(context, index)))
    },
    toProto: (value) => value.map((entry) => item.toProto(entry)),
    fromJson(value, context) {
      if (value === undefined || (value === null && context.dialect === 'lcd')) return []
      if (!Array.isArray(value)) throw messageError(context.path, 'a list')
      return value.map((entry: JsonValue, index) => item.fromJson(entry, within(context, index)))
    },
  }
}

/** A sub-message that may be absent. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
  return {
    fromProto: (value, context) => (value === undefined ? undefined : field.fromProto(value, context)),
    toProto: (value) => (value === undefined ? undefined : field.toProto(value)),
    fromJson: (value, context) =>
      value === undefined || value === null ? undefined : field.fromJson(value, context),
  }
}

export const coin = record({ denom: ['denom', text], amount: ['amount', amount] })
export const coins = list(coin)

function asMessage(value: unknown, context: DecodeContext): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw messageError(context.path, 'present')
  const message = value as Readonly<Record<string, unknown>>
  const unknown = message['$unknown'] as readonly { readonly no: number }[] | undefined
  for (const { no } of unknown ?? []) context.notes.unknownFields.push({ path: context.path, number: no })
  return message
}

/** Takes a JSON value that must be an object. Throws `codec/message`. */
export function asObject(value: JsonValue | undefined, { path }: JsonContext): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw messageError(path, 'an object')
  return value as JsonObject
}

function checkKeys(object: JsonObject, shape: Shape, context: JsonContext): void {
  const known = new Set(Object.values(shape).map(([name]) => name))
  if (Object.keys(object).some((key) => !known.has(key))) {
    throw messageError(context.path, 'without parts that the network does not know')
  }
}

/** The name protobuf-es gives a field: `sent_funds` -> `sentFunds`. */
function localName(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
