import { gunzipSync } from 'node:zlib'
import { ModuleError } from './module-error'

const GZIP_MARK = [0x1f, 0x8b, 0x08] as const

/** The refusals of Go's reader by the code or the words of the library that finds the same thing here. */
const GO_WORDS: readonly (readonly [RegExp, string])[] = [
  [/Z_BUF_ERROR|unexpected end of file/, 'unexpected EOF'],
  [/incorrect (data|length) check/, 'gzip: invalid checksum'],
  [/header|unknown compression method/, 'gzip: invalid header'],
]

/**
 * The code of an upload, which is WebAssembly as it is or packed by gzip. Throws ModuleError `too-large` when it is
 * more than `maxSize` bytes unpacked, which is found without unpacking more, and `gzip` for a broken packing.
 * Source: Protocol 3.1.
 */
export function unpackCode(upload: Uint8Array, maxSize: number): Uint8Array {
  const code = isPacked(upload) ? gunzip(upload, maxSize) : upload
  if (code.length > maxSize) throw tooLarge()
  return code
}

function isPacked(upload: Uint8Array): boolean {
  return GZIP_MARK.every((byte, index) => upload[index] === byte)
}

function gunzip(packed: Uint8Array, maxSize: number): Uint8Array {
  try {
    return new Uint8Array(gunzipSync(packed, { maxOutputLength: maxSize }))
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    const code = 'code' in cause ? String(cause.code) : ''
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    const words = GO_WORDS.find(([pattern]) => pattern.test(`${code} ${cause.message}`))?.[1]
    throw new ModuleError('gzip', words ?? 'flate: corrupt input', { cause })
  }
}

export function tooLarge(): ModuleError {
  return new ModuleError('too-large', 'exceeds max contract size limit')
}
