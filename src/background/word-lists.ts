/** The words that recovery phrases are made of lie beside the scripts: they are read when a phrase is made or imported. */
import type { Wordlists } from '../crypto/index'
import type { Deps } from './platform'

export function ownWordlists({ fetch, runtime }: Pick<Deps, 'fetch' | 'runtime'>): Wordlists {
  return {
    async load(language) {
      const response = await fetch(runtime.url(`wordlists/${language}.txt`))
      const words = (await response.text()).trim().split('\n')
      if (words.length !== 2048) throw new Error(`The word list of ${language} is not whole.`)
      return words
    },
  }
}
