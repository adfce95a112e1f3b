import { buildTestContracts } from './build-contracts.fake'

/** What vitest runs once before all tests. */
export function setup(): void {
  buildTestContracts()
}
