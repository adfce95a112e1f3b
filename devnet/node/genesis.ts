import type { Address } from '../../src/domain/index'
import { DEV_ACCOUNTS, GENESIS_BALANCE } from '../accounts'
import { createModuleAccounts } from '../modules/auth/accounts'
import { mintCoins } from '../modules/bank/bank'
import type { Compute } from '../modules/compute/compute'
import type { Context } from './context'

/** 1,000 sSCRT for account a, and the uscrt that back them. */
const WRAPPED_BALANCE = 1_000_000_000n

/** Labels of the contracts that are there from the start; their addresses never change. */
export const GENESIS_LABELS = { sscrt: 'sSCRT', receiver: 'receiver', oracle: 'oracle' } as const

/** Writes what is there before the modules begin: the funded accounts, the faucet and the accounts of the modules. */
export function fundAccounts({ store }: Context, faucet: Address): void {
  for (const { address } of DEV_ACCOUNTS)
    mintCoins(store, address, { denom: 'uscrt', amount: GENESIS_BALANCE })
  mintCoins(store, faucet, { denom: 'uscrt', amount: GENESIS_BALANCE })
  createModuleAccounts(store)
}

/** A quarter of a dollar for a SCRT, with 18 decimals. */
const PRICE = '250000000000000000'

/** The contracts that are there from the start: sSCRT, the receiver, and the oracle. */
export function writeContracts(context: Context, compute: Compute): void {
  const [creator] = DEV_ACCOUNTS
  if (creator === undefined) throw new Error('genesis needs at least one account')
  compute.storeBuiltIn(context, creator.address)
  const sscrt = compute.instantiateAtGenesis(context, {
    codeId: 1,
    creator: creator.address,
    label: GENESIS_LABELS.sscrt,
    message: sscrtInit(creator.address),
  })
  mintCoins(context.store, sscrt, { denom: 'uscrt', amount: WRAPPED_BALANCE })
  compute.instantiateAtGenesis(context, {
    codeId: 2,
    creator: creator.address,
    label: GENESIS_LABELS.receiver,
    message: {},
  })
  compute.instantiateAtGenesis(context, {
    codeId: 6,
    creator: creator.address,
    label: GENESIS_LABELS.oracle,
    message: { key: 'SCRT', rate: PRICE },
  })
}

function sscrtInit(holder: Address) {
  return {
    name: 'Secret SCRT',
    symbol: 'SSCRT',
    decimals: 6,
    admin: holder,
    initial_balances: [{ address: holder, amount: String(WRAPPED_BALANCE) }],
    prng_seed: 'c290dG8gZGV2bmV0',
    config: { public_total_supply: true, enable_deposit: true, enable_redeem: true },
    supported_denoms: ['uscrt'],
  }
}
