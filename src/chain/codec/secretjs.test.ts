import * as secretjs from 'secretjs'
import { describe, expect, it } from 'vitest'
import { rawAny } from './any-field'
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
  exec: new secretjs.MsgExec({
    grantee: a,
    msgs: [new secretjs.MsgSend({ from_address: b, to_address: a, amount: coins })],
  }),
}
/** secretjs writes these amino values in ways the network does not (objects for times, names of other versions, a zero height). */
const OTHER_AMINO = new Set([
  'vote',
  'deposit',
  'propose',
  'feeGrant',
  'feeGrantPeriodic',
  'grant',
  'grantGeneric',
  'transferByTime',
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
    expect(decoded.messages[0]?.kind).not.toBe('unknown')
    expect(encodeTxBody({ messages: decoded.messages, memo: '' })).toEqual(body)
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
