import * as v from 'valibot'

export const settingsSchema = v.strictObject({
  autoLockMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240)),
  activeChainId: v.string(),
  /** By chain id; a network that is absent uses its built-in addresses. */
  endpoints: v.record(v.string(), v.array(v.string())),
})
export type Settings = v.InferOutput<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = { autoLockMinutes: 15, activeChainId: 'secret-4', endpoints: {} }
