// A value of JSON as it was read. Numbers stay text: contracts have no fractions, and 64 bits must not get lost.

export const JSON_NULL: i32 = 0
export const JSON_BOOLEAN: i32 = 1
export const JSON_NUMBER: i32 = 2
export const JSON_TEXT: i32 = 3
export const JSON_LIST: i32 = 4
export const JSON_OBJECT: i32 = 5

export class Json {
  kind: i32 = JSON_NULL
  /** The text of a string, or a number or word as it was written. */
  text: string = ''
  /** All of it, exactly as it was written. */
  source: string = ''
  /** The names of an object's members. */
  names: string[] = []
  /** The values of an object's members, or the items of a list. */
  items: Json[] = []

  /** Null when there is none of the name. */
  member(name: string): Json | null {
    for (let i = 0; i < this.names.length; i++) {
      if (this.names[i] === name) return this.items[i]
    }
    return null
  }
}
