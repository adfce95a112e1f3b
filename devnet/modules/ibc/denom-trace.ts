import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'

/** Where a coin came from: `transfer/channel-0` and `uatom`. The path is empty for a coin of this chain. */
export interface DenomTrace {
  readonly path: string
  readonly baseDenom: string
}

const CHANNEL_ID = /^channel-\d{1,20}$/

/** Splits a denom with its whole path, such as `transfer/channel-0/uatom`. */
export function parseDenomTrace(fullDenom: string): DenomTrace {
  const items = fullDenom.split('/')
  let hops = 0
  while (items.length > 2 && hops + 1 < items.length && CHANNEL_ID.test(items[hops + 1] ?? '')) hops += 2
  return { path: items.slice(0, hops).join('/'), baseDenom: items.slice(hops).join('/') }
}

/** The denom with its whole path. */
export function fullDenomOf({ path, baseDenom }: DenomTrace): string {
  return path === '' ? baseDenom : `${path}/${baseDenom}`
}

/** 64 upper-case hex digits: SHA-256 over the denom with its path (Protocol 9). */
export function traceHash(trace: DenomTrace): string {
  return hex.encode(sha256(new TextEncoder().encode(fullDenomOf(trace)))).toUpperCase()
}

/** The denom under which this chain's bank knows the coin. */
export function localDenomOf(trace: DenomTrace): string {
  return trace.path === '' ? trace.baseDenom : `ibc/${traceHash(trace)}`
}

/** Why a text is not the hash of a trace, in the chain's words; undefined when it is. */
export function whyNoTraceHash(text: string): string | undefined {
  const odd = [...text].find((char) => !/[0-9a-fA-F]/.test(char))
  if (odd !== undefined) {
    const point = (odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `encoding/hex: invalid byte: U+${point} '${odd}'`
  }
  if (text.length % 2 === 1) return 'encoding/hex: odd length hex string'
  return text.length === 64 ? undefined : `expected size to be 32 bytes, got ${text.length / 2} bytes`
}
