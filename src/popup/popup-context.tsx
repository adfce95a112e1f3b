import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { View } from '../messages/popup'
import type { Ask } from './ask'
import type { Platform } from './platform'
import type { ViewStore } from './view-store'

export interface Popup {
  readonly platform: Platform
  readonly ask: Ask
  readonly store: ViewStore
}

const PopupContext = createContext<Popup | undefined>(undefined)

export function PopupProvider({ popup, children }: { popup: Popup; children: ReactNode }): ReactNode {
  return <PopupContext value={popup}>{children}</PopupContext>
}

export function usePopup(): Popup {
  const popup = useContext(PopupContext)
  if (popup === undefined) throw new Error('expected a PopupProvider above this component')
  return popup
}

export function useView(): View | undefined {
  return useStore(usePopup().store, (state) => state.view)
}
