import { join } from 'node:path'
import { BUDGETS, measureSizes } from '../scripts/check-sizes.mjs'
import type { Figure } from './figure'

/** Gzipped sizes of what was built; 1 kB is 1,000 bytes. */
export function measureScripts(root: string): Figure[] {
  const budgets: Readonly<Record<string, number>> = BUDGETS
  return Object.entries(measureSizes(join(root, 'dist'))).map(([name, bytes]) => ({
    name: `size of ${name}`,
    value: bytes / 1000,
    unit: 'kB',
    budget: { atMost: (budgets[name] ?? 0) / 1000 },
  }))
}
