/** How a message changes a list in which nothing is twice. */
export type ListChange = 'add' | 'remove' | 'set'

export function changeList<T>(list: readonly T[], change: ListChange, given: readonly T[]): T[] {
  if (change === 'remove') return list.filter((item) => !given.includes(item))
  return [...new Set(change === 'add' ? [...list, ...given] : given)]
}
