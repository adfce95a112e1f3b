import type { Any } from '@bufbuild/protobuf/wkt'
import { base64 } from '@scure/base'
import type { Address } from '../../src/domain/index'
import { type AnyMessage, unpackAny } from '../codec/any-message'
import { CodecError } from '../codec/codec-error'
import { signersOf } from '../codec/signers'
import { sdkError } from '../node/abci-error'

/** An Any as a module keeps it. */
export interface StoredAny {
  readonly typeUrl: string
  /** Base64. */
  readonly value: string
}

export function anyToStored({ typeUrl, value }: Pick<Any, 'typeUrl' | 'value'>): StoredAny {
  return { typeUrl, value: base64.encode(value) }
}

export function anyFromStored({ typeUrl, value }: StoredAny): Pick<Any, 'typeUrl' | 'value'> {
  return { typeUrl, value: base64.decode(value) }
}

/** What an Any inside a message holds; throws `tx parse error` when it cannot be read or is absent. */
export function openAny(any: Pick<Any, 'typeUrl' | 'value'> | undefined): AnyMessage {
  return asRefusal(() => unpackAny(any ?? { typeUrl: '', value: new Uint8Array() }))
}

/** Those who must have agreed to a message inside another; throws `tx parse error` when it names none. */
export function signersOfInner(message: AnyMessage): Address[] {
  return asRefusal(() => signersOf(message))
}

function asRefusal<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CodecError) throw sdkError('txDecode', error.message)
    throw error
  }
}
