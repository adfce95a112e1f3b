import { type DescField, ScalarType } from '@bufbuild/protobuf'
import { getOption } from './descriptor-option'
import * as annotation from './gen/annotations_pb'

/** How amino writes a value: `registered` is an interface's, with a prefix; `duration` its nanoseconds as a number. */
export type AminoKind =
  | 'registered'
  | 'struct'
  | 'time'
  | 'duration'
  | 'number'
  | 'bool'
  | 'bytes'
  | 'integer'
  | 'text'

/** The nesting that a transaction may have, as the one on the protobuf wire. */
export const MAX_AMINO_DEPTH = 32
/** The seconds of a time nobody has set: the first moment of the year 1. */
export const NO_TIME_SECONDS = -62_135_596_800n

const WELL_KNOWN: Readonly<Record<string, AminoKind>> = {
  'google.protobuf.Any': 'registered',
  'google.protobuf.Timestamp': 'time',
  'google.protobuf.Duration': 'duration',
}

export function aminoKindOf(field: DescField): AminoKind {
  if (field.message !== undefined) return WELL_KNOWN[field.message.typeName] ?? 'struct'
  switch (field.scalar) {
    case ScalarType.STRING:
      return isInteger(field) ? 'integer' : 'text'
    case ScalarType.BYTES:
      return 'bytes'
    case ScalarType.BOOL:
      return 'bool'
    default:
      return 'number'
  }
}

/** Whether such a value stands on the wire as a varint, and not as bytes behind their length. */
export function isVarint(kind: AminoKind): boolean {
  return kind === 'duration' || kind === 'number' || kind === 'bool'
}

/** Whether the chain's program tells a value that is absent from one that is empty. */
export function isPointer(field: DescField): boolean {
  return field.fieldKind === 'message' && !getOption(field, annotation.kept)
}

/** Numbers of any size; a decimal that may be absent is its own text, since nought means something else. */
function isInteger(field: DescField): boolean {
  return (
    getOption(field, annotation.integer) ||
    (getOption(field, annotation.decimal) && getOption(field, annotation.kept))
  )
}
