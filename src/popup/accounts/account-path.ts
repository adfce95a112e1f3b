import type { AccountPathView } from '../../messages/popup'

/** The numbers of a path as they are typed. */
export interface PathDraft {
  readonly coinType: 529 | 118
  readonly account: string
  readonly change: string
  readonly index: string
}

export type PathField = 'account' | 'change' | 'index'

export const FIRST_PATH: PathDraft = { coinType: 529, account: '0', change: '0', index: '0' }

/** From here on BIP-32 counts hardened keys. */
const END = 2 ** 31

/** What is wrong with one number of a path. */
export function numberProblem(text: string): string | undefined {
  if (text.trim() === '') return 'Enter a number.'
  if (!/^\d+$/.test(text.trim())) return 'Use digits only, as in 5.'
  return Number(text) < END ? undefined : `The largest number here is ${END - 1}.`
}

/** The path; undefined while one of its numbers is none. */
export function readPath(draft: PathDraft): AccountPathView | undefined {
  const { coinType, account, change, index } = draft
  if ([account, change, index].some((text) => numberProblem(text) !== undefined)) return undefined
  return { coinType, account: Number(account), change: Number(change), index: Number(index) }
}

/** The path as BIP-32 writes it, such as m/44'/529'/0'/0/5. */
export function pathText({ coinType, account, change, index }: AccountPathView): string {
  return `m/44'/${coinType}'/${account}'/${change}/${index}`
}
