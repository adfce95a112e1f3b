import { base64 } from '@scure/base'
import { type Address, addressFromBytes, type JsonObject } from '../../src/domain/index'
import type { NodeView } from '../faults/node-view'
import { getBalance } from '../modules/bank/bank'
import { currentKeys } from '../modules/registration/registration'
import { AbciError, sdkError } from '../node/abci-error'
import type { Store } from '../store/store'
import { GRPC_QUERIES } from './grpc-queries'
import type { RpcArgs } from './rpc-args'

const BALANCES_PREFIX = 0x02
const MASTER_KEY_PREFIX = 0x02
const MASTER_KEYS = { IoExchMasterKey: 'io', NodeExchMasterKey: 'node' } as const

/** Asks the application by a store's key or a query service's path, at a height (CometBFT's abci_query). */
export function abciQuery(node: NodeView, args: RpcArgs): JsonObject {
  const height = args.int('height') || node.latest.height
  const key = args.bytes('data')
  const answer = { info: '', index: '0', proofOps: null }
  try {
    const value = query(node, args.text('path'), key, height)
    const shown = args.text('path').startsWith('/store/') ? key : new Uint8Array()
    return {
      code: 0,
      log: '',
      ...answer,
      key: text(shown),
      value: text(value),
      height: String(height),
      codespace: '',
    }
  } catch (error) {
    if (!(error instanceof AbciError)) throw error
    const { code, codespace, message } = error
    return { code, log: message, ...answer, key: null, value: null, height: String(height), codespace }
  }
}

function query(node: NodeView, path: string, data: Uint8Array, height: number): Uint8Array {
  if (path === '') throw sdkError('unknownRequest', 'no query path provided')
  const { latest } = node.chain.blocks
  const store = height <= node.latest.height ? node.chain.history.at(height, latest.height) : undefined
  if (store === undefined) {
    throw sdkError(
      'invalidRequest',
      `failed to load state at height ${height}; version does not exist (latest height: ${node.latest.height})`,
    )
  }
  const service = GRPC_QUERIES[path]
  if (service !== undefined) return service(node, store, data)
  const [, root, name = '', kind] = path.split('/')
  if (root !== 'store') throw sdkError('unknownRequest', 'unknown query path')
  if (kind !== 'key') throw sdkError('unknownRequest', `unexpected query path: ${path}`)
  return readStore(node, store, name, data)
}

function readStore(node: NodeView, store: Store, name: string, key: Uint8Array): Uint8Array {
  if (key.length === 0) throw sdkError('txDecode', 'query cannot be zero length')
  switch (name) {
    case 'bank':
      return readBank(store, key)
    case 'register':
      return readMasterKey(node, store, key)
    default:
      throw sdkError('unknownRequest', `no such store: ${name}`)
  }
}

/** `0x02 ‖ length ‖ address ‖ denom`; the value is the amount in digits. */
function readBank(store: Store, [prefix, length = 0, ...rest]: Uint8Array): Uint8Array {
  if (prefix !== BALANCES_PREFIX || rest.length < length || length === 0) return new Uint8Array()
  const address: Address = addressFromBytes(Uint8Array.from(rest.slice(0, length)))
  const denom = new TextDecoder().decode(Uint8Array.from(rest.slice(length)))
  const amount = getBalance(store, address, denom)
  return amount === 0n ? new Uint8Array() : new TextEncoder().encode(String(amount))
}

/** `0x02 ‖ name`; the value is the bare public key (Protocol 7.1). */
function readMasterKey(node: NodeView, store: Store, [prefix, ...name]: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(Uint8Array.from(name))
  if (prefix !== MASTER_KEY_PREFIX || !Object.hasOwn(MASTER_KEYS, text)) return new Uint8Array()
  return currentKeys(store, node.chain.enclave)[MASTER_KEYS[text as keyof typeof MASTER_KEYS]].publicKey
}

function text(bytes: Uint8Array): string | null {
  return bytes.length === 0 ? null : base64.encode(bytes)
}
