import type { Address } from '../../../src/domain/index'
import { AbciError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import type { Store } from '../../store/store'
import { isBlocked } from '../auth/module-accounts'
import { distributionParams } from './distribution-params'

const ADDRESSES = 'distribution/withdraw-addresses'

/** Where a delegator's rewards go: to itself unless it said otherwise. */
export function withdrawAddressOf(store: Store, delegator: Address): Address {
  return (store.area(ADDRESSES).get(delegator) ?? delegator) as Address
}

export function setWithdrawAddress(context: Context, delegator: Address, address: Address): void {
  if (isBlocked(address)) {
    throw sdkError('unauthorized', `${address} is not allowed to receive external funds`)
  }
  if (!distributionParams(context.store).withdrawAddressEnabled) {
    throw new AbciError('distribution', 8, 'set withdraw address disabled')
  }
  context.store.area(ADDRESSES).set(delegator, address)
  context.events.push(event('set_withdraw_address', [['withdraw_address', address]]))
}
