import { messageError } from './codec-error'
import { optional, record } from './composite-fields'
import type { Field } from './field'
import { asText, asUint } from './plain-fields'

/** A moment or a length of time, exact to the nanosecond. */
export interface Seconds {
  readonly seconds: bigint
  readonly nanos: number
}

const BILLION = 1_000_000_000n

const signedSeconds: Field<bigint> = {
  wire: 'int64',
  fromProto(value, { path }) {
    if (typeof value !== 'bigint') throw messageError(path, 'a whole number')
    return value
  },
  toProto: (value) => value,
  fromJson: (value, { path }) => asUint(value, 63, path),
}

const nanos: Field<number> = {
  wire: 'int32',
  fromProto(value, { path }) {
    if (typeof value !== 'number' || value < 0 || value >= 1e9) throw messageError(path, 'nanoseconds')
    return value
  },
  toProto: (value) => value,
  fromJson: (value, { path }) => Number(asUint(value, 30, path)),
}

const parts = record({ seconds: ['seconds', 1, signedSeconds], nanos: ['nanos', 2, nanos] })

/** Timestamp: RFC 3339 in JSON. */
export const timestamp: Field<Seconds | undefined> = optional({
  ...parts,
  fromJson(value, { path }) {
    const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(asText(value, path))
    const whole = match === null ? Number.NaN : Date.parse(`${match[1]}Z`)
    if (Number.isNaN(whole)) throw messageError(path, 'a date and time')
    return { seconds: BigInt(whole / 1000), nanos: Number((match?.[2] ?? '0').padEnd(9, '0')) }
  },
})

/** Duration: nanoseconds as a string in amino JSON, `"3600s"` in a node's JSON. */
export const duration: Field<Seconds | undefined> = optional({
  ...parts,
  fromJson(value, { path, dialect }) {
    if (dialect === 'amino') {
      const total = asUint(value, 63, path)
      return { seconds: total / BILLION, nanos: Number(total % BILLION) }
    }
    const match = /^(\d{1,12})(?:\.(\d{1,9}))?s$/.exec(asText(value, path))
    if (match === null) throw messageError(path, 'a length of time')
    return { seconds: BigInt(match[1] ?? '0'), nanos: Number((match[2] ?? '0').padEnd(9, '0')) }
  },
})
