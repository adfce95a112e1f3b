import {
  MsgBeginRedelegate,
  MsgDelegate,
  MsgDeposit,
  MsgSend,
  MsgSetAutoRestake,
  MsgSubmitProposal,
  MsgUndelegate,
  MsgVote,
  MsgWithdrawDelegatorReward,
  VoteOption,
} from 'secretjs'
import { approvalTests, short } from './approval-rows'
import type { Scene } from './approval-scene'
import { renamed, withAmino } from './pages/raw-message'

const uscrt = (amount: number) => ({ denom: 'uscrt', amount: String(amount) })
const GOV = 'secret10d07y265gmmuvt4z0w9aw880jnsr700jc88vt0'

function ballot({ me }: Scene, option: VoteOption): MsgVote {
  return new MsgVote({ voter: me, proposal_id: '1', option, metadata: '' })
}

approvalTests([
  {
    name: 'stake',
    message: ({ me, validator }) =>
      new MsgDelegate({ delegator_address: me, validator_address: validator, amount: uscrt(19_000_000) }),
    heading: 'Stake',
    sentence: ({ validator }) => `Stake 19 SCRT with ${short(validator)}`,
    says: ({ validator }) => [validator, 'Leaves your account'],
    raw: '/cosmos.staking.v1beta1.MsgDelegate',
  },
  {
    name: 'unstake',
    message: ({ me, validator }) =>
      new MsgUndelegate({ delegator_address: me, validator_address: validator, amount: uscrt(1_000_000) }),
    heading: 'Unstake',
    sentence: ({ validator }) => `Take 1 SCRT back from ${short(validator)}`,
    says: () => ['earn nothing and cannot be moved for 21 days'],
    raw: '/cosmos.staking.v1beta1.MsgUndelegate',
  },
  {
    name: 'move stake',
    message: ({ me, validator, secondValidator }) =>
      new MsgBeginRedelegate({
        delegator_address: me,
        validator_src_address: validator,
        validator_dst_address: secondValidator,
        amount: uscrt(2_500_000),
      }),
    heading: 'Move stake',
    sentence: ({ validator, secondValidator }) =>
      `Move 2.5 SCRT from ${short(validator)} to ${short(secondValidator)}`,
    says: ({ validator, secondValidator }) => [validator, secondValidator],
    raw: '/cosmos.staking.v1beta1.MsgBeginRedelegate',
  },
  {
    name: 'collect rewards',
    message: ({ me, validator }) =>
      new MsgWithdrawDelegatorReward({ delegator_address: me, validator_address: validator }),
    heading: 'Collect rewards',
    sentence: ({ validator }) => `Collect the rewards from ${short(validator)}`,
    raw: '/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward',
  },
  {
    name: 'restake rewards',
    message: ({ me, validator }) =>
      new MsgSetAutoRestake({ delegator_address: me, validator_address: validator, enabled: true }),
    heading: 'Restake rewards',
    sentence: ({ validator }) => `From now on, stake the rewards from ${short(validator)} automatically`,
    raw: '/cosmos.distribution.v1beta1.MsgSetAutoRestake',
  },
  {
    name: 'submit a proposal',
    message: (scene) => withAmino(proposal(scene), proposalInAmino(scene)),
    heading: 'Submit a proposal',
    sentence: () => 'Propose “Thank the gardeners” for a vote, with a deposit of 1000 SCRT',
    says: ({ other }) => [
      'They have kept the commons in order for a whole year.',
      `Send 5 SCRT to ${short(other)}`,
      'A deposit is lost when the proposal is vetoed.',
    ],
    raw: '/cosmos.gov.v1.MsgSubmitProposal',
  },
  {
    name: 'deposit for a proposal',
    message: ({ me }) => new MsgDeposit({ depositor: me, proposal_id: '1', amount: [uscrt(10_000_000)] }),
    heading: 'Deposit for a proposal',
    sentence: () => 'Deposit 10 SCRT for proposal 1',
    raw: '/cosmos.gov.v1.MsgDeposit',
  },
  {
    name: 'vote',
    message: (scene) => ballot(scene, VoteOption.VOTE_OPTION_NO_WITH_VETO),
    heading: 'Vote',
    sentence: () => 'Vote no with veto on proposal 1',
    raw: '/cosmos.gov.v1.MsgVote',
    amino: (scene) => {
      const { voter, proposal_id, option } = ballot(scene, VoteOption.VOTE_OPTION_NO_WITH_VETO).params
      return withAmino(ballot(scene, option), {
        type: 'cosmos-sdk/v1/MsgVote',
        value: { voter, proposal_id, option },
      })
    },
  },
  {
    name: 'vote in the older way',
    // secretjs gives its vote the older name in amino alone.
    message: (scene) => renamed(ballot(scene, VoteOption.VOTE_OPTION_ABSTAIN), '/cosmos.gov.v1beta1.MsgVote'),
    heading: 'Vote',
    sentence: () => 'Abstain on proposal 1',
    raw: '/cosmos.gov.v1beta1.MsgVote',
  },
])

function proposal({ me, other }: Scene): MsgSubmitProposal {
  return new MsgSubmitProposal({
    messages: [new MsgSend({ from_address: GOV, to_address: other, amount: [uscrt(5_000_000)] })] as never,
    initial_deposit: [uscrt(1_000_000_000)],
    proposer: me,
    metadata: '',
    title: 'Thank the gardeners',
    summary: 'They have kept the commons in order for a whole year.',
    expedited: false,
  })
}

function proposalInAmino({ me, other }: Scene) {
  return {
    type: 'cosmos-sdk/v1/MsgSubmitProposal',
    value: {
      messages: [
        {
          type: 'cosmos-sdk/MsgSend',
          value: { from_address: GOV, to_address: other, amount: [uscrt(5_000_000)] },
        },
      ],
      initial_deposit: [uscrt(1_000_000_000)],
      proposer: me,
      title: 'Thank the gardeners',
      summary: 'They have kept the commons in order for a whole year.',
    },
  }
}
