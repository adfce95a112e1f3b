const HEX = '0123456789abcdef'

/** Text as a string of JSON. */
export function quote(text: string): string {
  let result = '"'
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i)
    if (character >= 0x20 && character !== 0x22 && character !== 0x5c) continue
    result += text.substring(start, i) + escaped(character)
    start = i + 1
  }
  return `${result + text.substring(start)}"`
}

/** A list of values that are JSON already. */
export function listJson(items: string[]): string {
  return `[${items.join(',')}]`
}

/** An object of one member whose value is JSON already: `{"name":value}`. */
export function wrap(name: string, value: string): string {
  return `{${quote(name)}:${value}}`
}

/** Writes an object member by member. */
export class ObjectWriter {
  members: string[] = []

  /** Adds a value that is JSON already. */
  raw(name: string, value: string): ObjectWriter {
    this.members.push(`${quote(name)}:${value}`)
    return this
  }

  text(name: string, value: string): ObjectWriter {
    return this.raw(name, quote(value))
  }

  json(): string {
    return `{${this.members.join(',')}}`
  }
}

function escaped(character: i32): string {
  if (character === 0x22) return '\\"'
  if (character === 0x5c) return '\\\\'
  return `\\u00${HEX.charAt(character >> 4)}${HEX.charAt(character & 15)}`
}
