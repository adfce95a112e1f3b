import { authzModule } from '../modules/authz/authz-module'
import { bankModule } from '../modules/bank/bank-module'
import type { Compute } from '../modules/compute/compute'
import { computeModule } from '../modules/compute/compute-module'
import { distributionModule } from '../modules/distribution/distribution-module'
import { emergencyButtonModule } from '../modules/emergencybutton/emergency-button-module'
import { feegrantModule } from '../modules/feegrant/feegrant-module'
import { createGovModule } from '../modules/gov/gov-module'
import type { VotingPower } from '../modules/gov/voting-power'
import { ibcModule } from '../modules/ibc/ibc-module'
import { readValidatorAddress } from '../modules/message-address'
import { mintModule } from '../modules/mint/mint-module'
import { slashingModule } from '../modules/slashing/slashing-module'
import { delegationsOf } from '../modules/staking/delegations'
import { stakingModule } from '../modules/staking/staking-module'
import { bondedValidators, totalBonded } from '../modules/staking/validator-set'
import { upgradeModule } from '../modules/upgrade/upgrade-module'
import { vestingModule } from '../modules/vesting/vesting-module'
import type { ChainModule } from './chain-module'

/** Where the weight of votes comes from. */
export const VOTING_POWER: VotingPower = {
  bondedValidators: (store) =>
    bondedValidators(store).map(({ operator, tokens, shares }) => ({
      operator: readValidatorAddress(operator),
      tokens,
      shares,
    })),
  delegationsOf: (store, voter) =>
    delegationsOf(store, voter).map(({ operator, shares }) => ({
      operator: readValidatorAddress(operator),
      shares,
    })),
  totalBonded,
}

/** The modules of the chain, in the order in which they begin and end a block. */
export function createModules(compute: Compute): readonly ChainModule[] {
  return [
    upgradeModule,
    vestingModule,
    bankModule,
    authzModule,
    feegrantModule,
    createGovModule(VOTING_POWER),
    mintModule,
    distributionModule,
    stakingModule,
    slashingModule,
    emergencyButtonModule,
    ibcModule({
      execute: (...call) => compute.executeHook(...call),
      sudo: (...call) => compute.sudoHook(...call),
    }),
    computeModule(compute),
  ]
}
