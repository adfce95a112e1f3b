import { sha256 } from '@noble/hashes/sha2.js'
import { type Address, addressFromBytes } from '../../../src/domain/index'
import type { Store } from '../../store/store'
import type { Coin } from '../coins'
import { type DenomTrace, traceHash } from './denom-trace'

const TRACES = 'ibc/traces'
const ESCROW = 'ibc/escrow'

/** Remembers where a voucher comes from. */
export function rememberTrace(store: Store, trace: DenomTrace): void {
  const area = store.area(TRACES)
  const hash = traceHash(trace)
  if (area.get(hash) === undefined) area.set(hash, JSON.stringify(trace))
}

/** The trace of a hash, in hex digits of either case. */
export function findTrace(store: Store, hash: string): DenomTrace | undefined {
  const text = store.area(TRACES).get(hash.toUpperCase())
  return text === undefined ? undefined : JSON.parse(text)
}

export function listTraces(store: Store): DenomTrace[] {
  return store
    .area(TRACES)
    .keys()
    .flatMap((hash) => findTrace(store, hash) ?? [])
}

/** The account that holds what went out through a channel: SHA-256 over the version, a zero and the channel's path. */
export function escrowAddress(portId: string, channelId: string): Address {
  const preimage = new TextEncoder().encode(`ics20-1\0${portId}/${channelId}`)
  return addressFromBytes(sha256(preimage).slice(0, 20))
}

/** How much of a denom lies in all escrow accounts. */
export function totalEscrow(store: Store, denom: string): bigint {
  return BigInt(store.area(ESCROW).get(denom) ?? '0')
}

export function addToEscrow(store: Store, { denom, amount }: Coin): void {
  const total = totalEscrow(store, denom) + amount
  if (total === 0n) store.area(ESCROW).delete(denom)
  else store.area(ESCROW).set(denom, String(total))
}
