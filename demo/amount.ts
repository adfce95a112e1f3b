/** uscrt in one SCRT, as a power of ten; sSCRT has the same. */
const DECIMALS = 6

/** Reads what a person typed, such as `1.5`; undefined when it is not an amount. */
export function readAmount(text: string): bigint | undefined {
  const match = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text.trim())
  if (match === null) return undefined
  const amount = BigInt((match[1] ?? '') + (match[2] ?? '').padEnd(DECIMALS, '0'))
  return amount > 0n ? amount : undefined
}

/** `1234500000n` reads `1,234.50`. */
export function showAmount(amount: bigint): string {
  const digits = amount.toString().padStart(DECIMALS + 1, '0')
  const whole = BigInt(digits.slice(0, -DECIMALS)).toLocaleString('en')
  const part = digits.slice(-DECIMALS).replace(/0+$/, '').padEnd(2, '0')
  return `${whole}.${part}`
}

/** The start and the end of an address, enough to recognise one's own. */
export function shortAddress(address: string): string {
  return `${address.slice(0, 10)}…${address.slice(-6)}`
}
