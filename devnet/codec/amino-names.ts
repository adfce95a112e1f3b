import type { DescMessage } from '@bufbuild/protobuf'
import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'
import { CodecError } from './codec-error'
import { getOption } from './descriptor-option'
import * as annotation from './gen/annotations_pb'
import { allTypes } from './registry'

const DISAMBIGUATION_LENGTH = 3
/** How many bytes of a type's name stand before its content. */
export const PREFIX_LENGTH = 4
/** Messages that have an amino name, but that the chain's program has not registered under it (Protocol 3.3). */
const UNREGISTERED = ['wasm/MsgSetContractGovernance']

const REGISTERED = allTypes().filter((schema) => {
  const name = aminoNameOf(schema)
  return name !== '' && !UNREGISTERED.includes(name)
})
const BY_NAME = new Map(REGISTERED.map((schema) => [aminoNameOf(schema), schema]))
const BY_PREFIX = new Map(REGISTERED.map((schema) => [hex.encode(aminoPrefix(aminoNameOf(schema))), schema]))

/** What of a registered type's content stands behind its prefix. */
export interface RegisteredBytes {
  readonly schema: DescMessage
  readonly content: Uint8Array
}

/** A type's name in amino; empty when it has none. */
export function aminoNameOf(schema: DescMessage): string {
  return getOption(schema, annotation.amino)
}

/** The type that is registered under a name. Throws CodecError for an unknown one. */
export function findByAminoName(name: string): DescMessage {
  const schema = BY_NAME.get(name)
  if (schema === undefined) throw new CodecError(`unrecognized concrete type name ${name}`)
  return schema
}

/** The four bytes that stand before a registered type's content (Amino specification, "Computing the Prefix and Disambiguation Bytes"). */
export function aminoPrefix(name: string): Uint8Array {
  return disfixOf(name).prefix
}

/** Takes the prefix, with or without disambiguation bytes, off a value. Throws CodecError when no type has it. */
export function splitPrefix(bytes: Uint8Array): RegisteredBytes {
  const isDisambiguated = bytes[0] === 0
  const start = isDisambiguated ? 1 + DISAMBIGUATION_LENGTH : 0
  if (bytes.length < start + PREFIX_LENGTH) {
    throw new CodecError('while reading prefix bytes, EOF was encountered')
  }
  const prefix = hex.encode(bytes.subarray(start, start + PREFIX_LENGTH))
  const schema = BY_PREFIX.get(prefix)
  if (schema === undefined) throw new CodecError(`unrecognized prefix bytes ${prefix.toUpperCase()}`)
  if (isDisambiguated) checkDisambiguation(schema, bytes.subarray(1, start))
  return { schema, content: bytes.subarray(start + PREFIX_LENGTH) }
}

function checkDisambiguation(schema: DescMessage, bytes: Uint8Array): void {
  const found = hex.encode(bytes)
  if (found !== hex.encode(disfixOf(aminoNameOf(schema)).disambiguation)) {
    throw new CodecError(`unrecognized disambiguation bytes ${found.toUpperCase()}`)
  }
}

/** Both come from the hash of the name, which is read on past zeros. */
function disfixOf(name: string): { readonly disambiguation: Uint8Array; readonly prefix: Uint8Array } {
  const hash = pastZeros(sha256(new TextEncoder().encode(name)))
  const rest = pastZeros(hash.subarray(DISAMBIGUATION_LENGTH))
  return { disambiguation: hash.subarray(0, DISAMBIGUATION_LENGTH), prefix: rest.subarray(0, PREFIX_LENGTH) }
}

function pastZeros(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(bytes.findIndex((byte) => byte !== 0))
}
