import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../domain/index'
import { rawAny } from './any-field'
import { anyMessage, type ChainMessage } from './chain-message'
import { newDecodeContext } from './field'

const a = parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03')
const b = parseAddress('secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne')
const A = '2d736563726574316170323671726c70386d6371327067367234377734336c3079387a6b716d3861343530733033'
const B = '2d73656372657431666333667a793738747470306c7775756a773765353272687370786e38756a35327a66796e65'
/** One half in units of 10^-18, as text. */
const HALF = '353030303030303030303030303030303030'
const compute = '/secret.compute.v1beta1.'
const gov = '/cosmos.gov.v1beta1.'
const feegrant = '/cosmos.feegrant.v1beta1.'

/** Messages that no client at hand can build, with the bytes that protoc's definitions gave for them. */
const RECORDED: readonly (readonly [name: string, message: ChainMessage, bytes: string])[] = [
  [
    'a governed change of contracts',
    {
      kind: 'contract-governance-proposal',
      typeUrl: `${compute}MsgContractGovernanceProposal`,
      authority: a,
      title: 't',
      description: 'd',
      contracts: [{ contract: b, newCodeId: 300n }],
      adminUpdates: [
        { contract: b, newAdmin: a },
        { contract: a, newAdmin: undefined },
      ],
    },
    `0a${A}1201741a016422320a${B}10ac022a5e0a${B}12${A}2a2f0a${A}`,
  ],
  [
    'the older proposal to migrate',
    {
      kind: 'migrate-proposal',
      typeUrl: `${compute}MsgMigrateContractProposal`,
      authority: a,
      title: 't',
      description: 'd',
      contracts: [{ contract: b, newCodeId: 300n }],
    },
    `0a${A}1201741a016422320a${B}10ac02`,
  ],
  [
    'a passed upgrade',
    {
      kind: 'upgrade-passed',
      typeUrl: `${compute}MsgUpgradeProposalPassed`,
      sender: a,
      mrEnclaveHash: Uint8Array.of(1, 2, 255),
    },
    `0a${A}12030102ff`,
  ],
  [
    'parameters of contracts',
    {
      kind: 'compute-params',
      typeUrl: `${compute}MsgUpdateParams`,
      authority: a,
      params: { compileCost: '0.8', maxContractSize: 2_097_152n },
    },
    `0a${A}120a0a03302e381080808001`,
  ],
  [
    'a vote of the older kind',
    { kind: 'vote', typeUrl: `${gov}MsgVote`, proposalId: 7n, voter: a, option: 3, metadata: '' },
    `080712${A}1803`,
  ],
  [
    'a weighted vote of the older kind',
    {
      kind: 'vote-weighted',
      typeUrl: `${gov}MsgVoteWeighted`,
      proposalId: 7n,
      voter: a,
      options: [
        { option: 1, weight: '0.5' },
        { option: 2, weight: '0.5' },
      ],
      metadata: '',
    },
    `080712${A}1a1608011212${HALF}1a1608021212${HALF}`,
  ],
  [
    'a periodic allowance that ends before 1970',
    {
      kind: 'fee-grant',
      typeUrl: `${feegrant}MsgGrantAllowance`,
      granter: a,
      grantee: b,
      allowance: {
        kind: 'periodic',
        typeUrl: `${feegrant}PeriodicAllowance`,
        basic: {
          spendLimit: [{ denom: 'uscrt', amount: 5n }],
          expiration: { seconds: 1_800_000_000n, nanos: 5 },
        },
        period: { seconds: 3600n, nanos: 0 },
        periodSpendLimit: [{ denom: 'uscrt', amount: 1n }],
        periodCanSpend: [],
        periodReset: { seconds: -5n, nanos: 0 },
      },
    },
    `0a${A}12${B}1a640a2a2f636f736d6f732e6665656772616e742e763162657461312e506572696f646963416c6c6f77616e636512360a160a0a0a05757363727412013512080880a4a7da061005120308901c1a0a0a0575736372741201312a0b08fbffffffffffffffff01`,
  ],
]

describe('recorded messages', () => {
  it.each(RECORDED)('%s is written and read as recorded', (_, message, recorded) => {
    const any = rawAny.fromProto(anyMessage.toProto(message), newDecodeContext(''))
    expect(hex.encode(any.value)).toBe(recorded)
    const context = newDecodeContext('')
    expect(anyMessage.fromProto(rawAny.toProto(any), context)).toEqual(message)
    expect(context.notes).toEqual({ canonical: true, unknownFields: [] })
  })
})
