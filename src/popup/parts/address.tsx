import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { findLookAlike, shortAddress } from '../../domain/index'
import { type KnownAddress, useKnownAddresses } from '../use-known-addresses'
import css from './address.module.css'
import { PlainText } from './plain-text'

interface AddressProps {
  readonly address: string
  readonly full?: boolean
}

/** The letters alone, for where the name stands already: first 10 and last 8 to recognise, or all of it to compare. */
export function BareAddress({ address, full = false }: AddressProps): ReactNode {
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

/** An address with the name it has here; one that only looks like a known one says so. */
export function AddressText({ address, full = false }: AddressProps): ReactNode {
  const known = useKnownAddresses()
  const named = known.find((one) => one.address === address)
  const twin = named === undefined ? findLookAlike(address, known) : undefined
  if (named === undefined && twin === undefined) return <BareAddress address={address} full={full} />
  return (
    <span className={css['known']}>
      {named && <KnownName known={named} />}
      <BareAddress address={address} full={full} />
      {twin && <LookAlikeNote name={twin.name} />}
    </span>
  )
}

function KnownName({ known: { name, own } }: { known: KnownAddress }): ReactNode {
  return (
    <span className={css['name']}>
      <PlainText text={name} />
      <span className={css['whose']}>{own ? ' your account' : ' address book'}</span>
    </span>
  )
}

/** The caution about an address that could be taken for a known one. */
export function LookAlikeNote({ name }: { name: string }): ReactNode {
  return (
    <span className={css['twin']}>
      <TriangleAlert size={14} strokeWidth={1.8} aria-hidden />
      <span>
        Looks like <PlainText text={name} />, but is another address
      </span>
    </span>
  )
}
