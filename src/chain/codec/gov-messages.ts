import { coins, list, NOT_ON_THE_WIRE, optional, record } from './composite-fields'
import { decimal } from './decimal-fields'
import type { Field } from './field'
import { messageSpec } from './message-spec'
import { account, constant, enumeration, text, uint64 } from './plain-fields'
import { content } from './proposal-content'

const option = enumeration({
  VOTE_OPTION_UNSPECIFIED: 0,
  VOTE_OPTION_YES: 1,
  VOTE_OPTION_ABSTAIN: 2,
  VOTE_OPTION_NO: 3,
  VOTE_OPTION_NO_WITH_VETO: 4,
})

const vote = {
  proposalId: ['proposal_id', 1, uint64],
  voter: ['voter', 2, account],
  option: ['option', 3, option],
} as const
/** The older kind writes the parts of a vote in another way. */
function weighted(weight: Field<string>) {
  const options = list(record({ option: ['option', 1, option], weight: ['weight', 2, weight] }))
  return {
    proposalId: ['proposal_id', 1, uint64],
    voter: ['voter', 2, account],
    options: ['options', 3, options],
  } as const
}
const deposit = {
  proposalId: ['proposal_id', 1, uint64],
  depositor: ['depositor', 2, account],
  amount: ['amount', 3, coins],
} as const
const metadata = { metadata: ['metadata', 4, text] } as const
const noMetadata = { metadata: ['metadata', NOT_ON_THE_WIRE, constant('')] } as const

function v1<const K extends string, const N extends string>(kind: K, name: N) {
  return { kind, typeUrl: `/cosmos.gov.v1.${name}`, aminoType: `cosmos-sdk/v1/${name}` } as const
}

function v1beta1<const K extends string, const N extends string>(kind: K, name: N) {
  return { kind, typeUrl: `/cosmos.gov.v1beta1.${name}`, aminoType: `cosmos-sdk/${name}` } as const
}

/**
 * Votes and deposits of both gov versions, of which only v1 has metadata, and the proposals of the older kind, which hold
 * content in place of messages (Protocol 3.4).
 */
export const GOV_MESSAGES = [
  messageSpec(v1('vote', 'MsgVote'), { ...vote, ...metadata }),
  messageSpec(v1('vote-weighted', 'MsgVoteWeighted'), { ...weighted(text), ...metadata }),
  messageSpec(v1('gov-deposit', 'MsgDeposit'), deposit),
  messageSpec(v1beta1('vote', 'MsgVote'), { ...vote, ...noMetadata }),
  messageSpec(v1beta1('vote-weighted', 'MsgVoteWeighted'), {
    ...weighted(decimal),
    ...noMetadata,
  }),
  messageSpec(v1beta1('gov-deposit', 'MsgDeposit'), deposit),
  messageSpec(v1beta1('submit-content', 'MsgSubmitProposal'), {
    content: ['content', 1, optional(content)],
    deposit: ['initial_deposit', 2, coins],
    proposer: ['proposer', 3, account],
  }),
  messageSpec(v1('legacy-content', 'MsgExecLegacyContent'), {
    content: ['content', 1, optional(content)],
    authority: ['authority', 2, account],
  }),
  messageSpec(v1('cancel-proposal', 'MsgCancelProposal'), {
    proposalId: ['proposal_id', 1, uint64],
    proposer: ['proposer', 2, account],
  }),
] as const
