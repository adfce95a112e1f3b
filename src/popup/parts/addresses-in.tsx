import { type ReactNode, useMemo } from 'react'
import { findLookAlike } from '../../domain/index'
import { useKnownAddresses } from '../use-known-addresses'
import { AddressText } from './address'
import css from './addresses-in.module.css'
import { Button } from './button'
import { findAddresses } from './find-addresses'
import { Section } from './section'

interface AddressesInProps {
  readonly title: string
  readonly texts: readonly string[]
  /** Shown with their names already. */
  readonly except: readonly (string | undefined)[]
  /** Lists the ones without a name too, each with a way to give it one. */
  readonly onSave?: ((address: string) => void) | undefined
}

/** Which of the addresses inside texts have a name here, and which only look like one that has. */
export function AddressesIn({ title, texts, except, onSave }: AddressesInProps): ReactNode {
  const known = useKnownAddresses()
  const all = texts.join('\n')
  const { addresses, complete } = useMemo(() => findAddresses([all]), [all])
  const listed = addresses
    .filter((address) => !except.includes(address))
    .map((address) => ({ address, named: known.some((one) => one.address === address) }))
    .filter(({ address, named }) => onSave || named || findLookAlike(address, known))
  if (listed.length === 0 && complete) return null
  return (
    <Section title={title}>
      <ul className={css['list']}>
        {listed.map(({ address, named }) => (
          <li key={address} className={css['item']}>
            <AddressText address={address} full />
            {onSave && !named && (
              <Button
                look="text"
                onClick={() => onSave(address)}
                aria-label={`Save ${address} to address book`}
              >
                Save to address book
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!complete && <p className={css['rest']}>There is more text than Sotto looks through for addresses.</p>}
    </Section>
  )
}
