import { ChainError, parseEndpoint } from '../../chain/index'
import { KEYS } from '../storage/keys'
import { readStored, type Store, updateStored } from '../storage/stored'
import type { Settings } from './settings-schema'

const MINUTE = 60_000

/** What the person set. None of it is secret, so it can be read while locked. */
export async function readSettings(store: Store): Promise<Settings> {
  return await readStored(store, KEYS.settings)
}

export async function updateSettings(store: Store, change: Partial<Settings>): Promise<void> {
  await updateStored(store, KEYS.settings, (settings) => ({ ...settings, ...change }))
}

/** The auto-lock time in milliseconds. */
export async function readLockAfter(store: Store): Promise<number> {
  return (await readSettings(store)).autoLockMinutes * MINUTE
}

/** Takes over what a backup says, for a wallet that begins with it. Node addresses are checked as those that are typed, and those of other networks left out. */
export async function restoreSettings(
  store: Store,
  { autoLockMinutes, endpoints }: Pick<Settings, 'autoLockMinutes' | 'endpoints'>,
  chainIds: readonly string[],
): Promise<void> {
  const readable = Object.entries(endpoints).flatMap(([chainId, addresses]) => {
    const known = chainIds.includes(chainId)
    return known && addresses.length > 0 && addresses.every(isEndpoint) ? [[chainId, addresses] as const] : []
  })
  await updateStored(store, KEYS.settings, (settings) => ({
    ...settings,
    autoLockMinutes,
    endpoints: { ...settings.endpoints, ...Object.fromEntries(readable) },
  }))
}

function isEndpoint(text: string): boolean {
  try {
    return parseEndpoint(text) === text
  } catch (error) {
    if (error instanceof ChainError) return false
    throw error
  }
}

/** Sets a network's own node addresses; an empty list goes back to the built-in ones. */
export async function updateEndpoints(
  store: Store,
  chainId: string,
  endpoints: readonly string[],
): Promise<void> {
  await updateStored(store, KEYS.settings, (settings) => {
    const { [chainId]: _before, ...others } = settings.endpoints
    return {
      ...settings,
      endpoints: endpoints.length === 0 ? others : { ...others, [chainId]: [...endpoints] },
    }
  })
}
