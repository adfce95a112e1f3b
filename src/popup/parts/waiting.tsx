import { type ReactNode, useEffect, useState } from 'react'
import css from './waiting.module.css'

const PATIENCE_MS = 150

/** True once something has taken long enough to deserve a sign of waiting. */
function usePatience(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return over
}

/** Pale lines in the place of a text that is on its way; nothing at all in the first 150 ms. */
export function Waiting({ label, lines = 1 }: { label: string; lines?: 1 | 3 }): ReactNode {
  const over = usePatience()
  return (
    <span className={css['box']} role="status">
      <span className={css['words']}>{over ? label : ''}</span>
      {over && <span className={css['line']} />}
      {over && lines === 3 && <span className={css['line']} />}
      {over && lines === 3 && <span className={css['half']} />}
    </span>
  )
}
