import * as v from 'valibot'
import type { JsonValue } from '../domain/index'
import { uintText } from './answer'
import type { Oracle } from './chains'
import type { Client } from './client'
import { ContractError } from './contract-error'
import { type ContractQuery, queryContract } from './contract-query'

/** What one whole coin of a network is worth, by the word of one contract. */
export interface Price {
  /** US dollars with 18 decimals. */
  readonly rate: bigint
  /** When that was so, by the same word: milliseconds since 1970. */
  readonly at: number
}

/** A million dollars for a coin. Whatever says more has a fault or a purpose. */
const HIGHEST_RATE = 10n ** 24n
/** What a side that never grows old has for its time: the largest 64-bit number, as JSON.parse reads it. */
const ALWAYS = 2 ** 64
/** As long as Shade's own contracts believe a price (`when_stale` of the SILK basket). */
const MAX_AGE_MS = 60 * 60_000
/** How far the clock of this computer may be behind. */
const MAX_AHEAD_MS = 5 * 60_000

const seconds = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const priceSchema = v.object({
  key: v.string(),
  data: v.object({
    rate: v.pipe(
      uintText(256),
      v.check((rate) => rate > 0n && rate <= HIGHEST_RATE),
    ),
    last_updated_base: seconds,
    last_updated_quote: v.union([seconds, v.literal(ALWAYS)]),
  }),
})

/** Reads the answer to `get_price` for that key, whose time is that of its older side. Throws ContractError `contract/unreadable`. Protocol 6.11. */
export function readPrice(json: JsonValue, key: string): Price {
  const parsed = v.safeParse(priceSchema, json)
  if (!parsed.success || parsed.output.key !== key) {
    throw new ContractError('contract/unreadable', 'The answer about the price makes no sense.', '')
  }
  const { rate, last_updated_base: base, last_updated_quote: quote } = parsed.output.data
  return { rate, at: Math.min(base, quote) * 1000 }
}

/** Until when a price may be shown: milliseconds since 1970. Undefined when that is past, or the price comes from the future. */
export function shownUntil({ at }: Pick<Price, 'at'>, now: number): number | undefined {
  const age = now - at
  return age >= -MAX_AHEAD_MS && age < MAX_AGE_MS ? at + MAX_AGE_MS : undefined
}

/** Asks an oracle, under a key pair made for this question alone. Throws ContractError, ChainError. Protocol 6.11. */
export async function getPrice(
  client: Client,
  { key, ...contract }: Oracle & Pick<ContractQuery, 'ioPublicKey'>,
): Promise<Price> {
  return readPrice(await queryContract(client, { ...contract, query: { get_price: { key } } }), key)
}
