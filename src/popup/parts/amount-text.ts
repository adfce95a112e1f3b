import { formatAmount } from '../../domain/index'

/** An amount ready to be set in type: digits before the point in groups, digits after it, or text that is no amount. */
export type AmountText =
  | { readonly kind: 'amount'; readonly groups: readonly string[]; readonly fraction: string }
  | { readonly kind: 'unreadable'; readonly text: string }

/** Takes base units as decimal digits. What is no amount, or has impossible decimals, is handed back as it came. */
export function amountText(amount: string, decimals: number): AmountText {
  if (!/^\d{1,78}$/.test(amount) || !Number.isInteger(decimals) || decimals < 0 || decimals > 24) {
    return { kind: 'unreadable', text: amount }
  }
  const [whole = '0', fraction = ''] = formatAmount(BigInt(amount), decimals).split('.')
  return { kind: 'amount', groups: threes(whole), fraction }
}

/** Decimal digits in groups of three, counted from the end. */
export function threes(digits: string): string[] {
  const first = digits.length % 3
  const groups = first === 0 ? [] : [digits.slice(0, first)]
  for (let at = first; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3))
  return groups
}
