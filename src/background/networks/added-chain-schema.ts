import * as v from 'valibot'
import { type ChainId, parseChainId, SottoError } from '../../domain/index'

const price = v.pipe(v.string(), v.regex(/^\d{1,9}(\.\d{1,18})?$/))

/** A network that the person added because a site suggested it. */
export const addedChainSchema = v.strictObject({
  chainId: v.custom<ChainId>(isChainId),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  coinType: v.picklist([529, 118]),
  denom: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  symbol: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(18)),
  /** Its node's LCD address. */
  endpoint: v.string(),
  gasPrices: v.strictObject({ low: price, average: price, high: price }),
  /** False where nobody said that contracts there are secret: then its node must prove it. */
  saysSecret: v.boolean(),
})
export type AddedChain = v.InferOutput<typeof addedChainSchema>

export const addedChainsSchema = v.array(addedChainSchema)

function isChainId(value: unknown): boolean {
  try {
    return typeof value === 'string' && parseChainId(value) === value
  } catch (error) {
    if (error instanceof SottoError) return false
    throw error
  }
}
