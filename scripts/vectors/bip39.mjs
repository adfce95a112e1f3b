// @ts-check
// Seeds come from our seedFromMnemonic in every language; English phrases are also made and read by our own functions.
// Ten of the word lists exist here; for all twelve languages the words must stand for the bits one to one.
import { equal } from 'node:assert/strict'
import { hex } from '@scure/base'
import { HDKey } from '@scure/bip32'
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist as czech } from '@scure/bip39/wordlists/czech.js'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as french } from '@scure/bip39/wordlists/french.js'
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js'
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js'
import { wordlist as korean } from '@scure/bip39/wordlists/korean.js'
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js'
import { wordlist as simplifiedChinese } from '@scure/bip39/wordlists/simplified-chinese.js'
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js'
import { wordlist as traditionalChinese } from '@scure/bip39/wordlists/traditional-chinese.js'
import { importTs } from '../run-ts.mjs'

/** @type {typeof import('../../src/crypto/index')} */
const { createMnemonic, parseMnemonic, seedFromMnemonic, sha256 } = await importTs('src/crypto/index.ts')

/** @type {Record<string, string[]>} */
const LISTS = {
  chinese_simplified: simplifiedChinese,
  chinese_traditional: traditionalChinese,
  czech,
  english,
  french,
  italian,
  japanese,
  korean,
  portuguese,
  spanish,
}
/** The languages whose list no package of ours holds. */
const WITHOUT_LIST = ['russian', 'turkish']
const PASSPHRASE = 'TREZOR'

/** @typedef {[entropy: string, phrase: string, seed: string, extendedKey: string]} Vector */

/** @param {Record<string, Vector[]>} languages */
export function runBip39(languages) {
  return Object.entries(languages).flatMap(([language, vectors]) => {
    const seen = { words: new Map(), indices: new Map() }
    return vectors.map((vector, index) => ({
      name: `${language} ${index + 1}`,
      run: () => checkVector(language, vector, seen),
    }))
  })
}

/**
 * @param {string} language
 * @param {Vector} vector
 * @param {{words: Map<string, number>, indices: Map<number, string>}} seen
 */
async function checkVector(language, [entropyHex, phrase, seedHex, extendedKey], seen) {
  const entropy = hex.decode(entropyHex)
  checkBits(phrase, entropy, seen)
  const list = LISTS[language]
  if (list === undefined)
    equal(WITHOUT_LIST.includes(language), true, `there is no word list for ${language}`)
  else {
    equal(entropyToMnemonic(entropy, list).normalize('NFKD'), phrase.normalize('NFKD'))
    equal(hex.encode(mnemonicToEntropy(phrase, list)), entropyHex)
  }
  if (language === 'english') checkOwnEnglish(phrase, entropy)
  const seed = await seedFromMnemonic(phrase, PASSPHRASE)
  equal(hex.encode(seed), seedHex)
  equal(HDKey.fromMasterSeed(seed).privateExtendedKey, extendedKey)
}

/**
 * @param {string} phrase
 * @param {Uint8Array} entropy
 */
function checkOwnEnglish(phrase, entropy) {
  equal(parseMnemonic(phrase), phrase)
  const bits = entropy.length * 8
  if (bits === 128 || bits === 256)
    equal(
      createMnemonic(bits, () => Uint8Array.from(entropy)),
      phrase,
    )
}

/**
 * Entropy and checksum in groups of 11 bits: BIP-39. A group always has the same word and a word always the same group.
 * @param {string} phrase
 * @param {Uint8Array} entropy
 * @param {{words: Map<string, number>, indices: Map<number, string>}} seen
 */
function checkBits(phrase, entropy, seen) {
  const inBits = (/** @type {Uint8Array} */ bytes) =>
    [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const bits = inBits(entropy) + inBits(sha256(entropy)).slice(0, entropy.length / 4)
  const words = phrase.normalize('NFKD').split(' ')
  equal(words.length, bits.length / 11)
  words.forEach((word, place) => {
    const group = Number.parseInt(bits.slice(11 * place, 11 * place + 11), 2)
    equal(seen.words.get(word) ?? group, group)
    equal(seen.indices.get(group) ?? word, word)
    seen.words.set(word, group)
    seen.indices.set(group, word)
  })
}
