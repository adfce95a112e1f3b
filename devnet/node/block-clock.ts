/** Where block times come from, in milliseconds since 1970. Time never stands still or goes back. */
export interface BlockClock {
  /** The time of the block of that height, after one at `previousMs`. */
  next(height: number, previousMs: number): number
  /** Moves all times from now on forward. */
  jump(ms: number): void
}

/** The machine's own time, plus whatever was jumped. */
export function realClock(now: () => number): BlockClock {
  return jumping((_, previousMs, ahead) => Math.max(now() + ahead, previousMs + 1))
}

/** The same times at every run: blocks come `blockMs` apart. `genesisMs` is the time of block 1. */
export function evenClock(genesisMs: number, blockMs: number): BlockClock {
  const step = Math.max(1, blockMs)
  return jumping((height, previousMs, ahead) =>
    Math.max(genesisMs + (height - 1) * step + ahead, previousMs + 1),
  )
}

function jumping(read: (height: number, previousMs: number, ahead: number) => number): BlockClock {
  let ahead = 0
  return {
    next: (height, previousMs) => read(height, previousMs, ahead),
    jump: (ms) => {
      ahead += ms
    },
  }
}
