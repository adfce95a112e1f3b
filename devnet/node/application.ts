import { authzModule } from '../modules/authz/authz-module'
import { bankModule } from '../modules/bank/bank-module'
import type { Compute } from '../modules/compute/compute'
import { computeModule } from '../modules/compute/compute-module'
import { emergencyButtonModule } from '../modules/emergencybutton/emergency-button-module'
import { feegrantModule } from '../modules/feegrant/feegrant-module'
import { ibcModule } from '../modules/ibc/ibc-module'
import { vestingModule } from '../modules/vesting/vesting-module'
import type { ChainModule } from './chain-module'

/** The modules of the chain, in the order in which they begin and end a block. */
export function createModules(compute: Compute): readonly ChainModule[] {
  return [
    vestingModule,
    bankModule,
    authzModule,
    feegrantModule,
    emergencyButtonModule,
    ibcModule((...call) => compute.executeHook(...call)),
    computeModule(compute),
  ]
}
