import * as auth from './auth-queries'
import * as authz from './authz-queries'
import * as bank from './bank-queries'
import * as compute from './compute-queries'
import * as feegrant from './feegrant-queries'
import * as legacyGov from './gov-legacy-queries'
import * as gov from './gov-queries'
import type { LcdHandler } from './lcd-request'
import * as node from './node-queries'
import * as params from './params-queries'
import * as registration from './registration-queries'
import * as tx from './tx-queries'
import * as upgrade from './upgrade-queries'

export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly handler: LcdHandler
}

/** Every path the node answers, in the order of Protocol 4; the rest is `Not Implemented`. */
export const ROUTES: readonly Route[] = [
  // 1.6 keys
  get('/registration/v1beta1/tx-key', registration.txKey),
  get('/registration/v1beta1/registration-key', registration.registrationKey),

  // 4.1 node and chain
  get('/cosmos/base/tendermint/v1beta1/node_info', node.nodeInfo),
  get('/cosmos/base/tendermint/v1beta1/blocks/latest', node.latestBlock),
  get('/cosmos/base/tendermint/v1beta1/blocks/:height', node.blockAt),
  get('/cosmos/base/tendermint/v1beta1/syncing', node.syncing),
  get('/cosmos/base/node/v1beta1/config', node.nodeConfig),
  get('/cosmos/base/node/v1beta1/status', node.nodeStatus),
  get('/cosmos/upgrade/v1beta1/current_plan', upgrade.upgradePlan),
  get('/cosmos/upgrade/v1beta1/applied_plan/:name', upgrade.appliedPlan),
  get('/cosmos/upgrade/v1beta1/module_versions', upgrade.moduleVersions),
  get('/cosmos/upgrade/v1beta1/authority', upgrade.upgradeAuthority),
  get('/cosmos/upgrade/v1beta1/upgraded_consensus_state/:height', upgrade.upgradedConsensusState),
  get('/cosmos/params/v1beta1/params', params.parameter),
  get('/cosmos/params/v1beta1/subspaces', params.subspaces),
  get('/cosmos/consensus/v1/params', params.consensusParams),
  get('/cosmos/circuit/v1/accounts', params.circuitAccounts),
  get('/cosmos/circuit/v1/disable_list', params.disabledMessages),
  get('/secret/cron/params', params.cronParams),
  get('/secret/cron/schedule', params.cronSchedules),
  get('/secret/cron/schedule/:name', params.cronSchedule),

  // 4.2 accounts and bank
  get('/cosmos/auth/v1beta1/accounts/:address', auth.account),
  get('/cosmos/auth/v1beta1/account_info/:address', auth.accountInfo),
  get('/cosmos/auth/v1beta1/params', auth.authParams),
  get('/cosmos/bank/v1beta1/balances/:address', bank.balances),
  get('/cosmos/bank/v1beta1/balances/:address/by_denom', bank.balance),
  get('/cosmos/bank/v1beta1/spendable_balances/:address', bank.balances),
  get('/cosmos/bank/v1beta1/spendable_balances/:address/by_denom', bank.balance),
  get('/cosmos/bank/v1beta1/supply', bank.supply),
  get('/cosmos/bank/v1beta1/supply/by_denom', bank.supplyOf),
  get('/cosmos/bank/v1beta1/denoms_metadata', bank.denomsMetadata),
  get('/cosmos/bank/v1beta1/denoms_metadata/:denom', bank.denomMetadata),
  get('/cosmos/bank/v1beta1/params', bank.bankParams),
  get('/cosmos/bank/v1beta1/send_enabled', bank.sendEnabled),

  // 4.4 gov
  get('/cosmos/gov/v1/constitution', gov.constitution),
  get('/cosmos/gov/v1/proposals', gov.proposals),
  get('/cosmos/gov/v1/proposals/:proposalId', gov.proposal),
  get('/cosmos/gov/v1/proposals/:proposalId/tally', gov.tallyResult),
  get('/cosmos/gov/v1/proposals/:proposalId/votes', gov.votes),
  get('/cosmos/gov/v1/proposals/:proposalId/votes/:voter', gov.vote),
  get('/cosmos/gov/v1/proposals/:proposalId/deposits', gov.deposits),
  get('/cosmos/gov/v1/proposals/:proposalId/deposits/:depositor', gov.deposit),
  get('/cosmos/gov/v1/params/:type', gov.govParams),
  get('/cosmos/gov/v1beta1/proposals', legacyGov.proposals),
  get('/cosmos/gov/v1beta1/proposals/:proposalId', legacyGov.proposal),
  get('/cosmos/gov/v1beta1/proposals/:proposalId/tally', legacyGov.tallyResult),
  get('/cosmos/gov/v1beta1/proposals/:proposalId/votes', legacyGov.votes),
  get('/cosmos/gov/v1beta1/proposals/:proposalId/votes/:voter', legacyGov.vote),
  get('/cosmos/gov/v1beta1/proposals/:proposalId/deposits', gov.deposits),
  get('/cosmos/gov/v1beta1/proposals/:proposalId/deposits/:depositor', gov.deposit),
  get('/cosmos/gov/v1beta1/params/:type', legacyGov.govParams),

  // 4.5 transactions
  post('/cosmos/tx/v1beta1/txs', tx.broadcast),
  get('/cosmos/tx/v1beta1/txs', tx.searchTxs),
  get('/cosmos/tx/v1beta1/txs/:hash', tx.getTx),
  post('/cosmos/tx/v1beta1/simulate', tx.simulate),

  // 4.6 compute
  get('/compute/v1beta1/query/:address', compute.queryContract),
  get('/compute/v1beta1/code_hash/by_contract_address/:address', compute.codeHashByAddress),
  get('/compute/v1beta1/code_hash/by_code_id/:codeId', compute.codeHashById),
  get('/compute/v1beta1/info/:address', compute.contractInfo),
  get('/compute/v1beta1/contracts/:codeId', compute.contractsByCode),
  get('/compute/v1beta1/code/:codeId', compute.code),
  get('/compute/v1beta1/codes', compute.codes),
  get('/compute/v1beta1/label/:address', compute.labelByAddress),
  get('/compute/v1beta1/contract_address/:label', compute.addressByLabel),
  get('/compute/v1beta1/contract_history/:address', compute.contractHistory),
  get('/compute/v1beta1/params', compute.computeParams),
  get('/compute/v1beta1/authorized_migration/:address', compute.nothingAuthorized),
  get('/compute/v1beta1/authorized_admin_update/:address', compute.nothingAuthorized),

  // 4.7 feegrant, authz
  get('/cosmos/feegrant/v1beta1/allowance/:granter/:grantee', feegrant.allowance),
  get('/cosmos/feegrant/v1beta1/allowances/:grantee', feegrant.allowances),
  get('/cosmos/feegrant/v1beta1/issued/:granter', feegrant.issuedAllowances),
  get('/cosmos/authz/v1beta1/grants', authz.grants),
  get('/cosmos/authz/v1beta1/grants/granter/:granter', authz.granterGrants),
  get('/cosmos/authz/v1beta1/grants/grantee/:grantee', authz.granteeGrants),
]

function get(path: string, handler: LcdHandler): Route {
  return { method: 'GET', path, handler }
}

function post(path: string, handler: LcdHandler): Route {
  return { method: 'POST', path, handler }
}
