import { base64 } from '@scure/base'
import type { Address, JsonValue } from '../../../src/domain/index'
import type { Enclave } from '../../enclave/enclave'
import { type Channel, type OpenedInput, openInput, PLAIN_CHANNEL } from '../../enclave/enclave-cipher'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { ensureAccount } from '../auth/accounts'
import type { Coin } from '../coins'
import { currentKeys } from '../registration/registration'
import { enclaveFailed } from './compute-errors'
import { runContract, runQuery } from './contract-run'
import { registerContract, requireCode, requireContract } from './registry'

const INSTANCE_GAS = 20_000n
const MAX_LABEL_LENGTH = 512

/** A message as the enclave gets it. */
interface SealedMessage {
  readonly sender: Address
  readonly wire: Uint8Array
  readonly funds: readonly Coin[]
  readonly callbackSig: Uint8Array
}

export interface ExecuteMessage extends SealedMessage {
  readonly contract: Address
}

export interface InstantiateMessage extends SealedMessage {
  readonly codeId: bigint
  readonly label: string
  readonly admin: string
}

interface Input {
  readonly channel: Channel
  readonly text: string
}

/** The compute module: what the chain does around the enclave, and what the enclave does inside (Protocol 1-3). */
export class Compute {
  readonly #enclave: Enclave

  constructor(enclave: Enclave) {
    this.#enclave = enclave
  }

  /** Runs MsgExecuteContract; returns the data for its response, sealed to the sender. */
  execute(context: Context, message: ExecuteMessage): Uint8Array {
    const { sender, contract, funds } = message
    context.gas.consume(INSTANCE_GAS, 'Loading Compute module: execute')
    const { record, code } = requireContract(context.store, contract)
    const input = this.#readInput(context, 'execute', message, code.codeHash)
    const data = runContract(context, {
      operation: 'execute',
      record,
      code,
      sender,
      funds,
      depth: 0,
      ...input,
    })
    return sealData(input.channel, data)
  }

  /** Runs MsgInstantiateContract; returns the new address and the sealed data. */
  instantiate(context: Context, message: InstantiateMessage): { address: Address; data: Uint8Array } {
    const { sender, funds, label } = message
    context.gas.consume(INSTANCE_GAS, 'Loading Compute module: instantiate')
    if (label === '') throw sdkError('invalidRequest', 'label is required')
    if (label.length > MAX_LABEL_LENGTH) {
      throw sdkError('invalidRequest', `label cannot be longer than ${MAX_LABEL_LENGTH} characters`)
    }
    const code = requireCode(Number(message.codeId))
    const input = this.#readInput(context, 'instantiate', message, code.codeHash)
    const record = registerContract(context.store, {
      codeId: code.codeId,
      creator: sender,
      label,
      admin: message.admin,
      createdHeight: context.block.height,
      createdTxIndex: context.tx?.index ?? 0,
      initMessage: base64.encode(message.wire),
    })
    ensureAccount(context.store, record.address)
    const data = runContract(context, {
      operation: 'instantiate',
      record,
      code,
      sender,
      funds,
      depth: 0,
      ...input,
    })
    return { address: record.address, data: sealData(input.channel, data) }
  }

  /** Answers an encrypted query; anything that is not one for this enclave and this code is refused. */
  query(context: Context, contract: string, wire: Uint8Array): Uint8Array {
    context.gas.consume(INSTANCE_GAS, 'Loading CosmWasm module: query')
    const { record, code } = requireContract(context.store, contract)
    const opened = openInput(currentKeys(context.store, this.#enclave).io, wire)
    if (opened.kind === 'plaintext') throw enclaveFailed('query', 'failed to decrypt data')
    checkCodeHash('query', opened, code.codeHash)
    const answer = runQuery(context, { record, code, channel: opened.channel, text: opened.message })
    return sealData(opened.channel, answer)
  }

  /**
   * Opens an init or execute message. One that was not encrypted to this enclave is run as it stands,
   * with no check of the code hash and everything in the open (Protocol 1.2).
   */
  #readInput(
    context: Context,
    operation: 'execute' | 'instantiate',
    message: SealedMessage,
    codeHash: string,
  ): Input {
    if (message.callbackSig.length > 0)
      throw enclaveFailed(operation, 'failed to verify transaction signature')
    const opened = openInput(currentKeys(context.store, this.#enclave).io, message.wire)
    if (opened.kind === 'plaintext') {
      return { channel: PLAIN_CHANNEL, text: new TextDecoder().decode(message.wire) }
    }
    checkCodeHash(operation, opened, codeHash)
    return { channel: opened.channel, text: opened.message }
  }

  /** Genesis instantiates without a transaction, in the open. */
  instantiateAtGenesis(
    context: Context,
    genesis: { codeId: number; creator: Address; label: string; message: JsonValue },
  ): Address {
    const { codeId, creator, label, message } = genesis
    const code = requireCode(codeId)
    const text = JSON.stringify(message)
    const record = registerContract(context.store, {
      codeId,
      creator,
      label,
      admin: '',
      createdHeight: context.block.height,
      createdTxIndex: 0,
      initMessage: base64.encode(new TextEncoder().encode(text)),
    })
    ensureAccount(context.store, record.address)
    const channel = PLAIN_CHANNEL
    runContract(context, {
      operation: 'instantiate',
      record,
      code,
      sender: creator,
      funds: [],
      depth: 0,
      channel,
      text,
    })
    return record.address
  }
}

function checkCodeHash(
  operation: 'execute' | 'instantiate' | 'query',
  opened: Extract<OpenedInput, { kind: 'encrypted' }>,
  codeHash: string,
): void {
  if (opened.codeHash !== codeHash) throw enclaveFailed(operation, 'failed to validate transaction')
}

/** A contract's data travels as base64 text inside the encryption (Protocol 2.1). */
function sealData(channel: Channel, data: string): Uint8Array {
  if (data === '') return new Uint8Array()
  const text = base64.encode(new TextEncoder().encode(data))
  return channel.seal(new TextEncoder().encode(text))
}
