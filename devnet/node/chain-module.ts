import {
  create,
  type DescMessage,
  type Message,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from '@bufbuild/protobuf'
import { type Any, AnySchema } from '@bufbuild/protobuf/wkt'
import { typeUrlOf } from '../codec/registry'
import type { AbciError } from './abci-error'
import type { Context } from './context'

/** What a handler does with one type of message. */
export interface MessageHandler {
  readonly schema: DescMessage
  run(context: Context, message: Message): Any
  /** Why it cannot be simulated; only messages for the enclave have a reason (Protocol 4.5). */
  readonly unsimulated?: () => AbciError
  /** Throws AbciError for what is wrong on its face; run before the fee is taken, so such a transaction never enters a block. */
  check?(message: Message): void
}

/** One module of the chain: the messages it takes and what it does around every block. */
export interface ChainModule {
  readonly name: string
  readonly messages: readonly MessageHandler[]
  /** Writes the module's first state; modules run in the order of the application. */
  readonly genesis?: (context: Context) => void
  /** Transactions of the module's own accounts for the block to come, signed as any other; the state is that of the last block. */
  readonly propose?: (context: Context) => readonly Uint8Array[]
  readonly beginBlock?: (context: Context) => void
  readonly endBlock?: (context: Context) => void
}

/** Ties a message type to its handler; a handler without an answer of its own gives the type's empty response. */
export function handler<S extends DescMessage>(
  schema: S,
  run: (context: Context, message: MessageShape<S>) => Any | undefined,
  rules: Pick<MessageHandler, 'unsimulated'> & { readonly check?: (message: MessageShape<S>) => void } = {},
): MessageHandler {
  const { check, ...others } = rules
  return {
    schema,
    run: (context, message) => run(context, message as MessageShape<S>) ?? emptyResponse(schema),
    ...(check && { check: (message) => check(message as MessageShape<S>) }),
    ...others,
  }
}

/** A handler's answer. */
export function response<S extends DescMessage>(schema: S, init: MessageInitShape<S>): Any {
  return create(AnySchema, { typeUrl: typeUrlOf(schema), value: toBinary(schema, create(schema, init)) })
}

function emptyResponse(schema: DescMessage): Any {
  return create(AnySchema, { typeUrl: `${typeUrlOf(schema)}Response` })
}
