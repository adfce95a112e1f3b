import { db_read, db_remove, db_write } from './env'
import { fromText, toText } from './region'

/** Null when nothing is stored under the key. */
export function readState(key: string): string | null {
  const region = db_read(fromText(key))
  return region === 0 ? null : toText(region)
}

export function writeState(key: string, value: string): void {
  db_write(fromText(key), fromText(value))
}

export function removeState(key: string): void {
  db_remove(fromText(key))
}
