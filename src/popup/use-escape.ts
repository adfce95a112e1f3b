import { useEffect, useEffectEvent } from 'react'

/** Esc goes one step back; without a step back the browser does with it what it does. */
export function useEscape(goBack: (() => void) | undefined): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || goBack === undefined) return
    event.preventDefault()
    goBack()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
