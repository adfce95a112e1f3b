import type { Coin, JsonValue } from '../../src/domain/index'
import { type CheckedModule, checkModule } from '../vm/check-module'
import { entryCall, type VmCall, type VmEnv } from '../vm/contract-env'
import {
  type ContractFailure,
  type ContractResponse,
  parseContractResult,
  parseQueryResult,
} from '../vm/contract-result'
import { encodeReply, type ReplyResult } from '../vm/reply'
import { callContract } from '../vm/run-contract'
import { FakeHost } from '../vm/vm-host.fake'

const SENDER = 'secret1sender'
const PLENTY_OF_GAS = 1_000_000_000n

export const PROBE_ENV: VmEnv = {
  block: { height: 12_345, timeNs: 1_700_000_000_123_456_789n, chainId: 'secretdev-1' },
  contract: { address: 'secret1probe', codeHash: 'ab'.repeat(32) },
  transaction: { index: 0, hash: 'CD'.repeat(32) },
  random: new Uint8Array(32).fill(7),
}

/** For tests: one probe with its state, and no chain around it. */
export class ProbeHarness {
  /** What the chain answers to the probe's questions. */
  chainAnswer: (request: JsonValue) => JsonValue = () => ({ Err: { unknown: {} } })
  gasLimit = PLENTY_OF_GAS
  gasUsed = 0n
  #cells: ReadonlyMap<string, Uint8Array> = new Map()
  #module: CheckedModule

  constructor(wasm: Uint8Array) {
    this.#module = checkModule(wasm)
  }

  get generation() {
    return this.#module.generation
  }

  instantiate(message: JsonValue): ContractResponse | ContractFailure {
    return this.#change({
      kind: 'instantiate',
      caller: { sender: SENDER, funds: [] },
      message: encode(message),
    })
  }

  execute(message: JsonValue, funds: readonly Coin[] = []): ContractResponse | ContractFailure {
    return this.executeText(JSON.stringify(message), funds)
  }

  /** A message exactly as it is written, JSON or not. */
  executeText(message: string, funds: readonly Coin[] = []): ContractResponse | ContractFailure {
    const bytes = new TextEncoder().encode(message)
    return this.#change({ kind: 'execute', caller: { sender: SENDER, funds }, message: bytes })
  }

  /** Takes the new code, as a migration does, and lets it migrate. */
  migrate(wasm: Uint8Array, message: JsonValue): ContractResponse | ContractFailure {
    this.#module = checkModule(wasm)
    return this.#change({ kind: 'migrate', caller: { sender: SENDER, funds: [] }, message: encode(message) })
  }

  reply(id: bigint, result: ReplyResult): ContractResponse | ContractFailure {
    return this.#change({ kind: 'reply', message: encodeReply(id, result) })
  }

  sudo(message: JsonValue): ContractResponse | ContractFailure {
    return this.#change({ kind: 'sudo', message: encode(message) })
  }

  /** The answer as text. */
  queryText(message: JsonValue): string | ContractFailure {
    const { entry, args } = entryCall(
      this.generation,
      { ...PROBE_ENV, transaction: undefined },
      { kind: 'query', message: encode(message) },
    )
    const host = this.#host(true)
    const result = parseQueryResult(this.#run(host, entry, args), this.generation)
    return result.kind === 'answer' ? new TextDecoder().decode(result.answer) : result
  }

  /** The answer, which must be JSON, or the failure. */
  query(message: JsonValue): JsonValue | ContractFailure {
    const answer = this.queryText(message)
    return typeof answer === 'string' ? JSON.parse(answer) : answer
  }

  /** State that a failure has changed is dropped, as on the chain. */
  #change(call: VmCall): ContractResponse | ContractFailure {
    const { entry, args } = entryCall(this.generation, PROBE_ENV, call)
    const host = this.#host(false)
    const result = parseContractResult(this.#run(host, entry, args), this.generation)
    if (result.kind === 'response') this.#cells = host.cells
    return result
  }

  #run(host: FakeHost, entry: string, args: readonly Uint8Array[]): Uint8Array {
    try {
      return callContract(this.#module, entry, args, host)
    } finally {
      this.gasUsed = host.used
    }
  }

  #host(readOnly: boolean): FakeHost {
    const answer = (request: Uint8Array) =>
      encode(this.chainAnswer(JSON.parse(new TextDecoder().decode(request))))
    const host = new FakeHost({ readOnly, limit: this.gasLimit, answer })
    for (const [key, value] of this.#cells) host.cells.set(key, value)
    return host
  }
}

function encode(value: JsonValue): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}
