import { create } from '@bufbuild/protobuf'
import { type Duration, DurationSchema, type Timestamp, TimestampSchema } from '@bufbuild/protobuf/wkt'
import { timestampText } from '../codec/message-json'
import { sdkError } from '../node/abci-error'
import type { BlockInfo } from '../node/context'

/** Nanoseconds: since 1970 where they are a moment, else a length of time. */
export type Nanos = bigint

const SECOND = 1_000_000_000n
const MILLISECOND = 1_000_000n
const FIRST_SECOND = -62_135_596_800n
const LAST_SECOND = 253_402_300_799n
const LONGEST = 315_576_000_000n

export function seconds(count: bigint): Nanos {
  return count * SECOND
}

/** When a block is. */
export function blockTime({ timeMs }: Pick<BlockInfo, 'timeMs'>): Nanos {
  return BigInt(timeMs) * MILLISECOND
}

/** A moment off the wire; throws `tx parse error` outside of the years 1 to 9999. */
export function momentFromProto({ seconds, nanos }: Timestamp): Nanos {
  const shown = `timestamp (seconds:${seconds} nanos:${nanos})`
  if (seconds < FIRST_SECOND) throw sdkError('txDecode', `${shown} before 0001-01-01`)
  if (seconds > LAST_SECOND) throw sdkError('txDecode', `${shown} after 10000-01-01`)
  if (nanos < 0 || BigInt(nanos) >= SECOND)
    throw sdkError('txDecode', `${shown}: nanos not in range [0, 1e9)`)
  return seconds * SECOND + BigInt(nanos)
}

export function momentToProto(moment: Nanos): Timestamp {
  const nanos = ((moment % SECOND) + SECOND) % SECOND
  return create(TimestampSchema, { seconds: (moment - nanos) / SECOND, nanos: Number(nanos) })
}

/** RFC 3339, as the LCD shows it. */
export function momentText(moment: Nanos): string {
  return timestampText(momentToProto(moment))
}

/** RFC 3339 without a fraction, as events have it. */
export function momentInEvents(moment: Nanos): string {
  return momentText(moment - (moment % SECOND))
}

/** A length of time off the wire, zero when it is absent; throws `tx parse error` beyond 10,000 years. */
export function spanFromProto(duration: Duration | undefined): Nanos {
  const { seconds, nanos } = duration ?? { seconds: 0n, nanos: 0 }
  const shown = `duration (seconds:${seconds} nanos:${nanos})`
  if (seconds > LONGEST || seconds < -LONGEST) throw sdkError('txDecode', `${shown}: seconds out of range`)
  if (BigInt(Math.abs(nanos)) >= SECOND) throw sdkError('txDecode', `${shown}: nanos out of range`)
  return seconds * SECOND + BigInt(nanos)
}

export function spanToProto(span: Nanos): Duration {
  return create(DurationSchema, { seconds: span / SECOND, nanos: Number(span % SECOND) })
}

/** `90s`, as the LCD shows it. */
export function spanText(span: Nanos): string {
  const fraction = String(span % SECOND)
    .padStart(9, '0')
    .replace(/0+$/, '')
  return `${span / SECOND}${fraction === '' ? '' : `.${fraction}`}s`
}
