import type { Any } from '@bufbuild/protobuf/wkt'
import { beforeEach, describe, expect, it } from 'vitest'
import { anyMessage, packAny } from '../../codec/any-message'
import { MsgSendSchema } from '../../codec/gen/bank_pb'
import { CommunityPoolSpendProposalSchema } from '../../codec/gen/distribution_pb'
import * as v1 from '../../codec/gen/gov_pb'
import * as v1beta1 from '../../codec/gen/gov-v1beta1_pb'
import { ParameterChangeProposalSchema } from '../../codec/gen/params_pb'
import {
  CancelSoftwareUpgradeProposalSchema,
  MsgCancelUpgradeSchema,
  MsgSoftwareUpgradeSchema,
  SoftwareUpgradeProposalSchema,
} from '../../codec/gen/upgrade_pb'
import { getBalance } from '../bank/bank'
import { fundCommunityPool } from '../distribution/community-pool'
import { GOV } from '../module-address'
import { findParameter, listSubspaces } from '../params/parameter-changes'
import { appliedHeight, currentPlan } from '../upgrade/upgrade'
import { A, B, GovChain } from './gov-chain.fake'
import { findProposal } from './proposal'
import { votesOn } from './votes'

let chain: GovChain
beforeEach(() => {
  chain = new GovChain()
})

const uscrt = (amount: number) => [{ denom: 'uscrt', amount: String(amount) }]
const TEXT = { title: 'T', description: 'D' }

function submit(content: Any | undefined) {
  const message = { proposer: A, initialDeposit: uscrt(1_000_000_000), ...(content && { content }) }
  return chain.run(anyMessage(v1beta1.MsgSubmitProposalSchema, message))
}

/** Submits a content, lets it pass and tells how it ended. */
function pass(content: Any) {
  submit(content)
  chain.run(anyMessage(v1beta1.MsgVoteSchema, { proposalId: 1n, voter: A, option: 1 }))
  chain.pass(90)
  return findProposal(chain.store, 1n)
}

const change = (subspace: string, key: string, value: string): Any =>
  packAny(ParameterChangeProposalSchema, { ...TEXT, changes: [{ subspace, key, value }] })
const upgrade = (height: bigint, name = 'v9'): Any =>
  packAny(SoftwareUpgradeProposalSchema, { ...TEXT, plan: { name, height, info: 'MREnclaveHash:00' } })

const spend = (recipient: string, amount: number): Any =>
  packAny(CommunityPoolSpendProposalSchema, { ...TEXT, recipient, amount: uscrt(amount) })

describe('a proposal of the older kind', () => {
  it('says something', () => {
    expect(pass(packAny(v1beta1.TextProposalSchema, TEXT))).toMatchObject({
      status: 'passed',
      title: 'T',
      summary: 'D',
      messages: [{ typeUrl: '/cosmos.gov.v1.MsgExecLegacyContent' }],
    })
  })

  it('is voted on and funded by the older messages too', () => {
    submit(packAny(v1beta1.TextProposalSchema, TEXT))
    chain.run(
      anyMessage(v1beta1.MsgDepositSchema, { proposalId: 1n, depositor: B, amount: uscrt(10_000_000) }),
    )
    const half = '500000000000000000'
    const options = [
      { option: 1 as const, weight: half },
      { option: 3 as const, weight: half },
    ]
    chain.run(anyMessage(v1beta1.MsgVoteWeightedSchema, { proposalId: 1n, voter: A, options }))
    expect(votesOn(chain.store, 1n)).toMatchObject([
      { options: [{ choice: 'yes', weight: 5n * 10n ** 17n }, { choice: 'no' }] },
    ])
    const wrong = { proposalId: 1n, voter: A, options: [{ option: 1 as const, weight: 'x' }] }
    expect(() => chain.run(anyMessage(v1beta1.MsgVoteWeightedSchema, wrong))).toThrow('invalid vote option')
  })

  it('spends the community’s coins when it passes', () => {
    fundCommunityPool(chain.context(), A, [{ denom: 'uscrt', amount: 70n }])
    const before = getBalance(chain.store, B, 'uscrt')
    expect(pass(spend(B, 60))).toMatchObject({ status: 'passed' })
    expect(getBalance(chain.store, B, 'uscrt')).toBe(before + 60n)
  })

  it('changes a parameter that no module reads any more', () => {
    expect(findParameter(chain.store, 'staking', 'MaxValidators')).toBe('')
    expect(pass(change('staking', 'MaxValidators', '70'))).toMatchObject({ status: 'passed' })
    expect(findParameter(chain.store, 'staking', 'MaxValidators')).toBe('70')
    expect(findParameter(chain.store, 'nowhere', 'MaxValidators')).toBeUndefined()
    expect(listSubspaces(chain.store)).toContainEqual({ subspace: 'staking', keys: ['MaxValidators'] })
  })

  it('plans an upgrade, which is marked as applied at its height, and the chain goes on', () => {
    expect(pass(upgrade(4n))).toMatchObject({ status: 'passed' })
    expect(currentPlan(chain.store)).toEqual({ name: 'v9', height: 4n, info: 'MREnclaveHash:00' })
    chain.pass(1)
    expect(currentPlan(chain.store)).toBeDefined()
    chain.pass(1)
    expect(currentPlan(chain.store)).toBeUndefined()
    expect(appliedHeight(chain.store, 'v9')).toBe(4n)
    chain.pass(1)
    expect(appliedHeight(chain.store, 'v9')).toBe(4n)
    expect(() => submit(upgrade(9n))).toThrow('upgrade with name v9 has already been completed')
  })

  it('calls an upgrade off', () => {
    pass(upgrade(40n))
    submit(packAny(CancelSoftwareUpgradeProposalSchema, TEXT))
    chain.run(anyMessage(v1.MsgVoteSchema, { proposalId: 2n, voter: A, option: 1 }))
    chain.pass(90)
    expect(currentPlan(chain.store)).toBeUndefined()
  })

  it.each([
    ['nothing', undefined, 'missing content: invalid proposal content'],
    ['no title', packAny(v1beta1.TextProposalSchema, { ...TEXT, title: ' ' }), 'title cannot be blank'],
    [
      'a long title',
      packAny(v1beta1.TextProposalSchema, { ...TEXT, title: 't'.repeat(141) }),
      'max length of 140',
    ],
    [
      'no description',
      packAny(v1beta1.TextProposalSchema, { ...TEXT, description: '' }),
      'description cannot be blank',
    ],
    [
      'a long description',
      packAny(v1beta1.TextProposalSchema, { ...TEXT, description: 'd'.repeat(10_001) }),
      'max length of 10000',
    ],
    [
      'a message',
      packAny(MsgSendSchema, {}),
      'no concrete type registered for type URL /cosmos.bank.v1beta1.MsgSend against interface *v1beta1.Content',
    ],
    [
      'more coins than the community has',
      spend(B, 999_999_999),
      'community pool does not have sufficient coins to distribute',
    ],
    ['coins for nobody', spend('', 1), 'invalid community pool spend proposal recipient'],
    ['no coins for somebody', spend(B, 0), 'invalid community pool spend proposal amount'],
    ['coins for no address', spend('b', 1), 'invalid recipient address'],
    ['no changes', packAny(ParameterChangeProposalSchema, TEXT), 'submitted parameter changes are empty'],
    ['a change of no subspace', change('', 'k', 'v'), 'parameter subspace is empty'],
    ['a change of no key', change('gov', '', 'v'), 'parameter key is empty'],
    ['a change to nothing', change('gov', 'k', ''), 'parameter value is empty'],
    [
      'an unknown subspace',
      change('x', 'k', '1'),
      'failed to run legacy handler params, x: unknown subspace: invalid proposal content: invalid proposal content',
    ],
    ['an unknown key', change('gov', 'k', '1'), 'parameter k not registered'],
    ['a value that is no JSON', change('staking', 'MaxEntries', '{'), 'failed to set parameter'],
    ['an upgrade without a height', upgrade(0n), 'height must be greater than 0: invalid request'],
    ['an upgrade without a name', upgrade(9n, ''), 'name cannot be empty: invalid request'],
    [
      'an upgrade by time',
      packAny(SoftwareUpgradeProposalSchema, {
        ...TEXT,
        plan: { name: 'v', height: 9n, time: { seconds: 1n } },
      }),
      'time-based upgrades have been deprecated in the SDK: invalid request',
    ],
    [
      'an upgrade of a client',
      packAny(SoftwareUpgradeProposalSchema, {
        ...TEXT,
        plan: { name: 'v', height: 9n, upgradedClientState: packAny(MsgSendSchema, {}) },
      }),
      'upgrade logic for IBC has been moved to the IBC module: invalid request',
    ],
  ])('is refused with %s', (_, content, words) => {
    expect(() => submit(content)).toThrow(words)
  })

  it('is refused with an upgrade in the past', () => {
    chain.pass(1)
    expect(() => submit(upgrade(1n))).toThrow('upgrade cannot be scheduled in the past: invalid request')
  })
})

describe('what governance alone may send', () => {
  const content = packAny(v1beta1.TextProposalSchema, TEXT)
  it.each([
    [anyMessage(v1.MsgExecLegacyContentSchema, { authority: A, content }), `expected ${GOV} got ${A}`],
    [anyMessage(v1.MsgUpdateParamsSchema, { authority: A }), `invalid authority; expected ${GOV}, got ${A}`],
    [anyMessage(MsgSoftwareUpgradeSchema, { authority: A }), `invalid authority; expected ${GOV}, got ${A}`],
    [anyMessage(MsgCancelUpgradeSchema, { authority: A }), `invalid authority; expected ${GOV}, got ${A}`],
  ])('is refused from others', (message, words) => {
    expect(() => chain.run(message)).toThrow(words)
  })

  it('plans upgrades and calls them off', () => {
    const plan = { name: 'v2', height: 9n, info: '' }
    chain.run(anyMessage(MsgSoftwareUpgradeSchema, { authority: GOV, plan }))
    expect(currentPlan(chain.store)).toEqual(plan)
    chain.run(anyMessage(MsgCancelUpgradeSchema, { authority: GOV }))
    expect(currentPlan(chain.store)).toBeUndefined()
    expect(() => chain.run(anyMessage(v1.MsgExecLegacyContentSchema, { authority: GOV }))).toThrow(
      'invalid proposal content',
    )
  })
})
