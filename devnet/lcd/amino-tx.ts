import { base64 } from '@scure/base'
import { stdTxToBinary, stdTxToJson } from '../codec/amino-std-tx'
import { CodecError } from '../codec/codec-error'
import { GRPC, GrpcError, invalidArgument } from './grpc-error'
import { bodyText, type LcdHandler, readBytes } from './lcd-request'

/** Turns the amino JSON of an old transaction into its amino binary (Protocol 4.5). */
export const encodeAmino: LcdHandler = (_, request) => {
  const text = bodyText(request, 'amino_json', 'aminoJson') ?? ''
  if (text === '') throw invalidArgument('invalid empty tx json')
  return { amino_binary: base64.encode(orRefuse(() => stdTxToBinary(text))) }
}

/** Turns the amino binary of an old transaction into its amino JSON (Protocol 4.5). */
export const decodeAmino: LcdHandler = (_, request) => {
  const text = bodyText(request, 'amino_binary', 'aminoBinary') ?? ''
  if (text === '') throw invalidArgument('invalid empty tx bytes')
  const bytes = readBytes(text, 'amino_binary')
  return { amino_json: orRefuse(() => stdTxToJson(bytes)) }
}

/** The service hands on what amino says as it is, so that it has no code of its own. */
function orRefuse<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof CodecError) throw new GrpcError(GRPC.unknown, error.message)
    throw error
  }
}
