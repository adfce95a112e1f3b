import type { JsonObject, JsonValue } from '../../domain/index'
import { messageError } from './codec-error'
import { asObject, record } from './composite-fields'
import type { Field, JsonContext } from './field'
import type { MessageSpec } from './message-spec'
import { asText, bytes, text } from './plain-fields'

/** A type URL and the bytes of one message of that type. */
export interface RawAny {
  readonly typeUrl: string
  readonly value: Uint8Array
}

/** Something on the wire whose type we do not know: its bytes, or its JSON where it came as JSON. */
export interface Unrecognised {
  readonly kind: 'unknown'
  readonly typeUrl: string
  readonly value: Uint8Array
  readonly json: JsonValue | undefined
}

interface Named {
  readonly kind: string
  readonly typeUrl: string
}

/** A `google.protobuf.Any` with its value unopened. */
export const rawAny: Field<RawAny> = record({ typeUrl: ['type_url', 1, text], value: ['value', 2, bytes] })

/** A `google.protobuf.Any`: one of `specs()`, or unrecognised. The list is a function because messages may hold messages. */
export function anyOf<T extends Named>(specs: () => readonly MessageSpec<T>[]): Field<T | Unrecognised> {
  return {
    wire: rawAny.wire,
    fromProto(value, context) {
      const any = rawAny.fromProto(value, context)
      const spec = specs().find(({ typeUrl }) => typeUrl === any.typeUrl)
      if (spec === undefined) return { kind: 'unknown', ...any, json: undefined }
      return spec.fromBytes(any.value, context)
    },
    toProto(message) {
      if (isUnrecognised(message)) return rawAny.toProto(withBytes(message))
      const spec = specs().find(({ typeUrl }) => typeUrl === message.typeUrl)
      if (spec === undefined) throw messageError(message.typeUrl, 'a message type of the table')
      return rawAny.toProto({ typeUrl: message.typeUrl, value: spec.toBytes(message) })
    },
    fromJson(value, context) {
      const object = asObject(value, context)
      return context.dialect === 'amino'
        ? fromAmino(object, specs(), context)
        : fromLcd(object, specs(), context)
    },
  }
}

function fromAmino<T extends Named>(
  object: JsonObject,
  specs: readonly MessageSpec<T>[],
  context: JsonContext,
): T | Unrecognised {
  if (Object.keys(object).some((key) => key !== 'type' && key !== 'value')) {
    throw messageError(context.path, 'a type and a value and nothing else')
  }
  const type = asText(object['type'], `${context.path}.type`)
  const spec = specs.find(({ aminoType }) => aminoType === type)
  const value = asObject(object['value'], context)
  return spec === undefined ? unrecognisedJson(type, value) : spec.fromJson(value, context)
}

function fromLcd<T extends Named>(
  object: JsonObject,
  specs: readonly MessageSpec<T>[],
  context: JsonContext,
): T | Unrecognised {
  const type = asText(object['@type'], `${context.path}.@type`)
  const spec = specs.find(({ typeUrl }) => typeUrl === type)
  return spec === undefined ? unrecognisedJson(type, object) : spec.fromJson(object, context)
}

function unrecognisedJson(typeUrl: string, json: JsonValue): Unrecognised {
  return { kind: 'unknown', typeUrl, value: new Uint8Array(), json }
}

/** What came as JSON would be another message without its value. */
function withBytes(message: Unrecognised): Unrecognised {
  if (message.json !== undefined) throw messageError(message.typeUrl, 'a message that has bytes')
  return message
}

/**
 * True when a message, or any part of it however deep inside, is of a type that we do not know. From JSON it cannot be
 * written as bytes, and bytes, an amino document and a node say it in different ways.
 */
export function holdsUnrecognised(part: unknown): boolean {
  if (typeof part !== 'object' || part === null || part instanceof Uint8Array) return false
  return ('kind' in part && part.kind === 'unknown') || Object.values(part).some(holdsUnrecognised)
}

function isUnrecognised(message: Named): message is Unrecognised {
  return message.kind === 'unknown'
}
