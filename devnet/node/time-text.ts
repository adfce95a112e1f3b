/** RFC 3339 in whole seconds, as transactions carry it. */
export function timeInSeconds(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19)}Z`
}

/** RFC 3339 with the fraction and no trailing zeros, as block headers carry it. */
export function timeInFull(timeMs: number): string {
  return new Date(timeMs).toISOString().replace(/\.?0+Z$/, 'Z')
}
