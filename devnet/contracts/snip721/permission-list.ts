import type { Expiration } from '../expiration'

export const PERMISSION_KINDS = ['view_owner', 'view_private_metadata', 'transfer'] as const
export type PermissionKind = (typeof PERMISSION_KINDS)[number]

/** Stands for everybody. */
export const EVERYBODY = 'public'

/** What one address may do, until when. */
export interface Permission {
  readonly address: string
  readonly until: Readonly<Partial<Record<PermissionKind, Expiration>>>
}

/** The list with one permission set, or without it if there is no expiration. */
export function withPermission(
  list: readonly Permission[],
  address: string,
  kind: PermissionKind,
  expiration: Expiration | undefined,
): Permission[] {
  const { [kind]: _, ...others } = list.find((permission) => permission.address === address)?.until ?? {}
  const until = expiration === undefined ? others : { ...others, [kind]: expiration }
  const rest = list.filter((permission) => permission.address !== address)
  return Object.keys(until).length === 0 ? rest : [...rest, { address, until }]
}
