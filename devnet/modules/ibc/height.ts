import type { BlockInfo } from '../../node/context'

/** A block of some chain: the number at the end of its chain id, and its height. */
export interface Height {
  readonly revisionNumber: bigint
  readonly revisionHeight: bigint
}

export const NO_HEIGHT: Height = { revisionNumber: 0n, revisionHeight: 0n }

/** The number at the end of a chain id such as `secret-4`; 0 where there is none. */
export function revisionOf(chainId: string): bigint {
  const [, digits] = /[^-]-([1-9]\d{0,17})$/.exec(chainId) ?? []
  return BigInt(digits ?? 0)
}

/** The height of a chain: all of them have blocks when this one does. */
export function heightOn(chainId: string, { height }: Pick<BlockInfo, 'height'>): Height {
  return { revisionNumber: revisionOf(chainId), revisionHeight: BigInt(height) }
}

export function isNoHeight({ revisionNumber, revisionHeight }: Height): boolean {
  return revisionNumber === 0n && revisionHeight === 0n
}

export function formatHeight({ revisionNumber, revisionHeight }: Height): string {
  return `${revisionNumber}-${revisionHeight}`
}

/** Whether a height is that one or a later one. */
export function isAtLeast(height: Height, other: Height): boolean {
  if (height.revisionNumber !== other.revisionNumber) return height.revisionNumber > other.revisionNumber
  return height.revisionHeight >= other.revisionHeight
}
