/** The languages of BIP-39 whose words Sotto knows, and which of them a phrase may be in. */

export const PHRASE_LANGUAGES = [
  'english',
  'czech',
  'french',
  'italian',
  'japanese',
  'korean',
  'portuguese',
  'simplified-chinese',
  'spanish',
  'traditional-chinese',
] as const
export type PhraseLanguage = (typeof PHRASE_LANGUAGES)[number]

/** Where the word lists come from: 2,048 words each, in their order. */
export interface Wordlists {
  load(language: PhraseLanguage): Promise<readonly string[]>
}

/** English first: for most phrases no other list is loaded. */
const SCRIPTS: readonly { readonly letters: RegExp; readonly languages: readonly PhraseLanguage[] }[] = [
  { letters: /[a-z]/, languages: ['english', 'french', 'spanish', 'italian', 'portuguese', 'czech'] },
  { letters: /\p{Script=Hiragana}/u, languages: ['japanese'] },
  { letters: /\p{Script=Hangul}/u, languages: ['korean'] },
  { letters: /\p{Script=Han}/u, languages: ['simplified-chinese', 'traditional-chinese'] },
]

/**
 * The languages in whose letters any of these NFKD words is written; none for letters that no list is written in.
 * Any, not all: one letter slipped in from another script is a slip in one word, and no other language.
 */
export function languagesOf(words: string): readonly PhraseLanguage[] {
  return SCRIPTS.filter(({ letters }) => letters.test(words)).flatMap(({ languages }) => languages)
}
