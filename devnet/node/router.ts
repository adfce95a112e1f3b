import type { Any } from '@bufbuild/protobuf/wkt'
import type { AnyMessage } from '../codec/any-message'
import { type AbciError, sdkError } from './abci-error'
import type { ChainModule, MessageHandler } from './chain-module'
import type { Context, MessageRouter } from './context'

/** Finds the module that a message is for. */
export class Router implements MessageRouter {
  readonly #handlers: ReadonlyMap<string, MessageHandler>

  constructor(modules: readonly ChainModule[]) {
    const handlers = modules.flatMap(({ messages }) => messages)
    this.#handlers = new Map(handlers.map((handler) => [handler.schema.typeName, handler]))
  }

  takes(typeUrl: string): boolean {
    return this.#handlers.has(typeUrl.slice(1))
  }

  run(context: Context, message: AnyMessage): Any {
    return this.#find(message).run(context, message.message)
  }

  check(message: AnyMessage): void {
    this.#handlers.get(message.schema.typeName)?.check?.(message.message)
  }

  refusalToSimulate(message: AnyMessage): AbciError | undefined {
    return this.#find(message).unsimulated?.()
  }

  /** Throws `unknown request` for a type that no module takes. */
  #find({ schema }: AnyMessage): MessageHandler {
    const handler = this.#handlers.get(schema.typeName)
    if (handler === undefined)
      throw sdkError('unknownRequest', `no message handler found for *types.${schema.name}`)
    return handler
  }
}
