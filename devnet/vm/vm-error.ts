/** The enclave's words for each way that a run can end badly; the node prints them as they are. */
const WORDS = {
  unreachable: 'the contract panicked',
  'memory-bounds': 'the contract tried to access memory out of bounds',
  'table-bounds': 'the contract tried to access a nonexistent resource',
  'division-by-zero': 'the contract tried to divide by zero',
  'integer-overflow': 'the contract has run out of space on the stack',
  'stack-overflow': 'the contract has run out of space on the stack',
  'signature-mismatch': 'the contract tried to call a function but expected an incorrect function signature',
  'failed-call': 'calling a function in the contract failed for an unexpected reason',
  'memory-initialization': 'failed to initialize wasm memory',
  'memory-allocation': 'failed to allocate memory',
  'memory-read': 'failed to read memory',
  'memory-write': 'failed to write memory',
  'unauthorized-write': 'contract tried to write to storage during a query',
  'out-of-gas': 'execution ran out of gas',
  'result-too-large': 'failed to read memory',
  'invalid-result': 'failed to deserialize data',
  unknown: 'unknown error',
} as const

export type VmErrorCode = keyof typeof WORDS

/** A contract that broke the rules of the machine: what it was doing is undone, the words are the enclave's. */
export class VmError extends Error {
  override readonly name = 'VmError'
  readonly code: VmErrorCode

  constructor(code: VmErrorCode, options?: { cause?: unknown }) {
    super(WORDS[code], options)
    this.code = code
  }
}

/** V8 tells traps apart by their words only. */
const TRAPS: readonly (readonly [RegExp, VmErrorCode])[] = [
  [/^unreachable/, 'unreachable'],
  [/^memory access out of bounds/, 'memory-bounds'],
  [/^table (index|access|element)/, 'table-bounds'],
  [/^(divide|remainder) by zero/, 'division-by-zero'],
  [/^divide result unrepresentable/, 'integer-overflow'],
  [/signature mismatch/, 'signature-mismatch'],
]

/** What V8 threw while a contract ran, as the machine's own error; undefined when it came from somewhere else. */
export function trapError(cause: unknown): VmError | undefined {
  if (cause instanceof WebAssembly.RuntimeError) {
    const code = TRAPS.find(([pattern]) => pattern.test(cause.message))?.[1]
    return new VmError(code ?? 'failed-call', { cause })
  }
  if (cause instanceof RangeError && cause.message === 'Maximum call stack size exceeded') {
    return new VmError('stack-overflow', { cause })
  }
  return undefined
}
