import type { AccountView, ContactView } from '../../messages/popup'
import { nameProblem } from '../accounts/name-problem'
import { addressProblem } from '../parts/address-field'

const LONGEST_NOTE = 1000

/** What is wrong with an entry, field by field. */
export interface ContactProblems {
  readonly address?: string | undefined
  readonly name?: string | undefined
  readonly note?: string | undefined
}

/** What is wrong with an entry as it was typed; `others` are the entries beside it. */
export function contactProblems(
  { address, name, note }: ContactView,
  others: readonly ContactView[],
): ContactProblems {
  return {
    address: addressProblem(address) ?? doubleProblem(address, others),
    name: nameProblem(name),
    note:
      note.length > LONGEST_NOTE ? `This note is too long. Use up to ${LONGEST_NOTE} letters.` : undefined,
  }
}

/** An address has one name. */
export function doubleProblem(address: string, others: readonly ContactView[]): string | undefined {
  const same = others.find((one) => one.address === address.trim())
  return same && `You have this address already. It is called ${same.name}.`
}

/** What deserves a second look and stops nobody. */
export function contactRemark(
  { address, name }: ContactView,
  accounts: readonly AccountView[],
  others: readonly ContactView[],
): string | undefined {
  const own = accounts.find((account) => account.address === address.trim())
  if (own) return `This is your own account ${own.name}.`
  const called = name.trim().toLowerCase()
  const same = [...accounts, ...others].some((one) => one.name.trim().toLowerCase() === called)
  return called !== '' && same
    ? 'Another address has this name already. Two of one name are easy to mix up.'
    : undefined
}
