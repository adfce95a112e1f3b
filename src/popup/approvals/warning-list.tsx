import type { ReactNode } from 'react'
import type { Warning } from '../../messages/popup'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'

const ORDER = { danger: 0, caution: 1, note: 2 } as const

/** Warnings, the gravest first. */
export function WarningList({ warnings }: { warnings: readonly Warning[] }): ReactNode {
  const sorted = [...warnings].sort((a, b) => ORDER[a.level] - ORDER[b.level])
  return sorted.map(({ level, text }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the warnings of one request never move
    <Notice key={index} level={level}>
      <PlainText text={text} />
    </Notice>
  ))
}
