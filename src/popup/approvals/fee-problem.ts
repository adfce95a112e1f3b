const MOST_GAS = 10_000_000

/** What is wrong with a typed gas limit; undefined when nothing is. */
export function gasProblem(text: string): string | undefined {
  const gas = text.trim()
  if (!/^[1-9]\d{0,7}$/.test(gas)) return 'Write a whole number in plain digits, as in 150000.'
  return Number(gas) > MOST_GAS ? `A block holds ${MOST_GAS} at most.` : undefined
}

/** What is wrong with a typed gas price; undefined when nothing is. */
export function priceProblem(text: string): string | undefined {
  if (text.includes(',')) return 'Use a point for decimals, as in 0.1, and no commas.'
  if (/^\d{1,4}(\.\d{1,6})?$/.test(text.trim())) return undefined
  return 'Write a price in plain digits, as in 0.1, with at most six of them after the point.'
}
