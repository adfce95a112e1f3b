import type { Store } from '../../store/store'

/** What governance has decided about contracts and nobody has carried out yet (Protocol 4.6, 8). */
const MIGRATIONS = 'compute/authorized-migrations'
const ADMINS = 'compute/authorized-admins'

export function authorizeMigration(store: Store, contract: string, codeId: number): void {
  store.area(MIGRATIONS).set(contract, String(codeId))
}

export function authorizedMigration(store: Store, contract: string): number | undefined {
  const codeId = store.area(MIGRATIONS).get(contract)
  return codeId === undefined ? undefined : Number(codeId)
}

export function spendAuthorizedMigration(store: Store, contract: string): void {
  store.area(MIGRATIONS).delete(contract)
}

export function authorizeAdmin(store: Store, contract: string, admin: string): void {
  store.area(ADMINS).set(contract, admin)
}

export function authorizedAdmin(store: Store, contract: string): string | undefined {
  return store.area(ADMINS).get(contract)
}
