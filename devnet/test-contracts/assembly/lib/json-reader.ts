import { JSON_BOOLEAN, JSON_LIST, JSON_NULL, JSON_NUMBER, JSON_OBJECT, JSON_TEXT, Json } from './json'

const MAX_DEPTH: i32 = 100
const QUOTE: i32 = 0x22
const BACKSLASH: i32 = 0x5c

/** Reads JSON strictly: whole numbers only, no member twice, nothing behind. Null for everything else. */
export function parseJson(text: string): Json | null {
  const reader = new JsonReader(text)
  const value = reader.value(0)
  reader.skipSpace()
  return reader.isBroken || reader.at < text.length ? null : value
}

class JsonReader {
  text: string
  at: i32 = 0
  isBroken: bool = false

  constructor(text: string) {
    this.text = text
  }

  value(depth: i32): Json {
    this.skipSpace()
    const start = this.at
    const value = new Json()
    const first = this.peek()
    if (depth > MAX_DEPTH) this.isBroken = true
    else if (first === 0x7b) this.object(value, depth)
    else if (first === 0x5b) this.list(value, depth)
    else if (first === QUOTE) {
      value.kind = JSON_TEXT
      value.text = this.string()
    } else this.plain(value)
    value.source = this.text.substring(start, this.at)
    return value
  }

  skipSpace(): void {
    let character = this.peek()
    while (character === 0x20 || character === 0x0a || character === 0x0d || character === 0x09) {
      this.at++
      character = this.peek()
    }
  }

  private object(value: Json, depth: i32): void {
    value.kind = JSON_OBJECT
    this.at++
    if (this.skip(0x7d)) return
    do {
      this.skipSpace()
      const name = this.string()
      if (value.names.includes(name)) this.isBroken = true
      if (!this.skip(0x3a)) this.isBroken = true
      value.names.push(name)
      value.items.push(this.value(depth + 1))
    } while (!this.isBroken && this.skip(0x2c))
    if (!this.skip(0x7d)) this.isBroken = true
  }

  private list(value: Json, depth: i32): void {
    value.kind = JSON_LIST
    this.at++
    if (this.skip(0x5d)) return
    do value.items.push(this.value(depth + 1))
    while (!this.isBroken && this.skip(0x2c))
    if (!this.skip(0x5d)) this.isBroken = true
  }

  private string(): string {
    let result = ''
    if (this.peek() !== QUOTE) this.isBroken = true
    this.at++
    let start = this.at
    while (!this.isBroken && this.peek() !== QUOTE) {
      if (this.peek() === BACKSLASH) {
        result += this.text.substring(start, this.at) + this.escape()
        start = this.at
      } else {
        if (this.peek() < 0x20) this.isBroken = true
        this.at++
      }
    }
    result += this.text.substring(start, this.at)
    this.at++
    return result
  }

  private escape(): string {
    const letter = this.text.charAt(this.at + 1)
    this.at += 2
    if (letter === 'u') return this.codeUnit()
    if (letter === '"' || letter === '\\' || letter === '/') return letter
    if (letter === 'n') return '\n'
    if (letter === 't') return '\t'
    if (letter === 'r') return '\r'
    if (letter === 'b') return '\b'
    if (letter === 'f') return '\f'
    this.isBroken = true
    return ''
  }

  private codeUnit(): string {
    let code = 0
    for (let i = 0; i < 4; i++) {
      const letter = this.peek() | 0x20
      if (letter >= 0x30 && letter <= 0x39) code = code * 16 + letter - 0x30
      else if (letter >= 0x61 && letter <= 0x66) code = code * 16 + letter - 0x57
      else this.isBroken = true
      this.at++
    }
    return String.fromCharCode(code)
  }

  /** A whole number, or one of the three words. */
  private plain(value: Json): void {
    const start = this.at
    if (this.peek() === 0x2d) this.at++
    const digits = this.at
    while (isDigit(this.peek())) this.at++
    if (this.at > digits) {
      value.kind = JSON_NUMBER
      if (this.at > digits + 1 && this.text.charCodeAt(digits) === 0x30) this.isBroken = true
    } else {
      while (this.peek() >= 0x61 && this.peek() <= 0x7a) this.at++
      value.kind = wordKind(this.text.substring(start, this.at))
      if (value.kind < 0) this.isBroken = true
    }
    value.text = this.text.substring(start, this.at)
  }

  /** -1 at the end. */
  private peek(): i32 {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : -1
  }

  private skip(character: i32): bool {
    this.skipSpace()
    if (this.peek() !== character) return false
    this.at++
    return true
  }
}

function isDigit(character: i32): bool {
  return character >= 0x30 && character <= 0x39
}

function wordKind(word: string): i32 {
  if (word === 'null') return JSON_NULL
  return word === 'true' || word === 'false' ? JSON_BOOLEAN : -1
}
