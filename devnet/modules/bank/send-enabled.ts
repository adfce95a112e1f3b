import { AbciError, sdkError } from '../../node/abci-error'
import type { Store } from '../../store/store'
import { type Coin, isDenom } from '../coins'

export interface SendEnabled {
  readonly denom: string
  readonly enabled: boolean
}

/** Denoms with a rule of their own, `true` or `false`. */
const RULES = 'bank/send-enabled'
const PARAMS = 'bank/params'
const DEFAULT = 'default_send_enabled'

/** What holds for denoms without a rule of their own. */
export function isSendEnabledByDefault(store: Store): boolean {
  return store.area(PARAMS).get(DEFAULT) !== 'false'
}

export function setDefaultSendEnabled(store: Store, enabled: boolean): void {
  store.area(PARAMS).set(DEFAULT, String(enabled))
}

/** The rule for one denom, if it has its own. */
export function findSendEnabled(store: Store, denom: string): SendEnabled | undefined {
  const rule = store.area(RULES).get(denom)
  return rule === undefined ? undefined : { denom, enabled: rule === 'true' }
}

export function listSendEnabled(store: Store): SendEnabled[] {
  return store
    .area(RULES)
    .keys()
    .flatMap((denom) => findSendEnabled(store, denom) ?? [])
}

export function isSendEnabled(store: Store, denom: string): boolean {
  return findSendEnabled(store, denom)?.enabled ?? isSendEnabledByDefault(store)
}

/** Throws `send transactions are disabled` if users may not send one of the coins. */
export function checkSendEnabled(store: Store, coins: readonly Coin[]): void {
  for (const { denom } of coins) {
    if (isSendEnabled(store, denom)) continue
    throw new AbciError(
      'bank',
      5,
      `${denom} transfers are currently disabled: send transactions are disabled`,
    )
  }
}

/** The handler of MsgSetSendEnabled: sets rules, then drops others. Throws `invalid request`. */
export function setSendEnabled(
  store: Store,
  rules: readonly SendEnabled[],
  useDefaultFor: readonly string[],
): void {
  const seen = new Set<string>()
  for (const { denom } of rules) {
    if (seen.has(denom))
      throw sdkError('invalidRequest', `duplicate denom entries found for ${JSON.stringify(denom)}`)
    seen.add(denom)
    checkDenom(denom, 'SendEnabled')
  }
  for (const denom of useDefaultFor) checkDenom(denom, 'UseDefaultFor')
  const area = store.area(RULES)
  for (const { denom, enabled } of rules) area.set(denom, String(enabled))
  for (const denom of useDefaultFor) area.delete(denom)
}

function checkDenom(denom: string, member: string): void {
  if (isDenom(denom)) return
  throw sdkError(
    'invalidRequest',
    `invalid ${member} denom ${JSON.stringify(denom)}: invalid denom: ${denom}`,
  )
}
