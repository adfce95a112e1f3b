import type { ReactNode } from 'react'
import { shortAddress } from '../../domain/index'
import css from './address.module.css'
import { PlainText } from './plain-text'

/** An address to recognise (first 10 and last 8 characters) or to compare (all of it). */
export function AddressText({ address, full = false }: { address: string; full?: boolean }): ReactNode {
  if (full) {
    return (
      <span className={css['full']}>
        <PlainText text={address} />
      </span>
    )
  }
  return (
    <span className={css['short']} title={address}>
      <PlainText text={shortAddress(address)} />
    </span>
  )
}
