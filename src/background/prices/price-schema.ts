import * as v from 'valibot'

/** What an oracle said last of a network's coin. Nothing in it is anybody's secret. */
export const priceSchema = v.nullable(
  v.strictObject({
    /** US dollars for a whole coin, with 18 decimals. */
    rate: v.string(),
    /** When that was so by the oracle's word, and when it was asked: milliseconds since 1970. */
    at: v.number(),
    askedAt: v.number(),
  }),
)
