import { hex } from '@scure/base'
import { rawAny } from './any-field'
import { CodecError } from './codec-error'
import { list, record } from './composite-fields'
import { newDecodeContext } from './field'
import { bytes, text, uint64 } from './plain-fields'
import { type ProtoMessage, protoMessage } from './proto-message'

/** What one message of a transaction answered: `data` still encrypted, `address` of a new contract, `codeId` of new code. */
export interface MessageResponse {
  readonly typeUrl: string
  readonly data: Uint8Array
  readonly address?: string
  readonly codeId?: bigint
}

const COMPUTE = '/secret.compute.v1beta1.Msg'
const EXECUTE = `${COMPUTE}ExecuteContractResponse`
const MIGRATE = `${COMPUTE}MigrateContractResponse`
const INSTANTIATE = `${COMPUTE}InstantiateContractResponse`
const STORE_CODE = `${COMPUTE}StoreCodeResponse`

const txMsgData = protoMessage({
  old: ['data', 1, list(record({ messageType: ['msg_type', 1, text], data: ['data', 2, bytes] }))],
  responses: ['msg_responses', 2, list(rawAny)],
})
/** Of execute and migrate. */
const answer = protoMessage({ data: ['data', 1, bytes] })
const instantiated = protoMessage({ address: ['address', 1, text], data: ['data', 2, bytes] })
const storedCode = protoMessage({ codeId: ['code_id', 1, uint64] })

/**
 * Reads a transaction's data (hex, as the LCD gives it, or bytes), one response per message.
 * The list of older chains, by message type, is read too. Throws CodecError. Protocol 2.1.
 */
export function decodeTxMsgData(data: string | Uint8Array): MessageResponse[] {
  const { old, responses } = parse(txMsgData, typeof data === 'string' ? fromHex(data) : data)
  if (responses.length > 0) return responses.map(({ typeUrl, value }) => decodeResponse(typeUrl, value))
  return old.map((entry) => decodeResponse(responseUrl(entry.messageType), entry.data))
}

/** Writes a transaction's data in the form of chain v1.15 and later. Protocol 2.1. */
export function encodeTxMsgData(responses: readonly MessageResponse[]): Uint8Array {
  const written = responses.map((response) => ({
    typeUrl: response.typeUrl,
    value: encodeResponse(response),
  }))
  return txMsgData.encode({ old: [], responses: written })
}

function decodeResponse(typeUrl: string, value: Uint8Array): MessageResponse {
  switch (typeUrl) {
    case EXECUTE:
    case MIGRATE:
      return { typeUrl, ...parse(answer, value) }
    case INSTANTIATE:
      return { typeUrl, ...parse(instantiated, value) }
    case STORE_CODE:
      return { typeUrl, data: new Uint8Array(), ...parse(storedCode, value) }
    default:
      return { typeUrl, data: value }
  }
}

function encodeResponse({ typeUrl, data, address = '', codeId = 0n }: MessageResponse): Uint8Array {
  switch (typeUrl) {
    case EXECUTE:
    case MIGRATE:
      return answer.encode({ data })
    case INSTANTIATE:
      return instantiated.encode({ address, data })
    case STORE_CODE:
      return storedCode.encode({ codeId })
    default:
      return data
  }
}

function responseUrl(messageType: string): string {
  const url = messageType.startsWith('/') ? messageType : `/${messageType}`
  return url.endsWith('Response') ? url : `${url}Response`
}

function parse<T>(message: ProtoMessage<T>, value: Uint8Array): T {
  try {
    return message.decode(value, newDecodeContext('data'))
  } catch (cause) {
    throw new CodecError('codec/bytes', 'The transaction data from the node cannot be read.', { cause })
  }
}

function fromHex(text: string): Uint8Array {
  try {
    return hex.decode(text)
  } catch (cause) {
    throw new CodecError('codec/bytes', 'The transaction data from the node is not hex.', { cause })
  }
}
