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

/** A value anybody with the profile may read, under its own name. */
export interface PlainKey<T> extends KeyFacts<T> {
  readonly sealed: false
}

/** A value that only the unlocked vault opens, under a name that only it can tell. */
export interface SealedKey<T> extends KeyFacts<T> {
  readonly sealed: true
}

export function plainKey<T>(facts: KeyFacts<T>): PlainKey<T> {
  return { ...facts, sealed: false }
}

export function sealedKey<T>(facts: KeyFacts<T>): SealedKey<T> {
  return { ...facts, sealed: true }
}

/** What a record is called among ourselves: its name in storage when it is plain, part of what it is sealed under when not. */
export function recordName(key: { readonly name: string }, id: string | undefined): string {
  return id === undefined ? key.name : `${key.name}/${id}`
}
