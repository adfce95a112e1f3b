/** A contract's own refusal: its kind by the names of the older generation, and its words. */
export class Failure {
  kind: string
  words: string

  constructor(kind: string, words: string) {
    this.kind = kind
    this.words = words
  }
}

/** What a call comes to. There are no exceptions here, so the first failure is kept and what follows it counts for nothing. */
export class Outcome {
  failure: Failure | null = null

  fail(kind: string, words: string): void {
    if (this.failure === null) this.failure = new Failure(kind, words)
  }
}
