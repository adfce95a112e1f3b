import type { Address, JsonValue } from '../../../src/domain/index'
import { toBase64 } from '../../codec/base64'
import { CODES } from '../../contracts/catalog'
import type { Enclave } from '../../enclave/enclave'
import { type Channel, openInput, PLAIN_CHANNEL } from '../../enclave/enclave-cipher'
import type { Context } from '../../node/context'
import type { Coin } from '../coins'
import { currentKeys } from '../registration/registration'
import type { CallTree } from './call-tree'
import { changeAdmin, instantiateCode, migrateCode, type Place } from './code-changes'
import { addCode, requireCode } from './codes'
import { enclaveFailed } from './compute-errors'
import { runContract, runQuery } from './contract-run'
import { encodeJson } from './contract-runtime'
import { dispatchMessages } from './dispatch'
import { refuseAfterFinalize } from './finalized-tx'
import { requireContract } from './registry'
import { Runtimes } from './runtimes'
import { storeUpload, type Upload } from './uploads'

/** A message as the enclave gets it. */
interface SealedMessage {
  readonly sender: Address
  readonly wire: Uint8Array
  readonly callbackSig: Uint8Array
}

export interface ExecuteMessage extends SealedMessage {
  readonly contract: Address
  readonly funds: readonly Coin[]
}

export interface InstantiateMessage extends SealedMessage {
  readonly codeId: bigint
  readonly label: string
  readonly admin: string
  readonly funds: readonly Coin[]
}

export interface MigrateMessage extends SealedMessage {
  readonly contract: string
  readonly codeId: bigint
}

/** An opened message; `codeHash` is undefined when it came in the open and names none. */
interface Input {
  readonly channel: Channel
  readonly codeHash: string | undefined
  readonly message: Uint8Array
}

/** The compute module: what the chain does around the enclave, and what the enclave does inside (Protocol 1-3, 12). */
export class Compute {
  readonly #enclave: Enclave
  readonly #runtimes = new Runtimes()

  constructor(enclave: Enclave) {
    this.#enclave = enclave
  }

  /** Keeps uploaded code; returns its number. */
  store(context: Context, upload: Upload): number {
    return storeUpload(context, upload, this.#runtimes).codeId
  }

  /** Runs MsgExecuteContract; returns the data for its response, sealed to the sender. */
  execute(context: Context, message: ExecuteMessage): Uint8Array {
    refuseAfterFinalize(context)
    const { sender, contract, funds } = message
    const located = requireContract(context.store, contract)
    const input = this.#open(context, 'execute', message)
    checkHash('execute', input, located.code.codeHash)
    const call = { kind: 'execute', caller: { sender, funds }, message: input.message } as const
    const { tree, depth } = this.#place(context, input.channel)
    return sealData(input.channel, runContract(context, { ...located, tree, depth, call }, dispatchMessages))
  }

  /** Runs MsgInstantiateContract; returns the new address and the sealed data. */
  instantiate(context: Context, message: InstantiateMessage): { address: Address; data: Uint8Array } {
    refuseAfterFinalize(context)
    const input = this.#open(context, 'instantiate', message)
    const codeHash = input.codeHash ?? requireCode(context.store, Number(message.codeId)).codeHash
    const asked = { ...message, codeHash, message: input.message }
    const { address, data } = instantiateCode(context, asked, this.#place(context, input.channel))
    return { address, data: sealData(input.channel, data) }
  }

  /** Runs MsgMigrateContract; returns the sealed data. What is not encrypted is refused (Protocol 1.2). */
  migrate(context: Context, message: MigrateMessage): Uint8Array {
    refuseAfterFinalize(context)
    const { channel, codeHash, message: opened } = this.#open(context, 'migrate', message)
    if (codeHash === undefined) throw enclaveFailed('migrate', 'failed to decrypt data')
    const data = migrateCode(
      context,
      { ...message, codeHash, message: opened },
      this.#place(context, channel),
    )
    return sealData(channel, data)
  }

  changeAdmin(context: Context, asked: { sender: Address; contract: string; admin: string }): void {
    changeAdmin(context, asked)
  }

  /** Runs a contract for a transfer from another chain: in the open, from nobody, with funds that it holds already (Protocol 9.1). */
  executeHook(context: Context, contract: string, message: JsonValue, funds: readonly Coin[]): void {
    const located = requireContract(context.store, contract)
    const call = { kind: 'execute', caller: { sender: '', funds }, message: encodeJson(message) } as const
    const { tree, depth } = this.#place(context, PLAIN_CHANNEL)
    runContract(context, { ...located, tree, depth, call, prepaid: true }, dispatchMessages)
  }

  /** Tells a contract something on behalf of the chain: in the open, through its entry `sudo` (Protocol 9.1). */
  sudoHook(context: Context, contract: string, message: JsonValue): void {
    const located = requireContract(context.store, contract)
    const call = { kind: 'sudo', message: encodeJson(message) } as const
    const { tree, depth } = this.#place(context, PLAIN_CHANNEL)
    runContract(context, { ...located, tree, depth, call }, dispatchMessages)
  }

  /** Answers an encrypted query; anything that is not one for this enclave and this code is refused. */
  query(context: Context, contract: string, wire: Uint8Array): Uint8Array {
    context.gas.consume(QUERY_GAS, 'Loading CosmWasm module: query')
    const located = requireContract(context.store, contract)
    const opened = openInput(currentKeys(context.store, this.#enclave).io, wire)
    if (opened.kind === 'plaintext') throw enclaveFailed('query', 'failed to decrypt data')
    const { channel } = opened
    checkHash('query', opened, located.code.codeHash)
    const { tree } = this.#place(context, channel)
    return sealData(channel, runQuery(context, { ...located, tree, queryDepth: 0 }, opened.message))
  }

  /** The codes that devnet brings along, under the numbers of the catalog. */
  storeBuiltIn(context: Context, creator: Address): void {
    for (const { wasm, codeHash, source } of CODES) {
      addCode(context.store, wasm, { codeHash, creator, source, builder: '' })
    }
  }

  /** Genesis instantiates without a transaction, in the open. */
  instantiateAtGenesis(
    context: Context,
    genesis: { codeId: number; creator: Address; label: string; message: JsonValue },
  ): Address {
    const { codeId, creator, label } = genesis
    const { codeHash } = requireCode(context.store, codeId)
    const message = encodeJson(genesis.message)
    const asked = { sender: creator, codeId: BigInt(codeId), codeHash, label, admin: '', funds: [] }
    const place = this.#place(context, PLAIN_CHANNEL)
    return instantiateCode(context, { ...asked, message, wire: message }, place).address
  }

  #place(context: Context, channel: Channel): Place {
    const { stateIkm } = currentKeys(context.store, this.#enclave)
    const runtimeOf = this.#runtimes.find
    const tree: CallTree = { channel, count: { calls: 0 }, runtimeOf, randomSeed: stateIkm }
    return { tree, depth: 0, dispatch: dispatchMessages }
  }

  /**
   * Opens a message. One that was not encrypted to this enclave stands as it is, with no code hash and everything in the open
   * (Protocol 1.2).
   */
  #open(context: Context, operation: 'execute' | 'instantiate' | 'migrate', message: SealedMessage): Input {
    if (message.callbackSig.length > 0)
      throw enclaveFailed(operation, 'failed to verify transaction signature')
    const opened = openInput(currentKeys(context.store, this.#enclave).io, message.wire)
    if (opened.kind === 'plaintext') {
      return { channel: PLAIN_CHANNEL, codeHash: undefined, message: message.wire }
    }
    return opened
  }
}

const QUERY_GAS = 20_000n

function checkHash(
  operation: 'execute' | 'query',
  { codeHash }: { readonly codeHash: string | undefined },
  expected: string,
): void {
  if (codeHash !== undefined && codeHash !== expected) {
    throw enclaveFailed(operation, 'failed to validate transaction')
  }
}

/** A contract's data travels as base64 text inside the encryption (Protocol 2.1). */
function sealData(channel: Channel, data: Uint8Array | undefined): Uint8Array {
  if (data === undefined || data.length === 0) return new Uint8Array()
  return channel.seal(new TextEncoder().encode(toBase64(data)))
}
