import { CodecError } from '../codec/codec-error'

const BYTES_TYPE = 2
const MAX_VARINT = 10

/**
 * Refuses a TxRaw that is not in the one form of ADR-027: only bytes fields, in ascending order, each length as short as it can be.
 * Otherwise the same transaction would have several hashes. Throws CodecError with the chain's words.
 */
export function refuseOddTxRaw(bytes: Uint8Array): void {
  let at = 0
  let previous = 0n
  while (at < bytes.length) {
    const tag = readVarint(bytes, at)
    const number = tag.value >> 3n
    const wireType = Number(tag.value & 7n)
    if (number < 1n || number > 536_870_911n) throw invalidLength('proto: invalid field number')
    if (wireType !== BYTES_TYPE) throw new CodecError(`expected ${BYTES_TYPE} wire type, got ${wireType}`)
    if (number < previous) {
      throw new CodecError(`txRaw must follow ADR-027, got tagNum ${number} after tagNum ${previous}`)
    }
    previous = number
    const length = readVarint(bytes, tag.end)
    const read = length.end - tag.end
    const needed = minVarintLength(length.value)
    if (needed !== read) {
      throw new CodecError(
        `length prefix varint for tagNum ${number} is not as short as possible, read ${read}, only need ${needed}`,
      )
    }
    if (length.value > BigInt(bytes.length - length.end)) throw invalidLength('unexpected EOF')
    at = length.end + Number(length.value)
  }
}

function readVarint(bytes: Uint8Array, start: number): { value: bigint; end: number } {
  let value = 0n
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    const position = at - start
    if (position === MAX_VARINT - 1 && byte > 1)
      throw invalidLength('proto: variable length integer overflow')
    value |= BigInt(byte & 0x7f) << BigInt(7 * position)
    if (byte < 0x80) return { value, end: at + 1 }
  }
  throw invalidLength('unexpected EOF')
}

function minVarintLength(value: bigint): number {
  return Math.max(1, Math.ceil(value.toString(2).length / 7))
}

function invalidLength(why: string): CodecError {
  return new CodecError(`invalid length; ${why}`)
}
