import { safeText } from './safe-text'

/** What each type of message does, for the types that permissions are usually given for. Protocol 3.4. */
const DOES: ReadonlyMap<string, string> = new Map([
  ['/cosmos.bank.v1beta1.MsgSend', 'send coins'],
  ['/cosmos.bank.v1beta1.MsgMultiSend', 'send coins to several'],
  ['/cosmos.staking.v1beta1.MsgDelegate', 'stake'],
  ['/cosmos.staking.v1beta1.MsgUndelegate', 'unstake'],
  ['/cosmos.staking.v1beta1.MsgBeginRedelegate', 'move stake'],
  ['/cosmos.staking.v1beta1.MsgCancelUnbondingDelegation', 'stake again'],
  ['/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward', 'collect staking rewards'],
  ['/cosmos.distribution.v1beta1.MsgSetWithdrawAddress', 'send staking rewards elsewhere'],
  ['/cosmos.distribution.v1beta1.MsgSetAutoRestake', 'restake rewards'],
  ['/cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission', 'collect the commission of a validator'],
  ['/cosmos.distribution.v1beta1.MsgFundCommunityPool', 'give coins to the community pool'],
  ['/cosmos.gov.v1.MsgVote', 'vote'],
  ['/cosmos.gov.v1beta1.MsgVote', 'vote'],
  ['/cosmos.gov.v1.MsgDeposit', 'deposit for proposals'],
  ['/cosmos.gov.v1beta1.MsgDeposit', 'deposit for proposals'],
  ['/ibc.applications.transfer.v1.MsgTransfer', 'send coins to other chains'],
  ['/secret.compute.v1beta1.MsgExecuteContract', 'use contracts'],
  ['/secret.compute.v1beta1.MsgInstantiateContract', 'create contracts'],
])

/** What a permission for messages of this type lets somebody do. The type itself belongs beside it. */
export function permittedWords(typeUrl: string): string {
  return DOES.get(typeUrl) ?? `send any message of the type ${safeText(typeUrl)}`
}

/** A type as a list names it. */
export function permittedFact(typeUrl: string): string {
  const does = DOES.get(typeUrl)
  return does === undefined ? typeUrl : `${does} (${typeUrl})`
}
