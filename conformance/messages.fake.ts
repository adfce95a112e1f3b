import { createHash } from 'node:crypto'
import { bech32 } from '@scure/base'
import {
  type Msg,
  MsgBeginRedelegate,
  MsgCancelUnbondingDelegation,
  MsgCreatePeriodicVestingAccount,
  MsgCreateVestingAccount,
  MsgDelegate,
  MsgDeposit,
  MsgExec,
  MsgExecuteContract,
  MsgFundCommunityPool,
  MsgGrant,
  MsgGrantAllowance,
  MsgGrantAuthorization,
  MsgInstantiateContract,
  MsgMultiSend,
  MsgRevoke,
  MsgRevokeAllowance,
  MsgSend,
  MsgSetAutoRestake,
  MsgSetWithdrawAddress,
  MsgStoreCode,
  MsgSubmitProposal,
  MsgTransfer,
  MsgUndelegate,
  MsgVote,
  MsgVoteWeighted,
  MsgWithdrawDelegatorReward,
  VoteOption,
} from 'secretjs'

/** What the messages speak of: who sends, somebody else, and what there is on the network. */
export interface Scene {
  readonly me: string
  readonly other: string
  readonly validator: string
  readonly secondValidator: string
  readonly token: { readonly address: string; readonly codeHash: string; readonly codeId: number }
  readonly wasm: Uint8Array
  readonly label: string
  /** Contracts that this account owns, and other code for one of them. */
  readonly probe: string
  readonly secondProbe: string
  readonly thirdProbe: string
  readonly nextCode: { readonly codeId: number; readonly codeHash: string }
  /** What the account's own validator is called and signs with, base64 of 32 bytes. */
  readonly ownValidator: string
  readonly consensusKey: string
  /** When this account's newest unbonding began. */
  readonly unbondingHeight: string
  /** The newest proposal of this account; 0 where there is none. */
  readonly ownProposal: string
}

const uscrt = (amount: number) => ({ denom: 'uscrt', amount: String(amount) })
const NEXT_YEAR = Math.floor(Date.now() / 1000) + 31_536_000
const OSMO = bech32.encode('osmo', bech32.toWords(new Uint8Array(20)))
/** An account that nobody has, another one for each label. */
const nobody = (label: string): string => {
  const bytes = createHash('sha256').update(label).digest().subarray(0, 20)
  return bech32.encode('secret', bech32.toWords(bytes))
}

/** The messages of the devnet that secretjs can build, in an order in which the later ones find what the earlier ones did. */
export const MESSAGES: Readonly<Record<string, (scene: Scene) => Msg>> = {
  send: ({ me, other }) => new MsgSend({ from_address: me, to_address: other, amount: [uscrt(5)] }),
  'send to several': ({ me, other }) =>
    new MsgMultiSend({
      inputs: [{ address: me, coins: [uscrt(3)] }],
      outputs: [{ address: other, coins: [uscrt(3)] }],
    }),
  delegate: ({ me, validator }) =>
    new MsgDelegate({ delegator_address: me, validator_address: validator, amount: uscrt(90_000_000) }),
  undelegate: ({ me, validator }) =>
    new MsgUndelegate({ delegator_address: me, validator_address: validator, amount: uscrt(1_000_000) }),
  redelegate: ({ me, validator, secondValidator }) =>
    new MsgBeginRedelegate({
      delegator_address: me,
      validator_src_address: validator,
      validator_dst_address: secondValidator,
      amount: uscrt(1_000_000),
    }),
  'think better of it': ({ me, validator, unbondingHeight }) =>
    new MsgCancelUnbondingDelegation({
      delegator_address: me,
      validator_address: validator,
      amount: uscrt(1),
      creation_height: unbondingHeight,
    }),
  'restake by itself': ({ me, validator }) =>
    new MsgSetAutoRestake({ delegator_address: me, validator_address: validator, enabled: true }),
  'restake no more': ({ me, validator }) =>
    new MsgSetAutoRestake({ delegator_address: me, validator_address: validator, enabled: false }),
  'collect rewards': ({ me, validator }) =>
    new MsgWithdrawDelegatorReward({ delegator_address: me, validator_address: validator }),
  'collect elsewhere': ({ me, other }) =>
    new MsgSetWithdrawAddress({ delegator_address: me, withdraw_address: other }),
  'give to the community': ({ me }) => new MsgFundCommunityPool({ depositor: me, amount: [uscrt(7)] }),
  propose: ({ me }) =>
    new MsgSubmitProposal({
      messages: [],
      initial_deposit: [uscrt(1_000_000_000)],
      proposer: me,
      metadata: 'ipfs://x',
      title: 'T',
      summary: 'S',
      expedited: false,
    }),
  'deposit on a proposal': ({ me, ownProposal }) =>
    new MsgDeposit({ depositor: me, proposal_id: ownProposal, amount: [uscrt(10_000_000)] }),
  vote: ({ me, ownProposal }) =>
    new MsgVote({ voter: me, proposal_id: ownProposal, option: VoteOption.VOTE_OPTION_YES, metadata: '' }),
  'vote in parts': ({ me, ownProposal }) =>
    new MsgVoteWeighted({
      voter: me,
      proposal_id: ownProposal,
      metadata: '',
      options: [
        { option: VoteOption.VOTE_OPTION_YES, weight: '0.7' },
        { option: VoteOption.VOTE_OPTION_NO, weight: '0.3' },
      ],
    }),
  'pay the fees of another': ({ me, other }) =>
    new MsgGrantAllowance({
      granter: me,
      grantee: other,
      allowance: { allowance: { spend_limit: [uscrt(1_000)] }, allowed_messages: ['/cosmos.gov.v1.MsgVote'] },
    } as never),
  'pay them no more': ({ me, other }) => new MsgRevokeAllowance({ granter: me, grantee: other }),
  'let another send': ({ me, other }) =>
    new MsgGrant({
      granter: me,
      grantee: other,
      authorization: { msg: MsgGrantAuthorization.MsgSend },
      expiration: NEXT_YEAR,
    }),
  'let another send so much': ({ me, other }) =>
    new MsgGrant({
      granter: me,
      grantee: other,
      authorization: { spend_limit: [uscrt(100)], allow_list: [] },
      expiration: NEXT_YEAR,
    }),
  'act for another': ({ me, other }) =>
    new MsgExec({
      grantee: me,
      msgs: [new MsgSend({ from_address: other, to_address: me, amount: [uscrt(1)] })],
    }),
  'let another send no more': ({ me, other }) =>
    new MsgRevoke({ granter: me, grantee: other, msg: MsgGrantAuthorization.MsgSend }),
  'send to another chain': ({ me }) =>
    new MsgTransfer({
      source_port: 'transfer',
      source_channel: 'channel-1',
      token: uscrt(10),
      sender: me,
      receiver: OSMO,
      timeout_timestamp: String(NEXT_YEAR),
      memo: '{"note":"<hello> & goodbye"}',
    }),
  'make a vesting account': ({ me, label }) =>
    new MsgCreateVestingAccount({
      from_address: me,
      to_address: nobody(label),
      amount: [uscrt(1)],
      end_time: String(NEXT_YEAR),
      delayed: false,
    }),
  'make an account that vests by periods': ({ me, label }) =>
    new MsgCreatePeriodicVestingAccount({
      from_address: me,
      to_address: nobody(label),
      start_time: String(NEXT_YEAR),
      vesting_periods: [{ length: '10', amount: [uscrt(1)] }],
    } as never),
  'store code': ({ me, wasm }) =>
    new MsgStoreCode({ sender: me, wasm_byte_code: wasm, source: '', builder: '' }),
  'create a contract': ({ me, token, label }) =>
    new MsgInstantiateContract({
      sender: me,
      code_id: token.codeId,
      code_hash: token.codeHash,
      label,
      init_msg: { name: 'Mine', symbol: 'MINE', decimals: 6, prng_seed: 'cHJuZw==' },
      init_funds: [],
      admin: me,
    }),
  'wrap coins': ({ me, token }) =>
    new MsgExecuteContract({
      sender: me,
      contract_address: token.address,
      code_hash: token.codeHash,
      msg: { deposit: {} },
      sent_funds: [uscrt(10_000)],
    }),
  'send in private': ({ me, other, token }) =>
    new MsgExecuteContract({
      sender: me,
      contract_address: token.address,
      code_hash: token.codeHash,
      msg: { transfer: { recipient: other, amount: '10' } },
      sent_funds: [],
    }),
  'ask a contract for what it cannot do': ({ me, token }) =>
    new MsgExecuteContract({
      sender: me,
      contract_address: token.address,
      code_hash: token.codeHash,
      msg: { transfer: { recipient: 'nobody', amount: '10' } },
      sent_funds: [],
    }),
}
