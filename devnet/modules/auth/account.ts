import { create } from '@bufbuild/protobuf'
import { type Any, AnySchema } from '@bufbuild/protobuf/wkt'
import { base64 } from '@scure/base'
import type { Address } from '../../../src/domain/index'
import { coinFromJson, coinToJson } from '../coins'
import { moduleNameOf } from './module-accounts'
import type { Vesting, VestingKind } from './vesting'

export interface Account {
  readonly address: Address
  readonly accountNumber: bigint
  readonly sequence: bigint
  /** Known from the account's first transaction on. */
  readonly publicKey?: Any
  /** Set on the accounts of chain modules. */
  readonly moduleName?: string
  /** Set on accounts that were made to hold coins back. */
  readonly vesting?: Vesting
}

type CoinJson = ReturnType<typeof coinToJson>

interface StoredVesting {
  readonly kind: VestingKind
  readonly original: readonly CoinJson[]
  readonly delegatedFree: readonly CoinJson[]
  readonly delegatedVesting: readonly CoinJson[]
  readonly startTime: string
  readonly endTime: string
  readonly periods: readonly { readonly length: string; readonly amount: readonly CoinJson[] }[]
}

interface StoredAccount {
  readonly number: string
  readonly sequence: string
  readonly publicKey?: { readonly typeUrl: string; readonly value: string }
  readonly vesting?: StoredVesting
}

/** An account as the store keeps it. */
export function accountToText({ accountNumber, sequence, publicKey, vesting }: Account): string {
  const stored: StoredAccount = {
    number: String(accountNumber),
    sequence: String(sequence),
    ...(publicKey && { publicKey: { typeUrl: publicKey.typeUrl, value: base64.encode(publicKey.value) } }),
    ...(vesting && { vesting: vestingToStored(vesting) }),
  }
  return JSON.stringify(stored)
}

/** The account that was kept for an address. */
export function accountFromText(address: Address, text: string): Account {
  const { number, sequence, publicKey, vesting }: StoredAccount = JSON.parse(text)
  const moduleName = moduleNameOf(address)
  return {
    address,
    accountNumber: BigInt(number),
    sequence: BigInt(sequence),
    ...(publicKey && {
      publicKey: create(AnySchema, { typeUrl: publicKey.typeUrl, value: base64.decode(publicKey.value) }),
    }),
    ...(moduleName !== undefined && { moduleName }),
    ...(vesting && { vesting: vestingFromStored(vesting) }),
  }
}

function vestingToStored(vesting: Vesting): StoredVesting {
  return {
    kind: vesting.kind,
    original: vesting.original.map(coinToJson),
    delegatedFree: vesting.delegatedFree.map(coinToJson),
    delegatedVesting: vesting.delegatedVesting.map(coinToJson),
    startTime: String(vesting.startTime),
    endTime: String(vesting.endTime),
    periods: vesting.periods.map(({ length, amount }) => ({
      length: String(length),
      amount: amount.map(coinToJson),
    })),
  }
}

function vestingFromStored(stored: StoredVesting): Vesting {
  return {
    kind: stored.kind,
    original: stored.original.map(coinFromJson),
    delegatedFree: stored.delegatedFree.map(coinFromJson),
    delegatedVesting: stored.delegatedVesting.map(coinFromJson),
    startTime: BigInt(stored.startTime),
    endTime: BigInt(stored.endTime),
    periods: stored.periods.map(({ length, amount }) => ({
      length: BigInt(length),
      amount: amount.map(coinFromJson),
    })),
  }
}
