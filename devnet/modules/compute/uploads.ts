import type { Address } from '../../../src/domain/index'
import { AbciError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { checkModule } from '../../vm/check-module'
import { ModuleError } from '../../vm/module-error'
import { unpackCode } from '../../vm/unpack-code'
import { addCode, type StoredCode } from './codes'
import { invalidCompute, operationFailed } from './compute-errors'
import { computeParams } from './params'
import type { Runtimes } from './runtimes'

/** Code as MsgStoreCode brings it. */
export interface Upload {
  readonly sender: Address
  /** WebAssembly, raw or packed by gzip. */
  readonly bytes: Uint8Array
  readonly source: string
  readonly builder: string
}

const MAX_SOURCE_LENGTH = 512
/** A docker reference with a tag (Protocol 3.1). */
const BUILDER = /^[a-z0-9][a-z0-9._-]*[a-z0-9](\/[a-z0-9][a-z0-9._-]*[a-z0-9])*:[a-zA-Z0-9_][a-zA-Z0-9_.-]*$/
const MAX_BUILDER_LENGTH = 128
const COMPILE_SCALE = 10n ** 18n

/** Checks code and keeps it under the next number. Throws AbciError with the chain's words. */
export function storeUpload(context: Context, upload: Upload, runtimes: Runtimes): StoredCode {
  const { sender, source, builder } = upload
  checkSource(source)
  checkBuilder(builder)
  const { maxContractSize, compileCost } = computeParams(context.store)
  try {
    const wasm = unpackCode(upload.bytes, Number(maxContractSize))
    context.gas.consume((compileCost * BigInt(wasm.length)) / COMPILE_SCALE, 'Compiling WASM Bytes')
    const module = checkModule(wasm, Number(maxContractSize))
    runtimes.add(module)
    const code = addCode(context.store, wasm, { codeHash: module.codeHash, creator: sender, source, builder })
    context.events.push(
      event('message', [
        ['module', 'compute'],
        ['sender', sender],
        ['code_id', String(code.codeId)],
      ]),
    )
    return code
  } catch (error) {
    if (error instanceof ModuleError) throw uploadRefused(error)
    throw error
  }
}

/** Too much code has a code of its own (Protocol 2.4). */
function uploadRefused({ code, message }: ModuleError): AbciError {
  return code === 'too-large' ? new AbciError('compute', 31, message) : operationFailed('create', message)
}

function checkSource(source: string): void {
  if (source === '') return
  if (source.length > MAX_SOURCE_LENGTH) throw invalidCompute('source: cannot be longer than 512 characters')
  if (!URL.canParse(source)) throw invalidCompute('source: not an absolute url')
  if (new URL(source).protocol !== 'https:') throw invalidCompute('source: must use https')
}

function checkBuilder(builder: string): void {
  if (builder === '') return
  if (builder.length > MAX_BUILDER_LENGTH || !BUILDER.test(builder)) {
    throw invalidCompute('builder: invalid tag supplied for builder')
  }
}
