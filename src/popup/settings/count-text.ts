/** A number with the thing it counts: 1 account, 3 accounts. */
export function countText(count: number, one: string, several = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${several}`
}
