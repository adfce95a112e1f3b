import {
  create,
  type DescMessage,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from '@bufbuild/protobuf'
import { AnySchema } from '@bufbuild/protobuf/wkt'
import { isAddress } from '../../src/domain/index'
import { parseBytes } from '../codec/any-message'
import { CodecError } from '../codec/codec-error'
import {
  AccountResponseSchema,
  AddressRequestSchema,
  BalanceResponseSchema,
  BaseAccountSchema,
  SimulateRequestSchema,
  SimulateResponseSchema,
} from '../codec/gen/rpc_pb'
import type { NodeView } from '../faults/node-view'
import { findAccount } from '../modules/auth/accounts'
import { getBalance } from '../modules/bank/bank'
import { coinToProto } from '../modules/coins'
import { AbciError } from '../node/abci-error'
import type { Store } from '../store/store'

type GrpcQuery = (node: NodeView, store: Store, request: Uint8Array) => Uint8Array

const BASE_ACCOUNT = '/cosmos.auth.v1beta1.BaseAccount'

/** The query services that clients reach through abci_query, by path. */
export const GRPC_QUERIES: Readonly<Record<string, GrpcQuery>> = {
  '/cosmos.auth.v1beta1.Query/Account': (_, store, request) => {
    const { address } = read(AddressRequestSchema, request)
    if (address === '') throw refused('InvalidArgument', 'Address cannot be empty', 'invalid request', 18)
    const account = isAddress(address) ? findAccount(store, address) : undefined
    if (account === undefined) throw refused('NotFound', `account ${address} not found`, 'key not found', 22)
    const { publicKey, accountNumber, sequence } = account
    const base = create(BaseAccountSchema, {
      address,
      accountNumber,
      sequence,
      ...(publicKey !== undefined && { pubKey: publicKey }),
    })
    const any = create(AnySchema, { typeUrl: BASE_ACCOUNT, value: toBinary(BaseAccountSchema, base) })
    return write(AccountResponseSchema, { account: any })
  },
  '/cosmos.bank.v1beta1.Query/Balance': (_, store, request) => {
    const { address, denom } = read(AddressRequestSchema, request)
    if (!isAddress(address)) {
      throw refused('InvalidArgument', `invalid address: decoding bech32 failed`, 'invalid request', 18)
    }
    return write(BalanceResponseSchema, {
      balance: coinToProto({ denom, amount: getBalance(store, address, denom) }),
    })
  },
  '/cosmos.tx.v1beta1.Service/Simulate': ({ chain }, _, request) => {
    const { txBytes } = read(SimulateRequestSchema, request)
    const { code, log, codespace, ...result } = chain.simulate(txBytes)
    if (code !== 0) {
      throw new AbciError(codespace, code, `${log} with gas used: '${result.gasUsed}'`)
    }
    return write(SimulateResponseSchema, {
      gasInfo: { gasWanted: result.gasWanted, gasUsed: result.gasUsed },
      result: { data: result.data, log },
    })
  },
}

function read<S extends DescMessage>(schema: S, bytes: Uint8Array): MessageShape<S> {
  try {
    return parseBytes(schema, bytes)
  } catch (error) {
    if (error instanceof CodecError) throw new AbciError('sdk', 18, `${error.message}: invalid request`)
    throw error
  }
}

function write<S extends DescMessage>(schema: S, init: MessageInitShape<S>): Uint8Array {
  return toBinary(schema, create(schema, init))
}

/** A query service's refusal as the application reports it. */
function refused(grpc: string, message: string, words: string, code: number): AbciError {
  return new AbciError('sdk', code, `rpc error: code = ${grpc} desc = ${message}: ${words}`)
}
