import type { GuardedQuery } from '../guarded-queries'
import { quietly } from '../handlers'
import { deleteRevocation, listRevocations, revokeAllPermits } from '../permit-revocations'
import { genericError } from '../std-error'
import { requireAdmin } from './administration'
import { channelInfo, listChannels } from './channels'
import { transactionHistory } from './history'
import { COMMON_MESSAGES } from './messages'
import { makeNotificationSecret } from './notification-seed'
import { notify, setNotificationStatus } from './notify'
import { GUARDED_QUERIES, historyQuery, OPEN_QUERIES, requirePermission } from './queries'
import { SECOND_GENERATION } from './rules'
import { updateSeed } from './seed-update'
import type { TokenHandler } from './token-call'
import { tokenContract } from './token-contract'

/** What the second generation adds to the messages (Protocol 6.1, 6.5, 6.7). */
const MESSAGES: Readonly<Record<string, TokenHandler>> = {
  ...COMMON_MESSAGES,
  revoke_all_permits: (call, fields) => {
    const id = revokeAllPermits(call.storage, call.sender, fields.fields('interval'))
    return { answer: { revoke_all_permits: { status: 'success', revocation_id: id } } }
  },
  delete_permit_revocation: quietly((call, fields) =>
    deleteRevocation(call.storage, call.sender, fields.string('revocation_id')),
  ),
  set_notification_status: quietly((call, fields) => {
    requireAdmin(call)
    setNotificationStatus(call.storage, fields.boolean('enabled'))
  }),
  update_seed: updateSeed,
}

const QUERIES: Readonly<Record<string, GuardedQuery>> = {
  ...GUARDED_QUERIES,
  transaction_history: historyQuery((storage, viewer, page) => {
    if (page.size === 0) throw genericError('invalid page size')
    return transactionHistory(storage, viewer, page)
  }),
  transfer_history: historyQuery(() => {
    throw genericError('`transfer_history` query is UNSUPPORTED. Use `transaction_history` instead.')
  }),
  channel_info: {
    viewers: 'viewer',
    checkPermit: () => undefined,
    answer: channelInfo,
  },
  list_permit_revocations: {
    viewers: 'viewer',
    checkPermit: (permit) => requirePermission(permit, 'owner', 'list permit revocations'),
    answer: ({ storage }, viewer) => listRevocations(storage, viewer),
  },
}

/** A SNIP-20 token as the reference implementation 2.0: permits with dates (SNIP-24.1), notifications (SNIP-52). */
export const snip20V2 = tokenContract({
  rules: SECOND_GENERATION,
  messages: MESSAGES,
  queries: {
    target: SECOND_GENERATION.targets.query,
    permits: SECOND_GENERATION.permits,
    open: { ...OPEN_QUERIES, list_channels: listChannels },
    guarded: QUERIES,
  },
  begin: makeNotificationSecret,
  notify,
})
