import type { ReactNode } from 'react'
import { Notice } from './notice'

/** What went wrong, said at once; nothing while nothing did. */
export function Problem({ text }: { text: string | undefined }): ReactNode {
  if (text === undefined) return null
  return (
    <Notice level="error" live>
      {text}
    </Notice>
  )
}
