/** One measured figure and what it must stay below (or, for ratios, above). */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'x' | 'kB' | 'MB' | 'requests' | 'tx/s'
  readonly budget: { readonly atMost: number } | { readonly atLeast: number } | undefined
  readonly note?: string
}

/** Whether the figure keeps its budget; figures without one always do. */
export function withinBudget(figure: Figure): boolean {
  if (figure.budget === undefined) return true
  return 'atMost' in figure.budget
    ? figure.value <= figure.budget.atMost
    : figure.value >= figure.budget.atLeast
}

/** The middle value. Throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('Nothing was measured.')
  return middle
}
