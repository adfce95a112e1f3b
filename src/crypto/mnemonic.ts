import { entropyToMnemonic, mnemonicToSeedWebcrypto, validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { checkLength } from './bytes'
import { CryptoError } from './crypto-error'
import { type RandomBytes, randomBytes } from './random'

const WORD_COUNTS = [12, 15, 18, 21, 24]
/** Far above 24 numbered words, far below what would make normalisation slow. */
const LONGEST_TEXT = 10_000
/** Between words people paste white space, commas and list numbers such as `1.`, `2)`, `#3` and `4:`. */
const SEPARATORS = /[\s,;]+/
const LIST_NUMBER = /^(?:#\d{1,2}[.):]?|\d{1,2}[.):-]?)/
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Makes a new English phrase of 12 words (128 bits) or 24 (256 bits) from that many random bits and nothing else. BIP-39. */
export function createMnemonic(bits: 128 | 256, random: RandomBytes = randomBytes): string {
  const entropy = random(bits / 8)
  checkLength(entropy, bits / 8, 'entropy of the phrase')
  const mnemonic = entropyToMnemonic(entropy, wordlist)
  entropy.fill(0)
  return mnemonic
}

/**
 * Reads a phrase as a person pasted it (any case, any white space, numbered or not) and gives it in lower case with single spaces.
 * Throws `mnemonic/word-count`, `mnemonic/unknown-word` (with the position, never the word), `mnemonic/checksum`. BIP-39.
 */
export function parseMnemonic(text: string): string {
  const words = splitWords(text)
  if (!WORD_COUNTS.includes(words.length)) {
    const found = words.length === 1 ? '1 word' : `${words.length} words`
    throw new CryptoError(
      'mnemonic/word-count',
      `A recovery phrase has 12, 15, 18, 21 or 24 words. This one has ${found}.`,
    )
  }
  const unknown = words.findIndex((word) => !wordlist.includes(word))
  if (unknown !== -1) {
    throw new CryptoError(
      'mnemonic/unknown-word',
      `Word ${unknown + 1} is not one of the words that recovery phrases are made of. Check its spelling.`,
    )
  }
  const mnemonic = words.join(' ')
  if (!validateMnemonic(mnemonic, wordlist)) {
    throw new CryptoError(
      'mnemonic/checksum',
      'Every word exists, but together they are not a recovery phrase. Check that none is swapped or mistaken.',
    )
  }
  return mnemonic
}

/** The 64-byte seed of a phrase and its optional extra passphrase: 2,048 rounds of PBKDF2-HMAC-SHA512. BIP-39. */
export async function seedFromMnemonic(mnemonic: string, passphrase = ''): Promise<Uint8Array> {
  return mnemonicToSeedWebcrypto(mnemonic, passphrase)
}

function splitWords(text: string): string[] {
  if (text.length > LONGEST_TEXT) {
    throw new CryptoError('mnemonic/word-count', 'This text is far too long to be a recovery phrase.')
  }
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .split(SEPARATORS)
    .map((piece) => piece.replace(LIST_NUMBER, ''))
    .filter((word) => word !== '')
}
