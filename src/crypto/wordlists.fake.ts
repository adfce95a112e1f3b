/** The word lists straight from the library, as the build writes them beside the scripts. */
import type { Wordlists } from './phrase-languages'

export const WORDLISTS: Wordlists = {
  async load(language) {
    const { wordlist } = (await import(`../../node_modules/@scure/bip39/wordlists/${language}.js`)) as {
      wordlist: string[]
    }
    return wordlist
  },
}
