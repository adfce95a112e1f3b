/** Why an upload is not a contract that this machine can run. */
export type ModuleErrorCode =
  | 'gzip'
  | 'too-large'
  | 'malformed'
  | 'marker'
  | 'export'
  | 'import'
  | 'memory'
  | 'table'
  | 'start'
  | 'floats'
  | 'instruction'

/** A refusal of code, in the chain's own words; the node adds `: create contract failed`. */
export class ModuleError extends Error {
  override readonly name = 'ModuleError'
  readonly code: ModuleErrorCode

  constructor(code: ModuleErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

/** A refusal by the checks the node makes on upload. */
export function staticValidationError(
  code: ModuleErrorCode,
  reason: string,
  options?: { cause?: unknown },
): ModuleError {
  return new ModuleError(
    code,
    `Error calling the VM: Error during static Wasm validation: ${reason}`,
    options,
  )
}

/** Bytes that are not WebAssembly. */
export function malformedModule(reason: string, options?: { cause?: unknown }): ModuleError {
  return staticValidationError(
    'malformed',
    `Wasm bytecode could not be deserialized. Deserialization error: "${reason}"`,
    options,
  )
}

/** A refusal by the enclave, which looks at the code once more before it runs it. */
export function enclaveModuleError(code: ModuleErrorCode, words: string): ModuleError {
  return new ModuleError(code, `Execution error: Enclave: ${words}`)
}
