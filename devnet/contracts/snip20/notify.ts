import type { ContractStorage, ExecuteCall, LogAttribute } from '../contract'
import { directNotification } from './direct-notifications'
import { receivedNotification, spentNotification } from './group-notifications'
import type { Notice, Received, Spent } from './notices'
import type { TokenHandled } from './token-call'

const DISABLED = 'notifications/disabled'

/** set_notification_status: whether anybody is told of anything. */
export function setNotificationStatus(storage: ContractStorage, enabled: boolean): void {
  if (enabled) storage.remove(DISABLED)
  else storage.set(DISABLED, '1')
}

/**
 * The log attributes that tell those concerned (Protocol 6.7): one each for a message of one action, groups for a batch.
 * There are none outside of a transaction, whose hash all of them need.
 */
export function notify(call: ExecuteCall, { notices, batchOf }: TokenHandled): LogAttribute[] {
  const hash = call.env.transaction?.hash
  if (notices === undefined || hash === undefined || call.storage.get(DISABLED) !== undefined) return []
  if (batchOf === undefined) return notices.map((notice) => directNotification(call, hash, notice))
  const received = notices.filter(isReceived)
  const spent = notices.filter(isSpent)
  return [
    ...(received.length > 0 ? [receivedNotification(call, hash, received)] : []),
    ...(batchOf === 'owners' && spent.length > 0 ? [spentNotification(call, hash, spent)] : []),
    ...(batchOf === 'caller' ? summaryOf(spent).map((notice) => directNotification(call, hash, notice)) : []),
  ]
}

/** All that one spender spent by one message: the sum, the first recipient and the balance in the end. */
function summaryOf(spent: readonly Spent[]): Spent[] {
  const [first] = spent
  const last = spent.at(-1)
  if (first === undefined || last === undefined) return []
  return [
    {
      ...first,
      amount: spent.reduce((sum, { amount }) => sum + amount, 0n),
      actions: spent.length,
      balance: last.balance,
      memoLength: spent.reduce((sum, { memoLength }) => sum + memoLength, 0),
    },
  ]
}

function isReceived(notice: Notice): notice is Received {
  return notice.kind === 'recvd'
}

function isSpent(notice: Notice): notice is Spent {
  return notice.kind === 'spent'
}
