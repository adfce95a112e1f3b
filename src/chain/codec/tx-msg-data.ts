import { create, type DescMessage, fromBinary, type MessageShape, toBinary } from '@bufbuild/protobuf'
import { hex } from '@scure/base'
import { CodecError } from './codec-error'
import { TxMsgDataSchema } from './gen/abci_pb'
import {
  MsgExecuteContractResponseSchema,
  MsgInstantiateContractResponseSchema,
  MsgMigrateContractResponseSchema,
  MsgStoreCodeResponseSchema,
} from './gen/compute_pb'

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

/**
 * Reads a transaction's data (hex, as the LCD gives it, or bytes), one response per message.
 * The list of older chains, by message type, is read too. Throws CodecError. Protocol 2.1.
 */
export function decodeTxMsgData(data: string | Uint8Array): MessageResponse[] {
  const { data: old, msgResponses } = parse(TxMsgDataSchema, typeof data === 'string' ? fromHex(data) : data)
  if (msgResponses.length > 0) return msgResponses.map(({ typeUrl, value }) => decodeResponse(typeUrl, value))
  return old.map((entry) => decodeResponse(responseUrl(entry.msgType), entry.data))
}

/** Writes a transaction's data in the form of chain v1.15 and later. Protocol 2.1. */
export function encodeTxMsgData(responses: readonly MessageResponse[]): Uint8Array {
  const msgResponses = responses.map((response) => ({
    typeUrl: response.typeUrl,
    value: encodeResponse(response),
  }))
  return toBinary(TxMsgDataSchema, create(TxMsgDataSchema, { msgResponses }))
}

function decodeResponse(typeUrl: string, value: Uint8Array): MessageResponse {
  switch (typeUrl) {
    case EXECUTE:
      return { typeUrl, data: parse(MsgExecuteContractResponseSchema, value).data }
    case MIGRATE:
      return { typeUrl, data: parse(MsgMigrateContractResponseSchema, value).data }
    case INSTANTIATE: {
      const { address, data } = parse(MsgInstantiateContractResponseSchema, value)
      return { typeUrl, data, address }
    }
    case STORE_CODE:
      return { typeUrl, data: new Uint8Array(), codeId: parse(MsgStoreCodeResponseSchema, value).codeId }
    default:
      return { typeUrl, data: value }
  }
}

function encodeResponse({ typeUrl, data, address = '', codeId = 0n }: MessageResponse): Uint8Array {
  switch (typeUrl) {
    case EXECUTE:
      return toBinary(MsgExecuteContractResponseSchema, create(MsgExecuteContractResponseSchema, { data }))
    case MIGRATE:
      return toBinary(MsgMigrateContractResponseSchema, create(MsgMigrateContractResponseSchema, { data }))
    case INSTANTIATE: {
      const schema = MsgInstantiateContractResponseSchema
      return toBinary(schema, create(schema, { address, data }))
    }
    case STORE_CODE:
      return toBinary(MsgStoreCodeResponseSchema, create(MsgStoreCodeResponseSchema, { codeId }))
    default:
      return data
  }
}

function responseUrl(messageType: string): string {
  const url = messageType.startsWith('/') ? messageType : `/${messageType}`
  return url.endsWith('Response') ? url : `${url}Response`
}

function parse<S extends DescMessage>(schema: S, value: Uint8Array): MessageShape<S> {
  try {
    return fromBinary(schema, value)
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
