import {
  type Msg,
  MsgCancelProposal,
  MsgClearAdmin,
  MsgCreateValidator,
  MsgEditValidator,
  MsgMigrateContract,
  MsgSetContractGovernance,
  MsgUnjail,
  MsgUpdateAdmin,
  MsgWithdrawValidatorCommission,
} from 'secretjs'
import type { Scene } from './messages.fake'

const DESCRIPTION = { moniker: 'm', identity: '', website: '', security_contact: '', details: '' }

/** What only an owner does: of a contract, of a validator, of a proposal. */
export const OWNER_MESSAGES: Readonly<Record<string, (scene: Scene) => Msg>> = {
  'replace the code': ({ me, probe, nextCode }) =>
    new MsgMigrateContract({
      sender: me,
      contract_address: probe,
      code_id: nextCode.codeId,
      code_hash: nextCode.codeHash,
      msg: {},
    }),
  'name an owner': ({ me, other, probe }) =>
    new MsgUpdateAdmin({ sender: me, contract_address: probe, new_admin: other }),
  'give the code to votes': ({ me, secondProbe }) =>
    new MsgSetContractGovernance({ sender: me, contract_address: secondProbe }),
  'give up an ownership': ({ me, thirdProbe }) =>
    new MsgClearAdmin({ sender: me, contract_address: thirdProbe }),
  'make a validator': ({ me, consensusKey }) =>
    new MsgCreateValidator({
      description: DESCRIPTION,
      commission: { rate: 0.1, max_rate: 0.2, max_change_rate: 0.01 },
      min_self_delegation: '1',
      delegator_address: me,
      pubkey: consensusKey,
      initial_delegation: { denom: 'uscrt', amount: '1000000' },
    }),
  'change a validator': ({ ownValidator }) =>
    new MsgEditValidator({ validator_address: ownValidator, description: { ...DESCRIPTION, moniker: 'n' } }),
  'collect a commission': ({ ownValidator }) =>
    new MsgWithdrawValidatorCommission({ validator_address: ownValidator }),
  unjail: ({ ownValidator }) => new MsgUnjail({ validator_addr: ownValidator }),
  'take a proposal back': ({ me, ownProposal }) =>
    new MsgCancelProposal({ proposal_id: ownProposal, proposer: me }),
}
