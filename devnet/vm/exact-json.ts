/** A value of JSON in which whole numbers keep all their digits: ids and heights have 64 bits. */
export type ExactJson = null | boolean | number | bigint | string | readonly ExactJson[] | ExactObject
export interface ExactObject {
  readonly [key: string]: ExactJson
}

/** As deep as the chain's own parser goes. */
const MAX_DEPTH = 127
const SPACE = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const WORDS = { true: true, false: false, null: null } as const

/** Reads JSON text; throws SyntaxError. Source: RFC 8259. */
export function parseExactJson(text: string): ExactJson {
  return new ExactParser(text).document()
}

export function isExactObject(value: ExactJson | undefined): value is ExactObject {
  return typeof value === 'object' && value !== null && !isExactList(value)
}

export function isExactList(value: ExactJson | undefined): value is readonly ExactJson[] {
  return Array.isArray(value)
}

class ExactParser {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): ExactJson {
    const value = this.#value(0)
    this.#match(SPACE)
    if (this.#at < this.#text.length) throw this.#unexpected()
    return value
  }

  #value(depth: number): ExactJson {
    if (depth > MAX_DEPTH) throw new SyntaxError('recursion limit exceeded')
    this.#match(SPACE)
    const first = this.#text[this.#at]
    if (first === '{') return this.#object(depth)
    if (first === '[') return this.#list(depth)
    if (first === '"') return this.#string()
    const word = this.#match(WORD)?.[0]
    if (word !== undefined) return WORDS[word as keyof typeof WORDS]
    const number = this.#match(NUMBER)
    if (number === undefined) throw this.#unexpected()
    const isWhole = number[1] === undefined && number[2] === undefined
    return isWhole ? BigInt(number[0]) : Number(number[0])
  }

  #object(depth: number): ExactObject {
    // No prototype, so that a key such as `__proto__` is a key like any other.
    const object: Record<string, ExactJson> = Object.create(null)
    this.#items('}', () => {
      const key = this.#string()
      this.#expect(':')
      object[key] = this.#value(depth + 1)
    })
    return object
  }

  #list(depth: number): ExactJson[] {
    const list: ExactJson[] = []
    this.#items(']', () => list.push(this.#value(depth + 1)))
    return list
  }

  #items(close: string, readItem: () => void): void {
    this.#at += 1
    if (this.#skip(close)) return
    do readItem()
    while (this.#skip(','))
    this.#expect(close)
  }

  #string(): string {
    this.#match(SPACE)
    if (this.#text[this.#at] !== '"') throw this.#unexpected()
    let end = this.#at + 1
    while (this.#text[end] !== '"') {
      if (end >= this.#text.length) throw this.#unexpected()
      end += this.#text[end] === '\\' ? 2 : 1
    }
    const quoted = this.#text.slice(this.#at, end + 1)
    this.#at = end + 1
    return JSON.parse(quoted)
  }

  #skip(character: string): boolean {
    this.#match(SPACE)
    if (this.#text[this.#at] !== character) return false
    this.#at += 1
    return true
  }

  #expect(character: string): void {
    if (!this.#skip(character)) throw this.#unexpected()
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text) ?? undefined
    this.#at += found?.[0].length ?? 0
    return found
  }

  #unexpected(): SyntaxError {
    return new SyntaxError(`unexpected text at position ${this.#at}`)
  }
}
