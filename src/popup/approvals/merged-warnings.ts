import type { Warning } from '../../messages/popup'

/** One warning as it is shown, with the messages of the transaction that it is about. */
export interface MergedWarning {
  readonly level: Warning['level']
  readonly text: string
  /** From 0, in order; none for a warning about the whole. */
  readonly messages: readonly number[]
}

const ORDER = { danger: 0, caution: 1, note: 2 } as const

/** The gravest first, and what is said of several messages once. */
export function mergedWarnings(warnings: readonly Warning[]): readonly MergedWarning[] {
  const merged = new Map<string, MergedWarning>()
  for (const { level, text, message } of warnings) {
    const key = `${level} ${text}`
    const messages = merged.get(key)?.messages ?? []
    const added = message === undefined || messages.includes(message) ? [] : [message]
    merged.set(key, { level, text, messages: [...messages, ...added] })
  }
  return [...merged.values()].sort((a, b) => ORDER[a.level] - ORDER[b.level])
}

/** Such as `Messages 1, 2 and 5`; beyond four only how many. Empty for a warning about the whole. */
export function placeWords(messages: readonly number[]): string {
  const [first, ...others] = messages.map((message) => String(message + 1))
  if (first === undefined) return ''
  if (others.length === 0) return `Message ${first}`
  if (others.length > 3) return `${messages.length} messages`
  return `Messages ${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)}`
}
