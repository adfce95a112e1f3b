import { AbciError } from '../../node/abci-error'

/** What the enclave was asked to do, with the code and words of its failure (Protocol 2.4). */
const OPERATIONS = {
  instantiate: { code: 2, words: 'instantiate contract failed' },
  execute: { code: 3, words: 'execute contract failed' },
  query: { code: 4, words: 'query contract failed' },
  migrate: { code: 5, words: 'migrate contract failed' },
  create: { code: 15, words: 'create contract failed' },
  reply: { code: 19, words: 'reply to contract failed' },
  sudo: { code: 3, words: 'execute contract failed' },
} as const

export type Operation = keyof typeof OPERATIONS

/** A contract's own refusal; `plain` is what the contract said, before it was sealed to the sender. */
export class ContractRefusal extends AbciError {
  override readonly name = 'ContractRefusal'
  readonly plain: string

  constructor(code: number, log: string, plain: string) {
    super('compute', code, log)
    this.plain = plain
  }

  override at(place: string): AbciError {
    return new ContractRefusal(this.code, `${place}: ${this.message}`, this.plain)
  }
}

export function contractRefused(operation: Operation, detail: string, plain: string): ContractRefusal {
  const { code, words } = OPERATIONS[operation]
  return new ContractRefusal(code, `${detail}: ${words}`, plain)
}

/** A refusal by the contract or the enclave: the detail, then the operation's own words. */
export function operationFailed(operation: Operation, detail: string): AbciError {
  const { code, words } = OPERATIONS[operation]
  return new AbciError('compute', code, `${detail}: ${words}`)
}

/** A refusal by the enclave itself; unlike a contract's, it is never encrypted. */
export function enclaveFailed(operation: Operation, reason: string): AbciError {
  return operationFailed(operation, `Execution error: Enclave: ${reason}`)
}

export function accountExists(what: string): AbciError {
  return new AbciError('compute', 6, `${what}: contract account already exists`)
}

export function computeNotFound(what: string): AbciError {
  return new AbciError('compute', 9, `${what}: not found`)
}

export function invalidCompute(what: string): AbciError {
  return new AbciError('compute', 10, `${what}: invalid`)
}

export function invalidEvent(what: string): AbciError {
  return new AbciError('compute', 21, `${what}: invalid event`)
}

export function callDepthExceeded(): AbciError {
  return new AbciError('compute', 30, 'max call depth exceeded')
}
