import { create } from '@bufbuild/protobuf'
import { expect, it } from 'vitest'
import { MsgVoteSchema } from './gen/gov_pb'
import { StakeAuthorizationSchema } from './gen/staking_pb'
import { messageText } from './message-text'

it('writes a message as the chain’s program does in its errors', () => {
  const vote = create(MsgVoteSchema, { proposalId: 7n, voter: 'a"b', option: 1 })
  expect(messageText(MsgVoteSchema, vote)).toBe('proposal_id:7 voter:"a\\"b" option:VOTE_OPTION_YES ')
  const stake = create(StakeAuthorizationSchema, {
    maxTokens: { denom: 'uscrt', amount: '1' },
    validators: { case: 'denyList', value: { address: ['x', 'y'] } },
  })
  expect(messageText(StakeAuthorizationSchema, stake)).toBe(
    'max_tokens:<denom:"uscrt" amount:"1" > deny_list:<address:"x" address:"y" > ',
  )
})
