import type { AbciError } from '../node/abci-error'

/** gRPC status codes, and the HTTP status the gateway gives each. */
const HTTP_STATUS = {
  2: 500,
  3: 400,
  5: 404,
  8: 429,
  12: 501,
  13: 500,
} as const

export const GRPC = {
  unknown: 2,
  invalidArgument: 3,
  notFound: 5,
  resourceExhausted: 8,
  unimplemented: 12,
  internal: 13,
} as const satisfies Record<string, keyof typeof HTTP_STATUS>

type GrpcCode = (typeof GRPC)[keyof typeof GRPC]

/** A query the node refuses; the message reaches the client as it stands (Protocol 4). */
export class GrpcError extends Error {
  override readonly name = 'GrpcError'
  readonly code: GrpcCode

  constructor(code: GrpcCode, message: string) {
    super(message)
    this.code = code
  }

  get httpStatus(): number {
    return HTTP_STATUS[this.code]
  }

  toBody(): { code: number; message: string; details: [] } {
    return { code: this.code, message: this.message, details: [] }
  }
}

const COMPUTE_NOT_FOUND = 9

/** A module's refusal as a query's answer: unknown, except where a thing is not there. */
export function grpcErrorFrom(error: AbciError): GrpcError {
  const missing = error.codespace === 'compute' && error.code === COMPUTE_NOT_FOUND
  return new GrpcError(missing ? GRPC.notFound : GRPC.unknown, error.message)
}

export function invalidArgument(message: string): GrpcError {
  return new GrpcError(GRPC.invalidArgument, message)
}

export function notFound(message: string): GrpcError {
  return new GrpcError(GRPC.notFound, message)
}
