import { create, type MessageInitShape } from '@bufbuild/protobuf'
import { describe, expect, it } from 'vitest'
import { anyMessage } from '../../codec/any-message'
import { MsgUpdateParamsSchema, ParamsSchema } from '../../codec/gen/gov_pb'
import { Store } from '../../store/store'
import { GOV } from '../module-address'
import { A, GovChain } from './gov-chain.fake'
import { LOCAL_GOV_PARAMS, paramsFromProto, readParams, writeParams } from './gov-params'

type Init = Exclude<MessageInitShape<typeof ParamsSchema>, { $typeName: string }>

const uscrt = (amount: number) => [{ denom: 'uscrt', amount: String(amount) }]
const GOOD: Init = {
  minDeposit: uscrt(1_000_000_000),
  maxDepositPeriod: { seconds: 604_800n },
  votingPeriod: { seconds: 90n },
  quorum: '0.334',
  threshold: '0.5',
  vetoThreshold: '0.334',
  minInitialDepositRatio: '0',
  proposalCancelRatio: '0.5',
  expeditedVotingPeriod: { seconds: 15n },
  expeditedThreshold: '0.666666666666666667',
  expeditedMinDeposit: uscrt(2_500_000_000),
  burnVoteVeto: true,
  minDepositRatio: '0.01',
}

describe('the rules of governance', () => {
  it('are kept as they are', () => {
    const store = new Store()
    expect(() => readParams(store)).toThrow('no rules of governance')
    writeParams(store, LOCAL_GOV_PARAMS)
    expect(readParams(store)).toEqual(LOCAL_GOV_PARAMS)
    expect(paramsFromProto(create(ParamsSchema, GOOD))).toEqual(LOCAL_GOV_PARAMS)
  })

  it('are changed by governance', () => {
    const chain = new GovChain()
    const params = { ...GOOD, votingPeriod: { seconds: 20n }, proposalCancelDest: A }
    chain.run(anyMessage(MsgUpdateParamsSchema, { authority: GOV, params }))
    expect(readParams(chain.store)).toEqual({
      ...LOCAL_GOV_PARAMS,
      votingPeriod: 20_000_000_000n,
      proposalCancelDest: A,
    })
  })

  it.each<[Init, string]>([
    [{ minDeposit: [] }, 'invalid minimum deposit: '],
    [{ expeditedMinDeposit: [] }, 'invalid expedited minimum deposit: '],
    [
      { expeditedMinDeposit: uscrt(5) },
      'expedited minimum deposit must be greater than minimum deposit: 5uscrt',
    ],
    [{ maxDepositPeriod: {} }, 'maximum deposit period must be positive: 0s'],
    [{ votingPeriod: {} }, 'voting period must be positive: 0s'],
    [{ expeditedVotingPeriod: {} }, 'expedited voting period must be positive: 0s'],
    [
      { expeditedVotingPeriod: { seconds: 90n } },
      'expedited voting period 90s must be strictly less that the regular voting period 90s',
    ],
    [{ quorum: '' }, 'invalid quorum string'],
    [{ quorum: '-0.1' }, 'quorom cannot be negative: -0.100000000000000000'],
    [{ quorum: '1.1' }, 'quorom too large: 1.100000000000000000'],
    [{ threshold: '0' }, 'vote threshold must be positive: 0.000000000000000000'],
    [{ threshold: '2' }, 'vote threshold too large: 2.000000000000000000'],
    [{ expeditedThreshold: '0.5' }, 'must be greater than the regular threshold 0.500000000000000000'],
    [{ vetoThreshold: '0' }, 'veto threshold must be positive'],
    [{ minInitialDepositRatio: '-1' }, 'mininum initial deposit ratio of proposal must be positive'],
    [{ proposalCancelRatio: '2' }, 'burn rate of cancel proposal is too large'],
    [{ proposalCancelDest: 'x' }, 'deposits destination address is invalid: x'],
  ])('are not %o', (part, words) => {
    expect(() => paramsFromProto(create(ParamsSchema, { ...GOOD, ...part }))).toThrow(words)
  })
})
