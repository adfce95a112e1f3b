/** What a search expression consists of; the names are the ones its refusals use. */
export type TokenKind =
  | 'tag'
  | 'string'
  | 'number'
  | 'timestamp'
  | 'datestamp'
  | 'AND operator'
  | 'CONTAINS operator'
  | 'EXISTS operator'
  | '= operator'
  | '< operator'
  | '<= operator'
  | '> operator'
  | '>= operator'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  /** Where it begins, in UTF-8 bytes. */
  readonly offset: number
}

/** An expression that is none; the message is CometBFT's. */
export class TxQueryError extends Error {
  override readonly name = 'TxQueryError'
}

/** One pattern per kind, each tried at the place where the last token ended. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['number', /([0-9]+(?:\.[0-9]*)?)/y],
  ['timestamp', /TIME ([-T:+Z0-9]*)/y],
  ['datestamp', /DATE ([-0-9]*)/y],
  ['AND operator', /(AND)(?![\p{L}\p{Nd}._-])/uy],
  ['CONTAINS operator', /(CONTAINS)(?![\p{L}\p{Nd}._-])/uy],
  ['EXISTS operator', /(EXISTS)(?![\p{L}\p{Nd}._-])/uy],
  ['tag', /([\p{L}\p{Nd}_][\p{L}\p{Nd}._-]*)/uy],
  ['string', /'([^']*)'/y],
  ['<= operator', /(<=)/y],
  ['>= operator', /(>=)/y],
  ['< operator', /(<)/y],
  ['> operator', /(>)/y],
  ['= operator', /(=)/y],
]

/** Reads an expression token by token, as CometBFT 0.38 does. */
export class TxQueryScanner {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get isAtEnd(): boolean {
    this.#skipSpace()
    return this.#at >= this.#text.length
  }

  /** The next token; throws TxQueryError at the end or at what begins none. */
  next(): Token {
    if (this.isAtEnd) throw new TxQueryError(`offset ${this.#bytesBefore(this.#at)}: EOF`)
    const start = this.#at
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = start
      const found = pattern.exec(this.#text)
      if (found === null) continue
      this.#at = pattern.lastIndex
      return { kind, text: found[1] ?? '', offset: this.#bytesBefore(start) }
    }
    throw this.#refused(start)
  }

  #refused(at: number): TxQueryError {
    const offset = this.#bytesBefore(at)
    const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 0)
    // A string that nobody closed runs to the end.
    if (character === "'") return new TxQueryError(`offset ${offset}: EOF`)
    const end = offset + new TextEncoder().encode(character).length
    return new TxQueryError(`offset ${offset}: invalid input ${character} at offset ${end}`)
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && /\s/.test(this.#text.charAt(this.#at))) this.#at++
  }

  #bytesBefore(at: number): number {
    return new TextEncoder().encode(this.#text.slice(0, at)).length
  }
}
