import * as v from 'valibot'
import { earlierShape } from '../storage/stored-key'

const firstVersion = {
  autoLockMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240)),
  activeChainId: v.string(),
  /** By chain id; a network that is absent uses its built-in addresses. */
  endpoints: v.record(v.string(), v.array(v.string())),
}

export const settingsSchema = v.strictObject({
  ...firstVersion,
  /** Whether networks are asked what their coins are worth. */
  showPrices: v.boolean(),
})
export type Settings = v.InferOutput<typeof settingsSchema>

/** Version 1 knew no prices. */
export const EARLIER_SETTINGS = [
  earlierShape(1, v.strictObject(firstVersion), (before): Settings => ({ ...before, showPrices: false })),
]

export const DEFAULT_SETTINGS: Settings = {
  autoLockMinutes: 15,
  activeChainId: 'secret-4',
  endpoints: {},
  showPrices: false,
}
