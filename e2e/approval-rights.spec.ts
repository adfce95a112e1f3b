import {
  MsgExec,
  MsgGrant,
  MsgGrantAllowance,
  MsgGrantAuthorization,
  MsgInstantiateContract,
  MsgMigrateContract,
  MsgRevoke,
  MsgRevokeAllowance,
  MsgSend,
  MsgStoreCode,
  MsgUpdateAdmin,
} from 'secretjs'
import { buildTestContracts } from '../devnet/test-contracts/build-contracts.fake'
import { approvalTests, short } from './approval-rows'
import type { Scene } from './approval-scene'
import { withAmino } from './pages/raw-message'

// Messages that let others act, and those that make and change contracts.

const uscrt = (amount: number) => ({ denom: 'uscrt', amount: String(amount) })
/** 1 January 2035. */
const END = 2_051_222_400
const END_TEXT = '2035-01-01T00:00:00Z'
const STAKE_TYPE = MsgGrantAuthorization.MsgDelegate

approvalTests([
  {
    name: 'pay fees for another',
    message: ({ me, other }) =>
      withAmino(
        new MsgGrantAllowance({
          granter: me,
          grantee: other,
          allowance: {
            allowance: {
              spend_limit: [uscrt(2_000_000)],
              expiration: { seconds: String(END), nanos: 0 },
            },
            allowed_messages: ['/cosmos.gov.v1.MsgVote'],
          },
        }),
        {
          type: 'cosmos-sdk/MsgGrantAllowance',
          value: {
            granter: me,
            grantee: other,
            allowance: {
              type: 'cosmos-sdk/AllowedMsgAllowance',
              value: {
                allowance: {
                  type: 'cosmos-sdk/BasicAllowance',
                  value: { spend_limit: [uscrt(2_000_000)], expiration: END_TEXT },
                },
                allowed_messages: ['/cosmos.gov.v1.MsgVote'],
              },
            },
          },
        },
      ),
    heading: 'Pay fees for another account',
    sentence: ({ other }) =>
      `Let ${short(other)} pay its fees from your account: up to 2 SCRT, until 2035-01-01 00:00 UTC, only to vote`,
    says: () => ['can spend your coins on fees without asking you again'],
    raw: '/cosmos.feegrant.v1beta1.MsgGrantAllowance',
  },
  {
    name: 'stop paying fees',
    message: ({ me, other }) => new MsgRevokeAllowance({ granter: me, grantee: other }),
    heading: 'Stop paying fees',
    sentence: ({ other }) => `${short(other)} may no longer pay its fees from your account`,
    raw: '/cosmos.feegrant.v1beta1.MsgRevokeAllowance',
  },
  {
    name: 'let another act',
    message: ({ me, other }) =>
      withAmino(
        new MsgGrant({ granter: me, grantee: other, authorization: { msg: STAKE_TYPE }, expiration: END }),
        grantInAmino({ me, other }),
      ),
    heading: 'Let another account act for you',
    sentence: ({ other }) => `Let ${short(other)} stake in your name, until 2035-01-01 00:00 UTC`,
    says: ({ other }) => [
      STAKE_TYPE,
      'can do this with your coins without asking you again',
      `There is no limit to what ${short(other)} may take.`,
    ],
    raw: '/cosmos.authz.v1beta1.GenericAuthorization',
  },
  {
    name: 'take back a permission',
    message: ({ me, other }) => new MsgRevoke({ granter: me, grantee: other, msg: STAKE_TYPE }),
    heading: 'Take back a permission',
    sentence: ({ other }) => `${short(other)} may no longer stake in your name`,
    says: () => [STAKE_TYPE],
    raw: '/cosmos.authz.v1beta1.MsgRevoke',
  },
  {
    name: 'act for another account',
    message: ({ me, other }) =>
      new MsgExec({
        grantee: me,
        msgs: [new MsgSend({ from_address: other, to_address: me, amount: [uscrt(1_000_000)] })],
      }),
    heading: 'Act for another account',
    sentence: ({ me, other }) => `In the name of ${short(other)}: Send 1 SCRT to ${short(me)}`,
    says: ({ me }) => [`Send 1 SCRT to ${short(me)}`, 'This acts with what belongs to another account.'],
    raw: '/cosmos.authz.v1beta1.MsgExec',
  },
  {
    name: 'wrap own messages',
    message: ({ me, other }) =>
      new MsgExec({
        grantee: me,
        msgs: [new MsgSend({ from_address: me, to_address: other, amount: [uscrt(1_000_000)] })],
      }),
    heading: 'Act for your own account',
    sentence: ({ other }) => `Run one message yourself: Send 1 SCRT to ${short(other)}`,
    says: () => ['An honest site has no reason to wrap them.', 'Leaves your account'],
    raw: '/cosmos.authz.v1beta1.MsgExec',
  },
  {
    name: 'upload code',
    message: ({ me }) =>
      new MsgStoreCode({
        sender: me,
        wasm_byte_code: buildTestContracts()['probe-v1'],
        source: 'https://source.example/probe',
        builder: '',
      }),
    heading: 'Upload contract code',
    sentence: () => `Upload ${buildTestContracts()['probe-v1'].length} bytes of contract code`,
    says: () => ['https://source.example/probe'],
    raw: '/secret.compute.v1beta1.MsgStoreCode',
    gas: 5_000_000,
    amino: false,
  },
  {
    name: 'create a contract',
    message: ({ me, upgradable }) =>
      new MsgInstantiateContract({
        sender: me,
        code_id: 7,
        code_hash: upgradable.codeHash,
        label: 'A contract of my own',
        init_msg: {},
        init_funds: [],
        admin: me,
      }),
    heading: 'Create a contract',
    sentence: () => 'Create a contract from code 7, labelled “A contract of my own”',
    says: () => ['You can replace the code of the new contract.'],
    raw: '/secret.compute.v1beta1.MsgInstantiateContract',
  },
  {
    name: 'replace the code of a contract',
    message: ({ me, upgradable, nextCode }) =>
      new MsgMigrateContract({
        sender: me,
        contract_address: upgradable.address,
        code_id: nextCode.codeId,
        code_hash: nextCode.codeHash,
        msg: {},
      }),
    heading: 'Replace a contract’s code',
    sentence: ({ upgradable, nextCode }) =>
      `Replace the code of ${short(upgradable.address)} with code ${nextCode.codeId}`,
    says: () => ['The new code decides over everything that the contract holds.'],
    raw: '/secret.compute.v1beta1.MsgMigrateContract',
  },
  {
    name: 'change the owner of a contract',
    message: ({ me, other, upgradable }) =>
      new MsgUpdateAdmin({ sender: me, contract_address: upgradable.address, new_admin: other }),
    heading: 'Change a contract’s owner',
    sentence: ({ other, upgradable }) =>
      `Let ${short(other)} replace the code of the contract ${short(upgradable.address)}`,
    says: () => ['You will no longer be able to change this contract.'],
    raw: '/secret.compute.v1beta1.MsgUpdateAdmin',
  },
])

function grantInAmino({ me, other }: Pick<Scene, 'me' | 'other'>) {
  return {
    type: 'cosmos-sdk/MsgGrant',
    value: {
      granter: me,
      grantee: other,
      grant: {
        authorization: { type: 'cosmos-sdk/GenericAuthorization', value: { msg: STAKE_TYPE } },
        expiration: END_TEXT,
      },
    },
  }
}
