import * as amino from './amino-tx'
import * as auth from './auth-queries'
import * as authz from './authz-queries'
import * as bank from './bank-queries'
import * as compute from './compute-queries'
import * as distribution from './distribution-queries'
import * as emergency from './emergency-button-queries'
import * as feegrant from './feegrant-queries'
import * as legacyGov from './gov-legacy-queries'
import * as gov from './gov-queries'
import * as channel from './ibc-channel-queries'
import * as client from './ibc-client-queries'
import * as transfer from './ibc-transfer-queries'
import type { LcdHandler } from './lcd-request'
import * as mint from './mint-queries'
import * as node from './node-queries'
import * as params from './params-queries'
import * as registration from './registration-queries'
import * as replay from './replay-queries'
import * as slashing from './slashing-queries'
import * as staking from './staking-queries'
import * as tx from './tx-queries'
import * as upgrade from './upgrade-queries'
import * as validatorSet from './validator-set-queries'

export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly handler: LcdHandler
}

const CHANNEL = '/ibc/core/channel/v1/channels/:channel/ports/:port'

/** Every path the node answers, in the order of Protocol 4; the rest is `Not Implemented`. */
export const ROUTES: readonly Route[] = [
  // 1.6 keys
  get('/registration/v1beta1/tx-key', registration.txKey),
  get('/registration/v1beta1/registration-key', registration.registrationKey),
  get('/registration/v1beta1/encrypted-seed/:publicKey', replay.registeredSeed),

  // 4.1 node and chain
  get('/cosmos/base/tendermint/v1beta1/node_info', node.nodeInfo),
  get('/cosmos/base/tendermint/v1beta1/blocks/latest', node.latestBlock),
  get('/cosmos/base/tendermint/v1beta1/blocks/:height', node.blockAt),
  get('/cosmos/base/tendermint/v1beta1/syncing', node.syncing),
  get('/cosmos/base/tendermint/v1beta1/validatorsets/latest', validatorSet.latestValidatorSet),
  get('/cosmos/base/tendermint/v1beta1/validatorsets/:height', validatorSet.validatorSetAt),
  get('/cosmos/base/node/v1beta1/config', node.nodeConfig),
  get('/cosmos/base/node/v1beta1/status', node.nodeStatus),
  get('/emergencybutton/v1beta1/params', emergency.emergencyButtonParams),
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
  get('/cosmos/auth/v1beta1/accounts', auth.accounts),
  get('/cosmos/auth/v1beta1/accounts/:address', auth.account),
  get('/cosmos/auth/v1beta1/account_info/:address', auth.accountInfo),
  get('/cosmos/auth/v1beta1/address_by_id/:id', auth.addressById),
  get('/cosmos/auth/v1beta1/params', auth.authParams),
  get('/cosmos/auth/v1beta1/module_accounts', auth.moduleAccounts),
  get('/cosmos/auth/v1beta1/module_accounts/:name', auth.moduleAccount),
  get('/cosmos/auth/v1beta1/bech32', auth.bech32Prefix),
  get('/cosmos/auth/v1beta1/bech32/:bytes', auth.addressFromPath),
  get('/cosmos/bank/v1beta1/balances/:address', bank.balances),
  get('/cosmos/bank/v1beta1/balances/:address/by_denom', bank.balance),
  get('/cosmos/bank/v1beta1/spendable_balances/:address', bank.spendableBalances),
  get('/cosmos/bank/v1beta1/spendable_balances/:address/by_denom', bank.spendableBalance),
  get('/cosmos/bank/v1beta1/supply', bank.supply),
  get('/cosmos/bank/v1beta1/supply/by_denom', bank.supplyOf),
  get('/cosmos/bank/v1beta1/denoms_metadata', bank.denomsMetadata),
  get('/cosmos/bank/v1beta1/denoms_metadata/*', bank.denomMetadata),
  get('/cosmos/bank/v1beta1/denoms_metadata_by_query_string', bank.denomMetadataByQuery),
  get('/cosmos/bank/v1beta1/denom_owners/*', bank.denomOwners),
  get('/cosmos/bank/v1beta1/denom_owners_by_query', bank.denomOwnersByQuery),
  get('/cosmos/bank/v1beta1/params', bank.bankParams),
  get('/cosmos/bank/v1beta1/send_enabled', bank.sendEnabled),

  // 4.3 staking, distribution, mint, slashing
  get('/cosmos/staking/v1beta1/validators', staking.validators),
  get('/cosmos/staking/v1beta1/validators/:validator', staking.validator),
  get('/cosmos/staking/v1beta1/validators/:validator/delegations', staking.validatorDelegations),
  get('/cosmos/staking/v1beta1/validators/:validator/unbonding_delegations', staking.validatorUnbondings),
  get('/cosmos/staking/v1beta1/validators/:validator/delegations/:delegator', staking.delegation),
  get(
    '/cosmos/staking/v1beta1/validators/:validator/delegations/:delegator/unbonding_delegation',
    staking.unbonding,
  ),
  get('/cosmos/staking/v1beta1/delegations/:address', staking.delegatorDelegations),
  get('/cosmos/staking/v1beta1/delegators/:address/unbonding_delegations', staking.delegatorUnbondings),
  get('/cosmos/staking/v1beta1/delegators/:address/redelegations', staking.delegatorRedelegations),
  get('/cosmos/staking/v1beta1/delegators/:address/validators', staking.delegatorValidators),
  get('/cosmos/staking/v1beta1/delegators/:address/validators/:validator', staking.validator),
  get('/cosmos/staking/v1beta1/historical_info/:height', staking.historicalInfo),
  get('/cosmos/staking/v1beta1/pool', staking.pool),
  get('/cosmos/staking/v1beta1/params', staking.params),
  get('/cosmos/distribution/v1beta1/delegators/:address/rewards', distribution.delegatorRewards),
  get('/cosmos/distribution/v1beta1/delegators/:address/rewards/:validator', distribution.rewardsWith),
  get('/cosmos/distribution/v1beta1/delegators/:address/validators', distribution.delegatorValidators),
  get('/cosmos/distribution/v1beta1/delegators/:address/withdraw_address', distribution.withdrawAddress),
  get('/cosmos/distribution/v1beta1/validators/:validator', distribution.validatorInfo),
  get('/cosmos/distribution/v1beta1/validators/:validator/commission', distribution.commission),
  get(
    '/cosmos/distribution/v1beta1/validators/:validator/outstanding_rewards',
    distribution.outstandingRewards,
  ),
  get('/cosmos/distribution/v1beta1/validators/:validator/slashes', distribution.slashes),
  get('/cosmos/distribution/v1beta1/community_pool', distribution.communityPool),
  get('/cosmos/distribution/v1beta1/params', distribution.params),
  get('/cosmos/distribution/v1beta1/restake_threshold', distribution.restakeThreshold),
  get('/cosmos/distribution/v1beta1/restake_entries', distribution.restakeEntries),
  get('/cosmos/distribution/v1beta1/foundation_tax', distribution.foundationTax),
  get('/cosmos/mint/v1beta1/inflation', mint.inflation),
  get('/cosmos/mint/v1beta1/annual_provisions', mint.provisions),
  get('/cosmos/mint/v1beta1/params', mint.params),
  get('/cosmos/slashing/v1beta1/signing_infos', slashing.signingInfos),
  get('/cosmos/slashing/v1beta1/signing_infos/:address', slashing.signingInfo),
  get('/cosmos/slashing/v1beta1/params', slashing.params),

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
  get('/cosmos/tx/v1beta1/txs/block/:height', tx.blockTxs),
  post('/cosmos/tx/v1beta1/simulate', tx.simulate),
  post('/cosmos/tx/v1beta1/decode', tx.decodeTx),
  post('/cosmos/tx/v1beta1/encode', tx.encodeTx),
  post('/cosmos/tx/v1beta1/decode/amino', amino.decodeAmino),
  post('/cosmos/tx/v1beta1/encode/amino', amino.encodeAmino),

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
  get('/compute/v1beta1/network_pubkey/:height/:epoch', compute.networkKeys),
  get('/compute/v1beta1/authorized_migration/:address', compute.pendingMigration),
  get('/compute/v1beta1/authorized_admin_update/:address', compute.pendingAdmin),
  get('/compute/v1beta1/ecall/:height', replay.ecallRecord),
  get('/compute/v1beta1/ecalls', replay.ecallRecords),
  get('/compute/v1beta1/encrypted_seed/:cert_hash', replay.encryptedSeed),
  get('/compute/v1beta1/block_traces/:height', replay.blockTraces),
  get('/compute/v1beta1/machine_id_proof/:height/:machine_id', replay.machineIdProof),
  get('/compute/v1beta1/analyze_code', replay.codeReport),
  get('/compute/v1beta1/block_create_results/:height', replay.blockCreateResults),

  // 4.7 IBC
  get('/ibc/apps/transfer/v1/denom_traces', transfer.denomTraces),
  get('/ibc/apps/transfer/v1/denom_traces/*', transfer.denomTrace),
  get('/ibc/apps/transfer/v1/denom_hashes/*', transfer.denomHash),
  get('/ibc/apps/transfer/v1/channels/:channel/ports/:port/escrow_address', transfer.escrowAddressOf),
  get('/ibc/apps/transfer/v1/denoms/*', transfer.totalEscrowOf),
  get('/ibc/apps/transfer/v1/params', transfer.transferParams),
  get('/ibc/core/channel/v1/channels', channel.channels),
  get(CHANNEL, channel.channel),
  get(`${CHANNEL}/client_state`, channel.channelClientState),
  get(`${CHANNEL}/packet_commitments`, channel.packetCommitments),
  get(`${CHANNEL}/packet_commitments/:sequence`, channel.packetCommitment),
  get(`${CHANNEL}/packet_commitments/:sequence/unreceived_packets`, channel.unreceivedPackets),
  get(`${CHANNEL}/packet_commitments/:sequence/unreceived_acks`, channel.unreceivedAcks),
  get(`${CHANNEL}/packet_receipts/:sequence`, channel.packetReceipt),
  get(`${CHANNEL}/packet_acks/:sequence`, channel.packetAcknowledgement),
  get(`${CHANNEL}/packet_acknowledgements`, channel.packetAcknowledgements),
  get(`${CHANNEL}/next_sequence`, channel.nextSequenceReceive),
  get(`${CHANNEL}/next_sequence_send`, channel.nextSequenceSend),
  get('/ibc/core/channel/v1/connections/:connection/channels', channel.connectionChannels),
  get('/ibc/core/channel/v1/params', channel.channelParams),
  get('/ibc/core/connection/v1/connections', client.connections),
  get('/ibc/core/connection/v1/connections/:connection', client.connection),
  get('/ibc/core/connection/v1/connections/:connection/client_state', client.connectionClientState),
  get('/ibc/core/connection/v1/client_connections/:client', client.clientConnections),
  get('/ibc/core/client/v1/client_states', client.clientStates),
  get('/ibc/core/client/v1/client_states/:client', client.clientState),
  get('/ibc/core/client/v1/client_status/:client', client.clientStatus),
  get('/ibc/core/client/v1/params', client.clientParams),

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
