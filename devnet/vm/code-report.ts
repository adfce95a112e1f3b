import { readOutline } from './module-outline'
import { splitSections } from './module-sections'

const IBC_ENTRY_POINTS = [
  'ibc_channel_open',
  'ibc_channel_connect',
  'ibc_channel_close',
  'ibc_packet_receive',
  'ibc_packet_ack',
  'ibc_packet_timeout',
]
const FEATURE_PREFIX = 'requires_'

/** What a node wants to know of code before it runs any. */
export interface CodeReport {
  /** Whether the code has all six of them. */
  readonly hasIbcEntryPoints: boolean
  /** Such as `random` and `staking`, in alphabetical order (Protocol 12.1). */
  readonly requiredFeatures: readonly string[]
}

/** Reports on unpacked code by the names of its exports. Throws ModuleError on what is no module. */
export function reportOnCode(wasm: Uint8Array): CodeReport {
  const { exports } = readOutline(splitSections(wasm))
  const functions = exports.filter(({ kind }) => kind === 'function').map(({ name }) => name)
  return {
    hasIbcEntryPoints: IBC_ENTRY_POINTS.every((name) => functions.includes(name)),
    requiredFeatures: functions
      .filter((name) => name.startsWith(FEATURE_PREFIX))
      .map((name) => name.slice(FEATURE_PREFIX.length))
      .sort(),
  }
}
