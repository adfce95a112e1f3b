import { authzModule } from '../modules/authz/authz-module'
import { bankModule } from '../modules/bank/bank-module'
import type { Compute } from '../modules/compute/compute'
import { computeModule } from '../modules/compute/compute-module'
import { emergencyButtonModule } from '../modules/emergencybutton/emergency-button-module'
import { feegrantModule } from '../modules/feegrant/feegrant-module'
import { createGovModule } from '../modules/gov/gov-module'
import { NO_STAKE, type VotingPower } from '../modules/gov/voting-power'
import { ibcModule } from '../modules/ibc/ibc-module'
import { upgradeModule } from '../modules/upgrade/upgrade-module'
import { vestingModule } from '../modules/vesting/vesting-module'
import type { ChainModule } from './chain-module'

/** Where the weight of votes comes from. */
export const VOTING_POWER: VotingPower = NO_STAKE

/** The modules of the chain, in the order in which they begin and end a block. */
export function createModules(compute: Compute): readonly ChainModule[] {
  return [
    upgradeModule,
    vestingModule,
    bankModule,
    authzModule,
    feegrantModule,
    createGovModule(VOTING_POWER),
    emergencyButtonModule,
    ibcModule((...call) => compute.executeHook(...call)),
    computeModule(compute),
  ]
}
