import type { Plan as ProtoPlan } from '../../codec/gen/upgrade_pb'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import type { Store } from '../../store/store'
import { momentFromProto, momentText } from '../proto-time'

/** What the chain is to become, and when. */
export interface UpgradePlan {
  readonly name: string
  readonly height: bigint
  /** Secret's upgrades tell the new enclave's measurement here (Protocol 4.1). */
  readonly info: string
}

const PLAN = 'upgrade/plan'
const APPLIED = 'upgrade/applied'
const KEY = 'current'
/** An absent time, as the chain writes it. */
const NO_TIME = '0001-01-01T00:00:00Z'

export function currentPlan(store: Store): UpgradePlan | undefined {
  const text = store.area(PLAN).get(KEY)
  if (text === undefined) return undefined
  const { name, height, info } = JSON.parse(text)
  return { name, height: BigInt(height), info }
}

/** The height at which a plan was applied; 0 when it never was. */
export function appliedHeight(store: Store, name: string): bigint {
  return BigInt(store.area(APPLIED).get(name) ?? '0')
}

/** Throws AbciError unless a plan is complete. */
export function checkPlan(plan: ProtoPlan | undefined): void {
  if (plan?.time !== undefined && momentText(momentFromProto(plan.time)) !== NO_TIME)
    throw sdkError('invalidRequest', 'time-based upgrades have been deprecated in the SDK')
  if (plan?.upgradedClientState !== undefined)
    throw sdkError('invalidRequest', 'upgrade logic for IBC has been moved to the IBC module')
  if (plan === undefined || plan.name === '') throw sdkError('invalidRequest', 'name cannot be empty')
  if (plan.height <= 0n) throw sdkError('invalidRequest', 'height must be greater than 0')
}

/** Plans an upgrade in place of the one there may have been; throws AbciError. */
export function scheduleUpgrade({ store, block }: Context, plan: ProtoPlan | undefined): void {
  checkPlan(plan)
  const { name, height, info } = plan ?? { name: '', height: 0n, info: '' }
  if (height < BigInt(block.height))
    throw sdkError('invalidRequest', 'upgrade cannot be scheduled in the past')
  if (appliedHeight(store, name) !== 0n)
    throw sdkError('invalidRequest', `upgrade with name ${name} has already been completed`)
  store.area(PLAN).set(KEY, JSON.stringify({ name, height: String(height), info }))
}

export function cancelUpgrade(store: Store): void {
  store.area(PLAN).delete(KEY)
}

/**
 * What every block begins with. A real node stops at the plan's height until a newer program takes over;
 * devnet has no newer one, so it marks the plan as applied and goes on.
 */
export function applyDueUpgrade({ store, block }: Context): void {
  const plan = currentPlan(store)
  if (plan === undefined || plan.height > BigInt(block.height)) return
  store.area(APPLIED).set(plan.name, String(block.height))
  cancelUpgrade(store)
}
