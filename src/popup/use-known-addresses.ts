import { useMemo } from 'react'
import type { NamedAddress } from '../domain/index'
import { useView } from './popup-context'

/** An address that the wallet has a name for: an account of the person's own, or one of the address book. */
export interface KnownAddress extends NamedAddress {
  readonly own: boolean
}

const NONE: readonly KnownAddress[] = []

/** Every address with a name; own accounts first. None while the wallet is closed. */
export function useKnownAddresses(): readonly KnownAddress[] {
  const view = useView()
  const accounts = view?.kind === 'unlocked' ? view.accounts : undefined
  const contacts = view?.kind === 'unlocked' ? view.contacts : undefined
  return useMemo(() => {
    if (accounts === undefined || contacts === undefined) return NONE
    return [
      ...accounts.map(({ name, address }) => ({ name, address, own: true })),
      ...contacts.map(({ name, address }) => ({ name, address, own: false })),
    ]
  }, [accounts, contacts])
}
