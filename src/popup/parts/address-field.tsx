import type { ReactNode } from 'react'
import { findLookAlike, type NamedAddress, parseAddress, SottoError } from '../../domain/index'
import { LookAlikeNote } from './address'
import { TextField } from './field'

interface AddressFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What the address is compared with. */
  readonly known: readonly NamedAddress[]
  /** Set once the form was sent: an address that is not complete yet is then a mistake. */
  readonly strict: boolean
  /** What else is wrong with it. */
  readonly problem?: string | undefined
}

/** A field for an address: checked while it is typed, and compared with the ones that have a name. */
export function AddressField({ value, onChange, known, strict, problem }: AddressFieldProps): ReactNode {
  const wrong = strict || !isBeginning(value.trim()) ? addressProblem(value) : undefined
  const twin = wrong === undefined ? findLookAlike(value.trim(), known) : undefined
  return (
    <TextField
      label="Address"
      value={value}
      onChange={onChange}
      error={wrong ?? problem}
      hint={twin && <LookAlikeNote name={twin.name} />}
      mono
    />
  )
}

/** What is wrong with an address, in plain words. */
export function addressProblem(text: string): string | undefined {
  try {
    parseAddress(text)
    return undefined
  } catch (error) {
    if (error instanceof SottoError) return error.message
    throw error
  }
}

const LENGTH = 45

/** True while more letters could still make it an address of 45. */
function isBeginning(text: string): boolean {
  return 'secret1'.startsWith(text) || (text.length < LENGTH && /^secret1[02-9ac-hj-np-z]*$/.test(text))
}
