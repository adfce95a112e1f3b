/** Words for what is put to a vote. */
import type { ChainMessageOf } from '../../chain/codec/index'
import type { Fact } from '../../messages/popup'
import { coinsWords, coinView } from './coin-words'
import { passedFact, passedWarnings } from './passed-message'
import { safeText } from './safe-text'
import { caution, fact, type MessageWords, words } from './words'

/** One message that the network's governance would run: its words, or undefined where it cannot be read. */
export type ProposedWords = Pick<MessageWords, 'sentence' | 'facts'> | undefined

export const DEPOSIT_LOST = caution('A deposit is lost when the proposal is vetoed.')
export const UNREAD = 'something that Sotto cannot read'

/** `proposed` are the words for each of its messages. What a vote makes of them is not done by this account. */
export function submitWords(
  message: Omit<ChainMessageOf<'submit-proposal'>, 'kind' | 'typeUrl' | 'messages' | 'proposer'>,
  proposed: readonly ProposedWords[],
): MessageWords {
  const { title, summary, metadata, deposit, expedited } = message
  const paid = deposit.length === 0 ? 'without a deposit' : `with a deposit of ${coinsWords(deposit)}`
  return words({
    title: 'Submit a proposal',
    sentence: `Propose “${safeText(title, 120)}” for ${expedited ? 'an expedited vote' : 'a vote'}, ${paid}`,
    facts: [
      ...(summary === '' ? [] : [passedFact('Summary', summary)]),
      ...(metadata === '' ? [] : [fact('Public remark', metadata)]),
      ...(proposed.length === 0
        ? [fact('If it passes', 'Nothing happens by itself')]
        : proposed.flatMap(proposedFacts)),
    ],
    funds: deposit.map(coinView),
    warnings: [
      ...passedWarnings('Summary', summary),
      ...(proposed.includes(undefined) ? [caution(`If it passes, the network does ${UNREAD}.`)] : []),
      ...(deposit.length === 0 ? [] : [DEPOSIT_LOST]),
    ],
  })
}

function proposedFacts(one: ProposedWords): readonly Fact[] {
  return one === undefined
    ? [fact('If it passes', UNREAD)]
    : [fact('If it passes', one.sentence), ...one.facts]
}

/** Changes of contracts that only the network's governance may make, or propose to itself. */
export function contractProposalWords(
  message: ChainMessageOf<'contract-governance-proposal' | 'migrate-proposal'>,
): MessageWords {
  const admins = message.kind === 'migrate-proposal' ? [] : message.adminUpdates
  return words({
    title: 'Propose a change of contracts',
    sentence: `Propose “${safeText(message.title, 120)}” for ${message.contracts.length + admins.length} contracts`,
    facts: [
      fact('Description', message.description),
      ...message.contracts.map(({ contract, newCodeId }) => fact(`To code ${newCodeId}`, contract)),
      ...admins.flatMap(({ contract, newAdmin }) => [
        fact('Contract', contract),
        fact('New owner', newAdmin ?? 'Nobody'),
      ]),
    ],
  })
}
