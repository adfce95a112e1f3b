import type { DescMessage, Message } from '@bufbuild/protobuf'
import { bech32 } from '@scure/base'
import { type Address, addressFromBytes, isAddress } from '../../src/domain/index'
import type { AnyMessage } from './any-message'
import { CodecError } from './codec-error'
import { getOption } from './descriptor-option'
import * as annotation from './gen/annotations_pb'

const PREFIXES = ['secret', 'secretvaloper']

/** The accounts that must sign a message, in order. Throws CodecError when it names none or one that is no account. */
export function signersOf({ schema, message }: AnyMessage): Address[] {
  const names = getOption(schema, annotation.signer)
  if (names.length === 0)
    throw new CodecError(`no cosmos.msg.v1.signer option found for message ${schema.typeName}`)
  return names.flatMap((name) => signersIn(schema, message, name))
}

function signersIn(schema: DescMessage, message: Message, name: string): Address[] {
  const field = schema.fields.find((candidate) => candidate.name === name)
  const value = (message as unknown as Readonly<Record<string, unknown>>)[field?.localName ?? '']
  if (Array.isArray(value))
    return value.map(({ address }: { readonly address: string }) => readSigner(address))
  return [readSigner(value)]
}

/** An account's own bytes, its address, or that of the validator it runs. */
function readSigner(value: unknown): Address {
  if (value instanceof Uint8Array && value.length === 20) return addressFromBytes(value)
  if (typeof value !== 'string') throw new CodecError('empty address string is not allowed')
  if (isAddress(value)) return value
  const decoded = bech32.decodeUnsafe(value, 90)
  if (decoded === undefined || !PREFIXES.includes(decoded.prefix)) {
    throw new CodecError(value === '' ? 'empty address string is not allowed' : 'decoding bech32 failed')
  }
  const bytes = bech32.fromWordsUnsafe(decoded.words)
  if (!(bytes instanceof Uint8Array) || bytes.length !== 20) throw new CodecError('decoding bech32 failed')
  return addressFromBytes(bytes)
}
