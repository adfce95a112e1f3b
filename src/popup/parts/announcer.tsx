import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import css from './announcer.module.css'

const AnnounceContext = createContext<(text: string) => void>(() => undefined)

/** Says a short sentence to people who do not see the screen. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext)
}

/** Holds the one live region of the page. */
export function Announcer({ children }: { children: ReactNode }): ReactNode {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const announce = useCallback((text: string) => {
    // A second copy of the same sentence is heard only when the text changes, hence the trailing space.
    setSaid((last) => ({ text, turn: last.turn + 1 }))
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <p className={css['region']} role="status" aria-live="polite">
        {said.turn % 2 === 0 ? said.text : `${said.text}\u00a0`}
      </p>
    </AnnounceContext>
  )
}
