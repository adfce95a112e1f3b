/** Questions that are asked with a time limit, kept for a minute, and never waited for. */
import { SottoError } from '../../domain/index'

/** An answer that is on its way, here, or not to be had. */
export type Learned<T> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'failed' }

export interface LearningParts {
  readonly clock: () => number
  readonly after: (milliseconds: number, callback: () => void) => () => void
  readonly changed: () => void
}

export interface Learning {
  /** What is known right now under this name; what is not known is asked, and `changed` says when an answer came. */
  learn<T>(name: string, ask: () => Promise<T>, limitMs?: number): Learned<T>
  /** What is under this name is asked for anew when it is next wanted. */
  unlearn(name: string): void
  forget(): void
}

const TIME_LIMIT_MS = 3000
const KEPT_MS = 60_000
const MOST_KEPT = 200

interface Kept {
  readonly at: number
  learned: Learned<unknown>
}

export function createLearning({ clock, after, changed }: LearningParts): Learning {
  const book = new Map<string, Kept>()

  function learn<T>(name: string, ask: () => Promise<T>, limitMs = TIME_LIMIT_MS): Learned<T> {
    const known = book.get(name)
    // Only `learn` writes under this name, and always with the same kind of answer.
    if (known !== undefined && Math.abs(clock() - known.at) < KEPT_MS) return known.learned as Learned<T>
    const kept: Kept = { at: clock(), learned: { kind: 'asking' } }
    book.delete(name)
    book.set(name, kept)
    const [oldest] = book.keys()
    if (book.size > MOST_KEPT && oldest !== undefined) book.delete(oldest)
    const settle = (learned: Learned<T>): void => {
      if (kept.learned.kind !== 'asking') return
      stop()
      kept.learned = learned
      changed()
    }
    const stop = after(limitMs, () => settle({ kind: 'failed' }))
    ask().then(
      (value) => settle({ kind: 'known', value }),
      (error: unknown) => {
        settle({ kind: 'failed' })
        // A node that does not answer is nothing unexpected; a mistake of ours must not stay hidden.
        if (!(error instanceof SottoError)) throw error
      },
    )
    return { kind: 'asking' }
  }

  return { learn, unlearn: (name) => void book.delete(name), forget: () => book.clear() }
}
