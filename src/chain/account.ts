import * as v from 'valibot'
import type { Address, Coin } from '../domain/index'
import { coinSchema, isNotFound, readAnswer, uintText } from './answer'
import type { Answer } from './attempt'
import { transportError } from './chain-error'
import type { Client } from './client'

/** An account's numbers; an address that never received anything has none yet. */
export type Account =
  | { readonly kind: 'found'; readonly accountNumber: bigint; readonly sequence: bigint }
  | { readonly kind: 'unfunded' }

const numbers = v.object({
  address: v.string(),
  account_number: v.optional(uintText(), '0'),
  sequence: v.optional(uintText(), '0'),
})
const infoAnswer = v.object({ info: numbers })
/** Module and vesting accounts wrap the base account, once or twice. */
const accountAnswer = v.object({
  account: v.union([
    v.object({ base_vesting_account: v.object({ base_account: numbers }) }),
    v.object({ base_account: numbers }),
    numbers,
  ]),
})
const balancesAnswer = v.object({
  balances: v.array(coinSchema),
  pagination: v.nullish(v.object({ next_key: v.nullish(v.string()) })),
})
const balanceAnswer = v.object({ balance: coinSchema })
const UNIMPLEMENTED = 12
const MAX_PAGES = 10

/** The account number and sequence of an address. Throws ChainError. Protocol 4.2. */
export async function getAccount(client: Client, address: Address, signal?: AbortSignal): Promise<Account> {
  const answer = await client.request({ path: `/cosmos/auth/v1beta1/account_info/${address}`, signal })
  if (answer.kind === 'refused' && answer.refusal.code === UNIMPLEMENTED) {
    return readOldAccount(
      await client.request({ path: `/cosmos/auth/v1beta1/accounts/${address}`, signal }),
      address,
    )
  }
  if (isMissing(answer)) return { kind: 'unfunded' }
  return found(readAnswer(infoAnswer, answer).info, address)
}

/** Everything an address holds in public denominations. Throws ChainError. Protocol 4.2. */
export async function getBalances(client: Client, address: Address, signal?: AbortSignal): Promise<Coin[]> {
  const coins: Coin[] = []
  let key = ''
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = `pagination.limit=200${key === '' ? '' : `&pagination.key=${encodeURIComponent(key)}`}`
    const path = `/cosmos/bank/v1beta1/balances/${address}?${query}`
    const answer = readAnswer(balancesAnswer, await client.request({ path, signal }))
    coins.push(...answer.balances)
    key = answer.pagination?.next_key ?? ''
    if (key === '') break
  }
  return coins
}

/** What an address holds of one denomination, in base units. Throws ChainError. Protocol 4.2. */
export async function getBalance(
  client: Client,
  address: Address,
  denom: string,
  signal?: AbortSignal,
): Promise<bigint> {
  const path = `/cosmos/bank/v1beta1/balances/${address}/by_denom?denom=${encodeURIComponent(denom)}`
  const { balance } = readAnswer(balanceAnswer, await client.request({ path, signal }))
  if (balance.denom !== denom) throw transportError('chain/bad-answer')
  return balance.amount
}

function readOldAccount(answer: Answer, address: Address): Account {
  if (isMissing(answer)) return { kind: 'unfunded' }
  const { account } = readAnswer(accountAnswer, answer)
  if ('base_vesting_account' in account) return found(account.base_vesting_account.base_account, address)
  return found('base_account' in account ? account.base_account : account, address)
}

function found(given: v.InferOutput<typeof numbers>, address: Address): Account {
  // The numbers of somebody else's account would make a signature that fails, or worse, one that fits another place.
  if (given.address !== address) throw transportError('chain/bad-answer')
  return { kind: 'found', accountNumber: given.account_number, sequence: given.sequence }
}

function isMissing(answer: Answer): boolean {
  return answer.kind === 'refused' && isNotFound(answer.refusal.code, answer.refusal.message)
}
