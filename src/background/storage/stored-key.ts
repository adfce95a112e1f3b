import type * as v from 'valibot'
import type { Area } from '../platform'

export type AreaName = 'local' | 'session'
export type Areas = { readonly [A in AreaName]: Area }

interface KeyFacts<T> {
  readonly name: string
  readonly area: AreaName
  /** Counts up with every change of shape. */
  readonly version: number
  readonly schema: v.GenericSchema<unknown, T>
  /** What an absent value means. */
  readonly fallback: T
}

/** A value anybody with the profile may read. */
export interface PlainKey<T> extends KeyFacts<T> {
  readonly sealed: false
}

/** A value that only the unlocked vault opens. */
export interface SealedKey<T> extends KeyFacts<T> {
  readonly sealed: true
}

export function plainKey<T>(facts: KeyFacts<T>): PlainKey<T> {
  return { ...facts, sealed: false }
}

export function sealedKey<T>(facts: KeyFacts<T>): SealedKey<T> {
  return { ...facts, sealed: true }
}

/** What a record is called in storage, and the identity it is sealed under. */
export function recordName(key: { readonly name: string }, id: string | undefined): string {
  return id === undefined ? key.name : `${key.name}/${id}`
}
