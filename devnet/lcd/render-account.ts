import type { JsonObject } from '../../src/domain/index'
import { anyToNodeJson } from '../codec/message-json'
import type { Account } from '../modules/auth/accounts'
import { permissionsOf } from '../modules/auth/module-accounts'
import type { Vesting, VestingKind } from '../modules/auth/vesting'
import { coinToJson } from '../modules/coins'

const VESTING_TYPES = {
  continuous: 'ContinuousVestingAccount',
  delayed: 'DelayedVestingAccount',
  periodic: 'PeriodicVestingAccount',
  permanent: 'PermanentLockedAccount',
} as const satisfies Record<VestingKind, string>

/** An account in the shape of its own type (Protocol 4.2). */
export function renderAccount(account: Account): JsonObject {
  const { moduleName, vesting } = account
  const base = renderBaseAccount(account)
  if (vesting !== undefined) return renderVesting(vesting, base)
  if (moduleName === undefined) return { '@type': '/cosmos.auth.v1beta1.BaseAccount', ...base }
  return {
    '@type': '/cosmos.auth.v1beta1.ModuleAccount',
    base_account: base,
    name: moduleName,
    permissions: [...permissionsOf(moduleName)],
  }
}

/** The members that all types of accounts have. */
export function renderBaseAccount({ address, publicKey, accountNumber, sequence }: Account): JsonObject {
  return {
    address,
    pub_key: publicKey === undefined ? null : anyToNodeJson(publicKey),
    account_number: String(accountNumber),
    sequence: String(sequence),
  }
}

function renderVesting(vesting: Vesting, base: JsonObject): JsonObject {
  const { kind, startTime, periods } = vesting
  return {
    '@type': `/cosmos.vesting.v1beta1.${VESTING_TYPES[kind]}`,
    base_vesting_account: {
      base_account: base,
      original_vesting: vesting.original.map(coinToJson),
      delegated_free: vesting.delegatedFree.map(coinToJson),
      delegated_vesting: vesting.delegatedVesting.map(coinToJson),
      end_time: String(vesting.endTime),
    },
    ...((kind === 'continuous' || kind === 'periodic') && { start_time: String(startTime) }),
    ...(kind === 'periodic' && {
      vesting_periods: periods.map(({ length, amount }) => ({
        length: String(length),
        amount: amount.map(coinToJson),
      })),
    }),
  }
}
