import { encodeSigned, encodeU32 } from './byte-writer'
import { OP } from './module-instructions'

const NO_VALUE = 0x40
const I64 = 0x7e

/** The numbers of the meter's own globals and functions in the module. */
export interface MeterIndexes {
  readonly gasLeft: number
  readonly gasMissing: number
  readonly stackLeft: number
  readonly growMeter: number
  readonly moveMeter: number
}

/** Takes a fixed charge off the gas that is left, or notes what was missing and traps. Nothing to charge is no code. */
export function chargeCode(meter: MeterIndexes, gas: number): number[] {
  return gas === 0 ? [] : chargeOf(meter, [OP.i64Const, ...encodeSigned(gas)])
}

/** Takes the caller's frame off the stack that is left before a call, and traps when there is no room for it. */
export function enterCallCode({ stackLeft }: MeterIndexes, slots: number): number[] {
  const left = encodeU32(stackLeft)
  return [
    ...[OP.globalGet, ...left, OP.i32Const, ...encodeSigned(slots), OP.i32Sub, OP.globalSet, ...left],
    ...[OP.globalGet, ...left, OP.i32Const, 0, OP.i32LtS, OP.if, NO_VALUE, OP.unreachable, OP.end],
  ]
}

/** Gives the caller's frame back after the call. */
export function leaveCallCode({ stackLeft }: MeterIndexes, slots: number): number[] {
  const left = encodeU32(stackLeft)
  return [OP.globalGet, ...left, OP.i32Const, ...encodeSigned(slots), OP.i32Add, OP.globalSet, ...left]
}

/** The body of a function that charges `rate` for each unit of its argument and returns the argument. */
export function sizeMeterBody(meter: MeterIndexes, rate: number): number[] {
  const size = [OP.localGet, 0]
  const gas = [OP.localGet, 1]
  return [
    ...[1, 1, I64],
    ...[...size, OP.i64ExtendI32U, OP.i64Const, ...encodeSigned(rate), OP.i64Mul, OP.localSet, 1],
    ...chargeOf(meter, gas),
    ...[...size, OP.end],
  ]
}

function chargeOf(meter: MeterIndexes, gas: readonly number[]): number[] {
  const left = encodeU32(meter.gasLeft)
  const missing = encodeU32(meter.gasMissing)
  return [
    ...[OP.globalGet, ...left, ...gas, OP.i64LtU, OP.if, NO_VALUE],
    ...[...gas, OP.globalSet, ...missing, OP.unreachable, OP.end],
    ...[OP.globalGet, ...left, ...gas, OP.i64Sub, OP.globalSet, ...left],
  ]
}
