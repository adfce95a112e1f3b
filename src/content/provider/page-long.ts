import { apply, asIntN, asUintN, NativeBigInt, NativeNumber, NativeString } from './natives'
import { badRequest } from './page-failure'

const bigintToString = BigInt.prototype.toString

/** A 64-bit number in the shape that protobuf libraries of pages expect of the `long` package. */
export class PageLong {
  readonly low: number
  readonly high: number
  readonly unsigned = true
  /** By this the package knows one of its own, of whatever copy. */
  readonly __isLong__ = true

  readonly #value: bigint

  constructor(value: bigint) {
    this.#value = value
    this.low = NativeNumber(asIntN(32, value))
    this.high = NativeNumber(asIntN(32, value >> 32n))
  }

  toString(radix?: number): string {
    return apply(bigintToString, this.#value, [radix])
  }

  toNumber(): number {
    return NativeNumber(this.#value)
  }
}

/** Reads a Long, bigint, number or text, once. Nothing at all is zero. */
export function readUint64(value: { toString(): string } | null | undefined): bigint {
  let number: bigint | undefined
  try {
    number = NativeBigInt(NativeString(value ?? 0))
  } catch {
    // Not a number at all, or its toString failed: refused below with all other values out of range.
  }
  if (number === undefined || number !== asUintN(64, number)) {
    throw badRequest('Unreadable 64-bit number.')
  }
  return number
}
