import { coins, list, record } from './composite-fields'
import {
  LegacyMsgVoteSchema,
  LegacyMsgVoteWeightedSchema,
  MsgDepositSchema,
  MsgVoteSchema,
  MsgVoteWeightedSchema,
} from './gen/gov_pb'
import { messageSpec } from './message-spec'
import { account, constant, enumeration, text, uint64 } from './plain-fields'

const option = enumeration({
  VOTE_OPTION_UNSPECIFIED: 0,
  VOTE_OPTION_YES: 1,
  VOTE_OPTION_ABSTAIN: 2,
  VOTE_OPTION_NO: 3,
  VOTE_OPTION_NO_WITH_VETO: 4,
})
const options = list(record({ option: ['option', option], weight: ['weight', text] }))

const vote = {
  proposalId: ['proposal_id', uint64],
  voter: ['voter', account],
  option: ['option', option],
} as const
const weighted = {
  proposalId: ['proposal_id', uint64],
  voter: ['voter', account],
  options: ['options', options],
} as const
const deposit = {
  proposalId: ['proposal_id', uint64],
  depositor: ['depositor', account],
  amount: ['amount', coins],
} as const
const metadata = { metadata: ['metadata', text] } as const
const noMetadata = { metadata: ['metadata', constant('')] } as const

function v1<const K extends string, const N extends string>(kind: K, name: N) {
  return { kind, typeUrl: `/cosmos.gov.v1.${name}`, aminoType: `cosmos-sdk/v1/${name}` } as const
}

function v1beta1<const K extends string, const N extends string>(kind: K, name: N) {
  return { kind, typeUrl: `/cosmos.gov.v1beta1.${name}`, aminoType: `cosmos-sdk/${name}` } as const
}

/** Votes and deposits of both gov versions; only v1 has metadata (Protocol 3.4). */
export const GOV_MESSAGES = [
  messageSpec(v1('vote', 'MsgVote'), MsgVoteSchema, { ...vote, ...metadata }),
  messageSpec(v1('vote-weighted', 'MsgVoteWeighted'), MsgVoteWeightedSchema, { ...weighted, ...metadata }),
  messageSpec(v1('gov-deposit', 'MsgDeposit'), MsgDepositSchema, deposit),
  messageSpec(v1beta1('vote', 'MsgVote'), LegacyMsgVoteSchema, { ...vote, ...noMetadata }),
  messageSpec(v1beta1('vote-weighted', 'MsgVoteWeighted'), LegacyMsgVoteWeightedSchema, {
    ...weighted,
    ...noMetadata,
  }),
  messageSpec(v1beta1('gov-deposit', 'MsgDeposit'), MsgDepositSchema, deposit),
] as const
