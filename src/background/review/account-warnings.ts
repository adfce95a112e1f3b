/** Compares the numbers in a document with those that the network has for the account. */
import type { Warning } from '../../messages/popup'
import type { AccountNumbers } from '../page-ports'
import type { AccountKnowledge } from './contract-book'
import type { Learned } from './learned'
import { caution, note } from './words'

/** Nothing is said while the network has not answered: its word is a help, not a condition. */
export function accountWarnings(
  signed: AccountNumbers,
  account: Learned<AccountKnowledge | undefined>,
): readonly Warning[] {
  if (account.kind !== 'known') return []
  const found = account.value
  if (found === undefined) return [caution(NEVER_USED)]
  if (found.accountNumber !== signed.accountNumber) return [caution(OTHER_NUMBER)]
  return [...(found.isBehind ? [caution(BEHIND)] : []), ...sequenceWarnings(signed.sequence - found.sequence)]
}

/** `ahead` is how many transactions are to come before this one. */
function sequenceWarnings(ahead: bigint): readonly Warning[] {
  if (ahead < 0n) return [caution(USED)]
  if (ahead === 0n) return []
  return [ahead > FEW ? caution(FAR_AHEAD) : note(AHEAD)]
}

/** More transactions than a site could honestly have under way. */
const FEW = 20n

const NEVER_USED =
  'The network does not know this account yet. It will refuse the transaction until the account has received something.'
const OTHER_NUMBER = 'The account number is not the one that the network has. The network will refuse it.'
const USED =
  'Another transaction with this sequence came first, so the network will refuse this one. Reload the site and ask again.'
const AHEAD =
  'It waits for an earlier transaction of this account. If none is under way, the network will refuse it.'
const FAR_AHEAD =
  'Its sequence is far ahead of what the network has. The network will refuse it. Reload the site and ask again.'
const BEHIND =
  'The node counts fewer transactions of this account than it did before, so it is behind or wrong. You can choose another one in Settings.'
