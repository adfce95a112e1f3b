import * as v from 'valibot'
import { type Address, type Coin, isAddress } from '../domain/index'
import { coinSchema, readAnswer, timeSchema } from './answer'
import type { Client } from './client'

/** What another account lets this one spend on fees. */
export interface FeeAllowance {
  readonly granter: Address
  /** What is left in all; empty means anything. */
  readonly limit: readonly Coin[]
  /** What may be spent in one stretch of time; undefined where there are none. */
  readonly period: FeePeriod | undefined
  /** Milliseconds since 1970; undefined when it does not end. */
  readonly expires: number | undefined
  /** The types of messages that it is for; undefined means all. */
  readonly typeUrls: readonly string[] | undefined
}

interface FeePeriod {
  readonly canSpend: readonly Coin[]
  readonly limit: readonly Coin[]
  /** When `limit` may be spent anew, in milliseconds since 1970. */
  readonly resetsAt: number
}

const coins = v.nullish(v.array(coinSchema), [])
const basic = v.object({ spend_limit: coins, expiration: v.nullish(timeSchema) })
const basicAny = v.object({
  '@type': v.literal('/cosmos.feegrant.v1beta1.BasicAllowance'),
  ...basic.entries,
})
const periodicAny = v.object({
  '@type': v.literal('/cosmos.feegrant.v1beta1.PeriodicAllowance'),
  basic,
  period_spend_limit: coins,
  period_can_spend: coins,
  period_reset: timeSchema,
})
const plainAny = v.variant('@type', [basicAny, periodicAny])
const allowanceAny = v.variant('@type', [
  basicAny,
  periodicAny,
  v.object({
    '@type': v.literal('/cosmos.feegrant.v1beta1.AllowedMsgAllowance'),
    allowance: plainAny,
    allowed_messages: v.array(v.string()),
  }),
])
const answer = v.object({ allowances: v.array(v.unknown()) })
const grant = v.object({
  granter: v.custom<Address>(isAddress),
  grantee: v.string(),
  allowance: allowanceAny,
})
const MOST = 50

/** The fee allowances an account has been given; kinds that are not known are left out. Throws ChainError. Protocol 4.7. */
export async function getFeeAllowances(
  client: Client,
  grantee: Address,
  signal?: AbortSignal,
): Promise<FeeAllowance[]> {
  const path = `/cosmos/feegrant/v1beta1/allowances/${grantee}?pagination.limit=${MOST}`
  const { allowances } = readAnswer(answer, await client.request({ path, signal }))
  return allowances.slice(0, MOST).flatMap((item) => {
    const read = v.safeParse(grant, item)
    return read.success && read.output.grantee === grantee ? [allowanceOf(read.output)] : []
  })
}

function allowanceOf({ granter, allowance }: v.InferOutput<typeof grant>): FeeAllowance {
  const bound = allowance['@type'] === '/cosmos.feegrant.v1beta1.AllowedMsgAllowance'
  const inner = bound ? allowance.allowance : allowance
  const typeUrls = bound ? allowance.allowed_messages : undefined
  if (inner['@type'] === '/cosmos.feegrant.v1beta1.BasicAllowance') {
    const { spend_limit: limit, expiration } = inner
    return { granter, limit, period: undefined, expires: expiration ?? undefined, typeUrls }
  }
  const { basic, period_can_spend: canSpend, period_spend_limit, period_reset: resetsAt } = inner
  const period = { canSpend, limit: period_spend_limit, resetsAt }
  return { granter, limit: basic.spend_limit, period, expires: basic.expiration ?? undefined, typeUrls }
}

/** Whether an allowance pays these coins for these messages at that time (milliseconds since 1970). */
export function isCovered(
  { limit, period, expires, typeUrls }: FeeAllowance,
  asked: { readonly coins: readonly Coin[]; readonly typeUrls: readonly string[]; readonly now: number },
): boolean {
  if (expires !== undefined && expires <= asked.now) return false
  if (typeUrls !== undefined && !asked.typeUrls.every((typeUrl) => typeUrls.includes(typeUrl))) return false
  if (limit.length > 0 && !holds(limit, asked.coins)) return false
  if (period === undefined) return true
  return holds(period.resetsAt <= asked.now ? period.limit : period.canSpend, asked.coins)
}

function holds(limit: readonly Coin[], asked: readonly Coin[]): boolean {
  return asked.every(
    ({ denom, amount }) => amount <= (limit.find((coin) => coin.denom === denom)?.amount ?? 0n),
  )
}
