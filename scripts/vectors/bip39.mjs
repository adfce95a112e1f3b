// @ts-check
// Every phrase is read by our own parser and stretched by our own seed, and the account keys below it are ours; English
// phrases are also made. Ten of the word lists exist here; in all twelve languages the words must stand for the bits one to one.
import { deepEqual, equal } from 'node:assert/strict'
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
const { createMnemonic, parseMnemonic, Passphrase, pathText, SigningKey, sha256 } =
  await importTs('src/crypto/index.ts')

const PATH = /** @type {const} */ ({ coinType: 529, account: 0, change: 0, index: 0 })

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
/** @type {Record<string, string>} */
const LIST_NAMES = {
  'simplified-chinese': 'chinese_simplified',
  'traditional-chinese': 'chinese_traditional',
}
/** The languages whose list no package of ours holds. */
const WITHOUT_LIST = ['russian', 'turkish']
const PASSPHRASE = Passphrase.fromText('TREZOR')
const WORDLISTS = {
  /** @param {string} language */
  load: async (language) => LISTS[LIST_NAMES[language] ?? language] ?? [],
}

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
  if (language === 'english') await checkOwnEnglish(phrase, entropy)
  const read = await parseMnemonic(phrase, { wordlists: WORDLISTS, unlisted: list === undefined })
  equal(read.toText(), phrase.normalize('NFKD').normalize('NFC'))
  const seed = await read.seed(PASSPHRASE)
  equal(hex.encode(seed), seedHex)
  const root = HDKey.fromMasterSeed(seed)
  equal(root.privateExtendedKey, extendedKey)
  deepEqual(SigningKey.fromSeed(seed, PATH).publicKey(), root.derive(pathText(PATH)).publicKey)
}

/**
 * @param {string} phrase
 * @param {Uint8Array} entropy
 */
async function checkOwnEnglish(phrase, entropy) {
  const bits = entropy.length * 8
  if (bits === 128 || bits === 256)
    equal((await createMnemonic(bits, WORDLISTS, () => Uint8Array.from(entropy))).toText(), phrase)
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
