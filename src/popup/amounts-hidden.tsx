import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

interface Hidden {
  readonly hidden: boolean
  readonly toggle: () => void
}

const HiddenContext = createContext<Hidden>({ hidden: false, toggle: () => undefined })

/** Whether amounts are inked over, for as long as this page lives. */
export function AmountsHidden({ children }: { children: ReactNode }): ReactNode {
  const [hidden, setHidden] = useState(false)
  const value = useMemo(() => ({ hidden, toggle: () => setHidden((was) => !was) }), [hidden])
  return <HiddenContext value={value}>{children}</HiddenContext>
}

export function useAmountsHidden(): Hidden {
  return useContext(HiddenContext)
}
