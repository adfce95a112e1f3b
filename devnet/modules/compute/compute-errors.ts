import { AbciError } from '../../node/abci-error'

/** What the enclave was asked to do, with the code and words of its failure (Protocol 2.4). */
const OPERATIONS = {
  instantiate: { code: 2, words: 'instantiate contract failed' },
  execute: { code: 3, words: 'execute contract failed' },
  query: { code: 4, words: 'query contract failed' },
} as const

export type Operation = keyof typeof OPERATIONS

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

export function callDepthExceeded(): AbciError {
  return new AbciError('compute', 30, 'max call depth exceeded')
}
