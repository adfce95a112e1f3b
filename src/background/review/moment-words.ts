/** The last moment that a date can hold is that far from 1970, in milliseconds. */
const LAST_DATE = 8.64e15

/** A moment in Unix seconds as `2026-11-27 03:43 UTC`; undefined where there is no such date. */
export function momentWords(unixSeconds: bigint | number): string | undefined {
  const milliseconds = Number(unixSeconds) * 1000
  if (Math.abs(milliseconds) > LAST_DATE) return undefined
  return `${new Date(milliseconds).toISOString().slice(0, -8).replace('T', ' ')} UTC`
}

/** Such as `until 2026-11-27 03:43 UTC`. What ends after every date has no end for a person. */
export function untilWords(unixSeconds: bigint | number | undefined): string {
  if (unixSeconds === undefined || Number(unixSeconds) * 1000 > LAST_DATE) return 'without an end'
  return `until ${momentWords(unixSeconds) ?? 'a moment that is no date'}`
}

const UNITS = [
  ['day', 86_400n],
  ['hour', 3_600n],
  ['minute', 60n],
  ['second', 1n],
] as const

/** A length of time in the largest unit that it is a whole number of, such as `7 days`. */
export function durationWords(seconds: bigint): string {
  const [name, length] = UNITS.find(([, length]) => seconds !== 0n && seconds % length === 0n) ?? [
    'second',
    1n,
  ]
  const count = seconds / length
  return `${count} ${name}${count === 1n ? '' : 's'}`
}
