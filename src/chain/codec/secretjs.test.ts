import * as secretjs from 'secretjs'
import { TextProposal } from 'secretjs/dist/protobuf/cosmos/gov/v1beta1/gov'
import * as gov from 'secretjs/dist/protobuf/cosmos/gov/v1beta1/tx'
import { describe, expect, it } from 'vitest'
import { holdsUnrecognised, rawAny } from './any-field'
import { anyMessage, messageFromAmino } from './chain-message'
import { newDecodeContext } from './field'
import { copyJson } from './plain-json'
import { decodeTxBody, encodeTxBody } from './tx-body'

const a = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
const b = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'
const contract = 'secret18vd8fpwxzck93qlwghaj6arh4p7c5n8978vsyg'
const valoper = 'secretvaloper1ap26qrlp8mcq2pg6r47w43l0y8zkqm8aynpdzc'
const other = 'secretvaloper1fc3fzy78ttp0lwuujw7e52rhspxn8uj5m98e7s'
const codeHash = 'af74387e276be8874f07bec3a87023ee49b0e7ebe08178c49d0a49c3c98ed60e'
const coins = [{ denom: 'uscrt', amount: '1000000' }]
const coin = { denom: 'uscrt', amount: '1000000' }
const basic = { spend_limit: coins, expiration: { seconds: '1800000000', nanos: 5 } }

function legacy(type: secretjs.ProposalType, content: object): secretjs.MsgExecLegacyContent {
  const said = { title: 'a title', description: 'a description' }
  return new secretjs.MsgExecLegacyContent({ authority: a, type, content: { ...said, ...content } } as never)
}

const samples: Record<string, secretjs.Msg> = {
  execute: new secretjs.MsgExecuteContract({
    sender: a,
    contract_address: contract,
    code_hash: codeHash,
    msg: { transfer: { recipient: b, amount: '1' } },
    sent_funds: coins,
  }),
  instantiate: new secretjs.MsgInstantiateContract({
    sender: a,
    code_id: 7,
    code_hash: codeHash,
    label: 'a label',
    init_msg: { name: 'x' },
    init_funds: coins,
    admin: b,
  }),
  migrate: new secretjs.MsgMigrateContract({
    sender: a,
    contract_address: contract,
    code_id: 8,
    code_hash: codeHash,
    msg: {},
  }),
  updateAdmin: new secretjs.MsgUpdateAdmin({ sender: a, contract_address: contract, new_admin: b }),
  clearAdmin: new secretjs.MsgClearAdmin({ sender: a, contract_address: contract }),
  governance: new secretjs.MsgSetContractGovernance({ sender: a, contract_address: contract }),
  send: new secretjs.MsgSend({ from_address: a, to_address: b, amount: coins }),
  multiSend: new secretjs.MsgMultiSend({
    inputs: [{ address: a, coins }],
    outputs: [{ address: b, coins }],
  }),
  delegate: new secretjs.MsgDelegate({ delegator_address: a, validator_address: valoper, amount: coin }),
  undelegate: new secretjs.MsgUndelegate({ delegator_address: a, validator_address: valoper, amount: coin }),
  redelegate: new secretjs.MsgBeginRedelegate({
    delegator_address: a,
    validator_src_address: valoper,
    validator_dst_address: other,
    amount: coin,
  }),
  cancel: new secretjs.MsgCancelUnbondingDelegation({
    delegator_address: a,
    validator_address: valoper,
    amount: coin,
    creation_height: '12345',
  }),
  withdraw: new secretjs.MsgWithdrawDelegatorReward({ delegator_address: a, validator_address: valoper }),
  withdrawAddress: new secretjs.MsgSetWithdrawAddress({ delegator_address: a, withdraw_address: b }),
  autoRestake: new secretjs.MsgSetAutoRestake({
    delegator_address: a,
    validator_address: valoper,
    enabled: true,
  }),
  vote: new secretjs.MsgVote({ proposal_id: '12', voter: a, option: 3, metadata: '' }),
  deposit: new secretjs.MsgDeposit({ proposal_id: '12', depositor: a, amount: coins }),
  propose: new secretjs.MsgSubmitProposal({
    messages: [new secretjs.MsgSend({ from_address: b, to_address: a, amount: coins })] as never,
    initial_deposit: coins,
    proposer: a,
    metadata: 'ipfs://x',
    title: 'a title',
    summary: 'a summary',
    expedited: true,
  }),
  transfer: new secretjs.MsgTransfer({
    source_port: 'transfer',
    source_channel: 'channel-1',
    token: coin,
    sender: a,
    receiver: 'osmo1anything',
    timeout_height: { revision_number: '1', revision_height: '9' },
    timeout_timestamp: '1800000000',
    memo: 'hello',
  }),
  transferByTime: new secretjs.MsgTransfer({
    source_port: 'transfer',
    source_channel: 'channel-1',
    token: coin,
    sender: a,
    receiver: 'osmo1anything',
    timeout_timestamp: '1800000000',
    memo: '',
  }),
  feeGrant: new secretjs.MsgGrantAllowance({ granter: a, grantee: b, allowance: basic }),
  feeGrantPeriodic: new secretjs.MsgGrantAllowance({
    granter: a,
    grantee: b,
    allowance: {
      allowed_messages: ['/cosmos.bank.v1beta1.MsgSend'],
      allowance: {
        basic,
        period: { seconds: '3600', nanos: 0 },
        period_spend_limit: coins,
        period_can_spend: coins,
        period_reset: { seconds: '1800000000', nanos: 0 },
      },
    },
  }),
  feeRevoke: new secretjs.MsgRevokeAllowance({ granter: a, grantee: b }),
  grant: new secretjs.MsgGrant({
    granter: a,
    grantee: b,
    authorization: { spend_limit: coins, allow_list: [] },
    expiration: 1800000000,
  }),
  grantGeneric: new secretjs.MsgGrant({
    granter: a,
    grantee: b,
    authorization: { msg: secretjs.MsgGrantAuthorization.MsgDelegate },
    expiration: 1800000000,
  }),
  revoke: new secretjs.MsgRevoke({
    granter: a,
    grantee: b,
    msg: secretjs.MsgGrantAuthorization.MsgDelegate,
  }),
  grantStake: new secretjs.MsgGrant({
    granter: a,
    grantee: b,
    authorization: {
      max_tokens: coin,
      allow_list: [valoper, other],
      deny_list: [],
      authorization_type: secretjs.StakeAuthorizationType.Redelegate,
    } as never,
    expiration: 1800000000,
  }),
  grantStakeButOne: new secretjs.MsgGrant({
    granter: a,
    grantee: b,
    authorization: {
      max_tokens: undefined,
      allow_list: [],
      deny_list: [valoper],
      authorization_type: secretjs.StakeAuthorizationType.Delegate,
    } as never,
    expiration: 1800000000,
  }),
  createValidator: new secretjs.MsgCreateValidator({
    description: { moniker: 'm', identity: 'i', website: 'w', security_contact: 's', details: 'd' },
    commission: { rate: 0.1, max_rate: 0.25, max_change_rate: 0.01 } as never,
    min_self_delegation: '1',
    delegator_address: a,
    pubkey: 'A'.repeat(43).concat('='),
    initial_delegation: coin,
  }),
  editValidator: new secretjs.MsgEditValidator({
    validator_address: valoper,
    description: { moniker: 'm', identity: '', website: '', security_contact: '', details: '' },
    commission_rate: 0.12,
    min_self_delegation: '5',
  } as never),
  editNothing: new secretjs.MsgEditValidator({ validator_address: valoper } as never),
  commission: new secretjs.MsgWithdrawValidatorCommission({ validator_address: valoper }),
  unjail: new secretjs.MsgUnjail({ validator_addr: valoper }),
  fund: new secretjs.MsgFundCommunityPool({ depositor: a, amount: coins }),
  poolSpend: new secretjs.MsgCommunityPoolSpend({ authority: a, recipient: b, amount: coins }),
  cancelProposal: new secretjs.MsgCancelProposal({ proposal_id: '12', proposer: a }),
  legacyText: legacy(secretjs.ProposalType.TextProposal, {}),
  legacySpend: legacy(secretjs.ProposalType.CommunityPoolSpendProposal, { recipient: b, amount: coins }),
  legacyChange: legacy(secretjs.ProposalType.ParameterChangeProposal, {
    changes: [{ subspace: 'staking', key: 'MaxValidators', value: '70' }],
  }),
  legacyUpgrade: legacy(secretjs.ProposalType.SoftwareUpgradeProposal, {
    plan: {
      name: 'v1.9',
      time: { seconds: '-62135596800', nanos: 0 },
      height: '99',
      info: 'MREnclaveHash:x',
    },
  }),
  legacyCancel: legacy(secretjs.ProposalType.CancelSoftwareUpgradeProposal, {}),
  exec: new secretjs.MsgExec({
    grantee: a,
    msgs: [new secretjs.MsgSend({ from_address: b, to_address: a, amount: coins })],
  }),
}
/** secretjs writes these amino values in ways the network does not (objects for times, names of other versions, a zero height, scaled rates), or not at all. */
const OTHER_AMINO = new Set([
  'vote',
  'deposit',
  'propose',
  'feeGrant',
  'feeGrantPeriodic',
  'grant',
  'grantGeneric',
  'transferByTime',
  'createValidator',
  'editNothing',
  'poolSpend',
  'cancelProposal',
  ...Object.keys(samples).filter((name) => name.startsWith('legacy')),
])

const utils = new secretjs.EncryptionUtilsImpl('http://localhost:1', new Uint8Array(32).fill(1))
utils.encrypt = async (_hash: string, message: object) =>
  new TextEncoder().encode(JSON.stringify(message).padEnd(100))

async function protoOf(sample: secretjs.Msg): Promise<{ typeUrl: string; value: Uint8Array }> {
  const proto = await sample.toProto(utils)
  return { typeUrl: proto.type_url, value: Uint8Array.from(await proto.encode()) }
}

describe('messages as secretjs writes them', () => {
  it.each(Object.entries(samples))('%s is read whole and written back byte for byte', async (_, sample) => {
    const any = await protoOf(sample)
    const body = encodeTxBody({ messages: [{ kind: 'unknown', ...any, json: undefined }], memo: '' })
    const decoded = decodeTxBody(body)
    expect(decoded.canonical).toBe(true)
    expect(decoded.messages.some(holdsUnrecognised)).toBe(false)
    expect(encodeTxBody({ messages: decoded.messages, memo: '' })).toEqual(body)
  })

  it('and so are those of the older governance, by its definitions', () => {
    const text = { title: 't', description: 'd' }
    const proposal = gov.MsgSubmitProposal.fromPartial({
      content: {
        type_url: '/cosmos.gov.v1beta1.TextProposal',
        value: TextProposal.encode(text).finish(),
      },
      initial_deposit: coins,
      proposer: a,
    })
    const half = '5'.padEnd(18, '0')
    const vote = gov.MsgVoteWeighted.fromPartial({
      proposal_id: '7',
      voter: a,
      options: [
        { option: 1, weight: half },
        { option: 2, weight: half },
      ],
    })
    const written = [
      ['MsgSubmitProposal', gov.MsgSubmitProposal.encode(proposal).finish()],
      ['MsgVoteWeighted', gov.MsgVoteWeighted.encode(vote).finish()],
    ] as const
    for (const [name, value] of written) {
      const typeUrl = `/cosmos.gov.v1beta1.${name}`
      const body = encodeTxBody({
        messages: [{ kind: 'unknown', typeUrl, value, json: undefined }],
        memo: '',
      })
      const { messages, canonical } = decodeTxBody(body)
      expect([canonical, messages.some(holdsUnrecognised)]).toEqual([true, false])
      expect(encodeTxBody({ messages, memo: '' })).toEqual(body)
    }
  })

  const sameInAmino = Object.entries(samples).filter(([name]) => !OTHER_AMINO.has(name))
  it.each(sameInAmino)('%s says the same in amino JSON', async (_, sample) => {
    const any = await protoOf(sample)
    const json = copyJson(JSON.parse(JSON.stringify(await sample.toAmino(utils))))
    const amino = messageFromAmino(json, 'msgs[0]')
    expect(amino).toEqual(anyMessage.fromProto(rawAny.toProto(any), newDecodeContext('')))
    expect(rawAny.fromProto(anyMessage.toProto(amino), newDecodeContext(''))).toEqual(any)
  })
})
