/** Texts and their numbers; each text is held once, however often it comes. */
export class WordList {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []

  /** The number of a text, a new one at its first time. */
  add(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#texts.length
    this.#numbers.set(text, number)
    this.#texts.push(text)
    return number
  }

  find(text: string): number | undefined {
    return this.#numbers.get(text)
  }

  at(number: number): string {
    return this.#texts[number] ?? ''
  }
}
