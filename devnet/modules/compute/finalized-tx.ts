import { AbciError } from '../../node/abci-error'
import type { Context } from '../../node/context'

const FINALIZED = 'compute/finalized'
const LAST_TX_CODE = 42

/** A contract may end its transaction: messages for the enclave that come after it are refused. */
export function finalizeTx({ store, tx }: Context): void {
  if (tx !== undefined) store.area(FINALIZED).set('tx', tx.hash)
}

export function refuseAfterFinalize({ store, tx }: Context): void {
  if (tx !== undefined && store.area(FINALIZED).get('tx') === tx.hash) {
    throw new AbciError('sdk', LAST_TX_CODE, 'Error: last message was already finalized: last tx')
  }
}
