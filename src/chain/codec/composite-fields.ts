import type { JsonObject, JsonValue } from '../../domain/index'
import { messageError } from './codec-error'
import { type DecodeContext, type Field, type JsonContext, within } from './field'
import { amount, text } from './plain-fields'
import { UNKNOWN, type Wire, type WireFields, type WireMessage } from './wire'

/** A message's members: our name -> [the protobuf field's name, its number, its type, its name in amino if it has another]. */
export type Shape = Readonly<
  Record<string, readonly [name: string, number: number, field: Field<unknown>, amino?: string]>
>
export type ShapeValue<S extends Shape> = {
  readonly [K in keyof S]: S[K] extends readonly [string, number, Field<infer T>, ...unknown[]] ? T : never
}

/** The number of a member that only JSON has. */
export const NOT_ON_THE_WIRE = 0

/** What the protobuf wire is to know of a shape. */
export function wireFields(shape: Shape): WireFields {
  const fields = Object.values(shape)
    .filter(([, number]) => number !== NOT_ON_THE_WIRE)
    .map(([name, number, { wire }]) => [number, { name, wire }] as const)
  return new Map(fields.sort(([a], [b]) => a - b))
}

/** A message with the members of `shape`. Amino JSON may hold no other key; unknown protobuf fields are noted. */
export function record<const S extends Shape>(shape: S): Field<ShapeValue<S>> {
  const entries = Object.entries(shape)
  return {
    wire: messageWire(() => wireFields(shape)),
    fromProto(value, context) {
      const message = asMessage(value, context)
      const members = entries.map(([key, [name, , field]]) => [
        key,
        field.fromProto(message[name], within(context, name)),
      ])
      return Object.fromEntries(members) as ShapeValue<S>
    },
    toProto(value) {
      const given = value as Readonly<Record<string, unknown>>
      const members = entries.map(([key, [name, , field]]) => [name, field.toProto(given[key])])
      return Object.fromEntries(members.filter(([, member]) => member !== undefined))
    },
    fromJson(value, context) {
      const object = asObject(value, context)
      if (context.dialect === 'amino') checkKeys(object, shape, context)
      const members = entries.map(([key, [proto, , field, amino]]) => {
        const name = context.dialect === 'amino' ? (amino ?? proto) : proto
        const member = Object.hasOwn(object, name) ? object[name] : undefined
        return [key, field.fromJson(member, within(context, name))]
      })
      return Object.fromEntries(members) as ShapeValue<S>
    },
  }
}

/** The wire form of a message; its table is made when it is first needed, because a message may hold its own kind. */
export function messageWire(table: () => WireFields): Wire {
  let fields: WireFields | undefined
  return {
    kind: 'message',
    fields() {
      fields ??= table()
      return fields
    },
  }
}

export function list<T>(item: Field<T>): Field<readonly T[]> {
  return {
    wire: { kind: 'list', item: item.wire },
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
    wire: field.wire,
    fromProto: (value, context) => (value === undefined ? undefined : field.fromProto(value, context)),
    toProto: (value) => (value === undefined ? undefined : field.toProto(value)),
    fromJson: (value, context) =>
      value === undefined || value === null ? undefined : field.fromJson(value, context),
  }
}

export const coin = record({ denom: ['denom', 1, text], amount: ['amount', 2, amount] })
export const coins = list(coin)

function asMessage(value: unknown, context: DecodeContext): WireMessage {
  if (typeof value !== 'object' || value === null) throw messageError(context.path, 'present')
  const message = value as WireMessage
  for (const number of message[UNKNOWN] ?? [])
    context.notes.unknownFields.push({ path: context.path, number })
  return message
}

/** Takes a JSON value that must be an object. Throws `codec/message`. */
export function asObject(value: JsonValue | undefined, { path }: JsonContext): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw messageError(path, 'an object')
  return value as JsonObject
}

function checkKeys(object: JsonObject, shape: Shape, context: JsonContext): void {
  const known = new Set(Object.values(shape).map(([name, , , amino]) => amino ?? name))
  if (Object.keys(object).some((key) => !known.has(key))) {
    throw messageError(context.path, 'without parts that the network does not know')
  }
}
