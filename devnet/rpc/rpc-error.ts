import type { JsonObject } from '../../src/domain/index'

/** The kinds of refusal of CometBFT's JSON-RPC, with their codes and words. */
const KINDS = {
  parse: { code: -32700, message: 'Parse error. Invalid JSON' },
  invalidRequest: { code: -32600, message: 'Invalid Request' },
  methodNotFound: { code: -32601, message: 'Method not found' },
  invalidParams: { code: -32602, message: 'Invalid params' },
  internal: { code: -32603, message: 'Internal error' },
} as const

/** A refusal as clients get it; `data` says why and is left out when empty. */
export class RpcError extends Error {
  override readonly name = 'RpcError'
  readonly kind: keyof typeof KINDS

  constructor(kind: keyof typeof KINDS, data = '') {
    super(data)
    this.kind = kind
  }

  toJson(): JsonObject {
    const { code, message } = KINDS[this.kind]
    return { code, message, ...(this.message !== '' && { data: this.message }) }
  }
}

/** What a method says when it cannot do what it was asked. */
export function failure(data: string): RpcError {
  return new RpcError('internal', data)
}
