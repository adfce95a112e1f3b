import * as v from 'valibot'
import type { Area } from './area'

/** `second` is a store of its own, with a file of its own: what breaks one does not break the other. */
export type AreaName = 'local' | 'session' | 'second'
export type Areas = { readonly [A in AreaName]: Area }

interface KeyFacts<T> {
  readonly name: string
  readonly area: AreaName
  /** Counts up with every change of shape. */
  readonly version: number
  readonly schema: v.GenericSchema<unknown, T>
  /** What an absent value means. */
  readonly fallback: T
  /** The shapes of earlier versions, oldest first, each with the way to the next; without one an older value is unreadable. */
  readonly earlier?: readonly EarlierShape[]
}

/** A shape that was stored once, frozen: reading it gives the value as the next version has it. */
export interface EarlierShape {
  readonly version: number
  /** Undefined when the data is not of that shape. */
  readonly toNext: (data: unknown) => unknown
}

/** An earlier shape that a schema checks and a function turns into the next one. */
export function earlierShape<T>(
  version: number,
  schema: v.GenericSchema<unknown, T>,
  next: (value: T) => unknown,
): EarlierShape {
  return {
    version,
    toNext(data) {
      const found = v.safeParse(schema, data)
      return found.success ? next(found.output) : undefined
    },
  }
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
