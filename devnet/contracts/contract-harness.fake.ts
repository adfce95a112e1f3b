import { expect } from 'vitest'
import {
  type Address,
  addressFromBytes,
  type Coin,
  type JsonObject,
  type JsonValue,
} from '../../src/domain/index'
import type { Contract, ContractMessage, ExecuteCall, LogAttribute } from './contract'

const addressOf = (byte: number): Address => addressFromBytes(new Uint8Array(20).fill(byte))

/** For tests: people, and the contract under test. */
export const ALICE = addressOf(1)
export const BOB = addressOf(2)
export const CAROL = addressOf(3)
export const SELF = addressOf(4)

/** For tests: one contract with a storage, a clock and a transaction hash of its own, and no chain around it. */
export class ContractHarness {
  readonly cells = new Map<string, string>()
  height = 5
  timeMs = 1_700_000_000_000
  /** What the contract itself holds, of any denom. */
  reserve = 0n
  txHash: string | undefined
  readonly #contract: Contract

  constructor(contract: Contract, init: JsonValue, address: Address = SELF) {
    this.#contract = contract
    this.address = address
    contract.instantiate(this.#callBy(ALICE), init)
  }

  readonly address: Address

  execute(sender: Address, message: JsonValue, funds: readonly Coin[] = []): JsonObject {
    return this.run(sender, message, funds).answer
  }

  messagesOf(sender: Address, message: JsonValue): readonly ContractMessage[] {
    return this.run(sender, message).messages
  }

  run(
    sender: Address,
    message: JsonValue,
    funds: readonly Coin[] = [],
  ): { answer: JsonObject; messages: readonly ContractMessage[]; log: readonly LogAttribute[] } {
    const { data, messages, log } = this.#contract.execute(this.#callBy(sender, funds), message)
    expect(data.length % 256).toBe(0)
    return { answer: JSON.parse(data), messages, log }
  }

  /** The answer; a query that writes fails the test. */
  query(message: JsonValue): JsonObject {
    const refuse = (): never => {
      throw new Error('a query wrote')
    }
    const call = this.#callBy(ALICE)
    const { transaction: _, ...env } = call.env
    const storage = { get: call.storage.get, set: refuse, remove: refuse }
    return JSON.parse(this.#contract.query({ env, storage, querier: call.querier }, message))
  }

  #callBy(sender: Address, funds: readonly Coin[] = []): ExecuteCall {
    const { cells, height, timeMs, txHash } = this
    return {
      env: {
        block: { height, timeMs, chainId: 'secretdev-1' },
        contract: { address: this.address, codeHash: '' },
        ...(txHash !== undefined && { transaction: { hash: txHash, index: 0 } }),
      },
      storage: {
        get: (key) => cells.get(key),
        set: (key, value) => cells.set(key, value),
        remove: (key) => cells.delete(key),
      },
      querier: {
        balance: () => this.reserve,
        contract: () => {
          throw new Error('the contract asked another one')
        },
      },
      sender,
      funds,
    }
  }
}
