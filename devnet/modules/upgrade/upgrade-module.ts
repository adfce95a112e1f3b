import { MsgCancelUpgradeSchema, MsgSoftwareUpgradeSchema } from '../../codec/gen/upgrade_pb'
import { AbciError } from '../../node/abci-error'
import { type ChainModule, handler } from '../../node/chain-module'
import { GOV } from '../module-address'
import { applyDueUpgrade, cancelUpgrade, scheduleUpgrade } from './upgrade'

/** The upgrade module (Protocol 4.1). */
export const upgradeModule: ChainModule = {
  name: 'upgrade',
  messages: [
    handler(MsgSoftwareUpgradeSchema, (context, { authority, plan }) => {
      checkAuthority(authority)
      scheduleUpgrade(context, plan)
      return undefined
    }),
    handler(MsgCancelUpgradeSchema, ({ store }, { authority }) => {
      checkAuthority(authority)
      cancelUpgrade(store)
      return undefined
    }),
  ],
  beginBlock: applyDueUpgrade,
}

function checkAuthority(authority: string): void {
  if (authority === GOV) return
  throw new AbciError(
    'upgrade',
    6,
    `invalid authority; expected ${GOV}, got ${authority}: expected authority account as only signer for proposal message`,
  )
}
