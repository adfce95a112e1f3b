/** Reading a phrase that a person typed or pasted. */
import { validateMnemonic } from '@scure/bip39'
import { CryptoError } from './crypto-error'
import { Mnemonic, WORD_COUNTS } from './mnemonic'
import { languagesOf, type PhraseLanguage, type Wordlists } from './phrase-languages'

/** Far above 24 numbered words, far below what would make normalisation slow. */
const LONGEST_TEXT = 10_000
/** Between words people paste white space, commas and list numbers such as `1.`, `2)`, `#3` and `4:`. */
const SEPARATORS = /[\s,;\u3001\uff0c]+/
const LIST_NUMBER = /^(?:#\d{1,2}[.):]?|\d{1,2}[.):-]?)/
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const LETTERS = /^[\p{L}\p{M}]+$/u
/** Each is a word of its own in both Chinese lists, and they are often written without anything between them. */
const HAN = /\p{Script=Han}/gu

export interface ParseOptions {
  readonly wordlists: Wordlists
  /** The person says that a phrase in a language without a list is right as it stands. */
  readonly unlisted?: boolean
}

/** How well a phrase fits one list. */
interface Fit {
  /** Places, counted from 0, of words that are not in the list. */
  readonly unknown: readonly number[]
  readonly valid: boolean
}

/**
 * Reads a phrase in any case, any white space, numbered or not, in any of the languages with a list.
 * Throws `mnemonic/word-count`, `mnemonic/unknown-word` (with the position, never the word), `mnemonic/checksum`, and
 * `mnemonic/unlisted` for a language without a list unless that was said to be right. BIP-39.
 */
export async function parseMnemonic(
  text: string,
  { wordlists, unlisted = false }: ParseOptions,
): Promise<Mnemonic> {
  const typed = splitWords(text)
  checkCount(typed.length)
  // Decomposed once more: small letters may have marks of their own.
  const words = typed.map((word) => word.toLowerCase().normalize('NFKD'))
  const phrase = words.join(' ')
  const best = await bestFit(words, phrase, wordlists)
  // Slips leave most words standing; where most are strange the language is, though a few words are in many lists.
  if (best === undefined || best.unknown.length * 2 > words.length) {
    checkUnlisted(typed, unlisted)
    return Mnemonic.fromText(phrase)
  }
  const [unknown] = best.unknown
  if (unknown !== undefined) {
    throw new CryptoError(
      'mnemonic/unknown-word',
      `Word ${unknown + 1} is not one of the words that recovery phrases are made of. Check its spelling.`,
    )
  }
  if (!best.valid) {
    throw new CryptoError(
      'mnemonic/checksum',
      'Every word exists, but together they are not a recovery phrase. Check that none is swapped or mistaken.',
    )
  }
  return Mnemonic.fromText(phrase)
}

/** A list in which the phrase is whole, else the one with the fewest unknown words; undefined when no list has such letters. */
async function bestFit(
  words: readonly string[],
  phrase: string,
  wordlists: Wordlists,
): Promise<Fit | undefined> {
  let best: Fit | undefined
  for (const language of languagesOf(phrase)) {
    const fit = fitOf(words, phrase, await listOf(language, wordlists))
    if (fit.valid) return fit
    if (best === undefined || fit.unknown.length < best.unknown.length) best = fit
  }
  return best
}

async function listOf(language: PhraseLanguage, wordlists: Wordlists): Promise<readonly string[]> {
  return (await wordlists.load(language)).map((word) => word.normalize('NFKD'))
}

function fitOf(words: readonly string[], phrase: string, list: readonly string[]): Fit {
  const known = new Set(list)
  const unknown = words.flatMap((word, place) => (known.has(word) ? [] : [place]))
  return { unknown, valid: unknown.length === 0 && validateMnemonic(phrase, [...list]) }
}

function checkCount(found: number): void {
  if (WORD_COUNTS.includes(found)) return
  const counted = found === 1 ? '1 word' : `${found} words`
  throw new CryptoError(
    'mnemonic/word-count',
    `A recovery phrase has 12, 15, 18, 21 or 24 words. This one has ${counted}.`,
  )
}

/** Without a list nothing shows later that a letter was read wrongly: another wallet would open, and an empty one. */
function checkUnlisted(typed: readonly string[], accepted: boolean): void {
  const strange = typed.findIndex((word) => !LETTERS.test(word))
  if (strange !== -1) {
    throw new CryptoError('mnemonic/unknown-word', `Word ${strange + 1} is not a word. Check its spelling.`)
  }
  if (!accepted) {
    throw new CryptoError(
      'mnemonic/unlisted',
      'Sotto has no list of the words of this language, so it cannot find a slip of the pen. One wrong letter is another wallet.',
    )
  }
  // Turkish makes a dotless letter of it, and of the dotted capital what no other language would.
  const capital = typed.findIndex((word) => word.includes('I'))
  if (capital !== -1) {
    throw new CryptoError(
      'mnemonic/unknown-word',
      `Word ${capital + 1} has a capital I, whose small letter depends on the language. Write the phrase in small letters.`,
    )
  }
}

/** The words in NFKD, in the case they were typed in. */
function splitWords(text: string): string[] {
  if (text.length > LONGEST_TEXT) {
    throw new CryptoError('mnemonic/word-count', 'This text is far too long to be a recovery phrase.')
  }
  return text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(HAN, ' $& ')
    .split(SEPARATORS)
    .map((piece) => piece.replace(LIST_NUMBER, ''))
    .filter((word) => word !== '')
}
