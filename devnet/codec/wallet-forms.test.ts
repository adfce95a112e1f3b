/** The wallet reads a message alike in the three forms that devnet's own definitions give it: bytes, amino JSON, a node's JSON. */
import { create, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf'
import { describe, expect, it } from 'vitest'
import {
  decodeAminoDoc,
  decodeTxBody,
  encodeTxBody,
  holdsUnrecognised,
  messageFromLcd,
} from '../../src/chain/codec/index'
import { packAny } from './any-message'
import { MsgGrantSchema } from './gen/authz_pb'
import * as distribution from './gen/distribution_pb'
import * as v1 from './gen/gov_pb'
import * as v1beta1 from './gen/gov-v1beta1_pb'
import { PubKeySchema } from './gen/keys-ed25519_pb'
import { ParameterChangeProposalSchema } from './gen/params_pb'
import { MsgUnjailSchema } from './gen/slashing_pb'
import * as staking from './gen/staking_pb'
import * as upgrade from './gen/upgrade_pb'
import { anyToNodeJson, messageToAmino } from './message-json'

const a = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
const b = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'
const valoper = 'secretvaloper1ap26qrlp8mcq2pg6r47w43l0y8zkqm8aynpdzc'
const coin = { denom: 'uscrt', amount: '1000000' }
const said = { title: 'a title', description: 'a description' }
const tenth = '1'.padEnd(18, '0')

function of<D extends DescMessage>(schema: D, init: MessageInitShape<D>) {
  return { schema, message: create(schema, init) }
}

function grant(authorization: MessageInitShape<typeof staking.StakeAuthorizationSchema>) {
  return of(MsgGrantSchema, {
    granter: a,
    grantee: b,
    grant: { authorization: packAny(staking.StakeAuthorizationSchema, authorization) },
  })
}

function legacy<D extends DescMessage>(schema: D, init: MessageInitShape<D>) {
  return of(v1beta1.MsgSubmitProposalSchema, {
    content: packAny(schema, init),
    initialDeposit: [coin],
    proposer: a,
  })
}

const SAMPLES: Readonly<Record<string, ReturnType<typeof of>>> = {
  'a new validator': of(staking.MsgCreateValidatorSchema, {
    description: { moniker: 'm', website: 'w' },
    commission: { rate: '5'.padEnd(17, '0'), maxRate: tenth.padEnd(19, '0'), maxChangeRate: '0' },
    minSelfDelegation: '1',
    validatorAddress: valoper,
    pubkey: packAny(PubKeySchema, { key: new Uint8Array(32).fill(7) }),
    value: coin,
  }),
  'a changed validator': of(staking.MsgEditValidatorSchema, {
    description: { moniker: 'm', details: '[do-not-modify]' },
    validatorAddress: valoper,
    commissionRate: tenth,
    minSelfDelegation: '5',
  }),
  commission: of(distribution.MsgWithdrawValidatorCommissionSchema, { validatorAddress: valoper }),
  'a validator out of jail': of(MsgUnjailSchema, { validatorAddr: valoper }),
  'a gift': of(distribution.MsgFundCommunityPoolSchema, { amount: [coin], depositor: a }),
  'a payment of the pool': of(distribution.MsgCommunityPoolSpendSchema, {
    authority: a,
    recipient: b,
    amount: [coin],
  }),
  'leave to stake with one': grant({
    maxTokens: coin,
    validators: { case: 'allowList', value: { address: [valoper] } },
    authorizationType: staking.AuthorizationType.DELEGATE,
  }),
  'leave to unstake from all but one': grant({
    validators: { case: 'denyList', value: { address: [valoper] } },
    authorizationType: staking.AuthorizationType.UNDELEGATE,
  }),
  'a proposal of a text': legacy(v1beta1.TextProposalSchema, said),
  'a proposal of a payment': legacy(distribution.CommunityPoolSpendProposalSchema, {
    ...said,
    recipient: b,
    amount: [coin],
  }),
  'a proposal of settings': legacy(ParameterChangeProposalSchema, {
    ...said,
    changes: [{ subspace: 'staking', key: 'MaxValidators', value: '70' }],
  }),
  'a proposal of an upgrade': legacy(upgrade.SoftwareUpgradeProposalSchema, {
    ...said,
    plan: { name: 'v2', time: { seconds: -62_135_596_800n }, height: 99n, info: 'i' },
  }),
  'a proposal of no upgrade': legacy(upgrade.CancelSoftwareUpgradeProposalSchema, said),
  'a split vote': of(v1beta1.MsgVoteWeightedSchema, {
    proposalId: 7n,
    voter: a,
    options: [{ option: 1, weight: tenth }],
  }),
  'a content that runs': of(v1.MsgExecLegacyContentSchema, {
    content: packAny(v1beta1.TextProposalSchema, said),
    authority: a,
  }),
  'a proposal taken back': of(v1.MsgCancelProposalSchema, { proposalId: 7n, proposer: a }),
}

describe('a message that the wallet reads', () => {
  it.each(Object.entries(SAMPLES))('%s is the same in every form', (_, { schema, message }) => {
    const { typeUrl, value } = packAny(schema, message)
    const bytes = encodeTxBody({ messages: [{ kind: 'unknown', typeUrl, value, json: undefined }], memo: '' })
    const { messages, canonical } = decodeTxBody(bytes)
    expect(canonical).toBe(true)
    expect(encodeTxBody({ messages, memo: '' })).toEqual(bytes)
    expect(messages.some(holdsUnrecognised)).toBe(false)
    expect(messageFromLcd(anyToNodeJson({ typeUrl, value }), 'messages[0]')).toEqual(messages[0])
    const doc = decodeAminoDoc({
      account_number: '1',
      chain_id: 'secretdev-1',
      fee: { amount: [], gas: '1' },
      memo: '',
      msgs: [messageToAmino(schema, message, 'base64')],
      sequence: '0',
    })
    expect(doc.kind === 'tx' && doc.messages).toEqual(messages)
  })
})
