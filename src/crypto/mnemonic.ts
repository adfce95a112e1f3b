import { entropyToMnemonic } from '@scure/bip39'
import { checkLength, concatBytes, equalBytes } from './bytes'
import { CryptoError } from './crypto-error'
import { OpaqueKey } from './opaque-key'
import type { Passphrase } from './passphrase'
import type { Wordlists } from './phrase-languages'
import { type RandomBytes, randomBytes } from './random'
import { encodeText } from './text'

export const WORD_COUNTS: readonly number[] = [12, 15, 18, 21, 24]
const SPACE = 0x20
const SEED_LENGTH = 64
const ROUNDS = 2048

/** A recovery phrase: its words in NFKD UTF-8 with single spaces, never longer a string than somebody looks at it. BIP-39. */
export class Mnemonic extends OpaqueKey {
  /** Takes the bytes that `use` lent. Throws `mnemonic/word-count`. */
  static fromBytes(bytes: Uint8Array): Mnemonic {
    const mnemonic = new Mnemonic('Mnemonic', bytes)
    if (!WORD_COUNTS.includes(mnemonic.wordCount())) {
      throw new CryptoError('mnemonic/word-count', 'These bytes do not hold the words of a recovery phrase.')
    }
    return mnemonic
  }

  /** For a phrase that was just made or typed, in NFKD with single spaces. Throws `mnemonic/word-count`. */
  static fromText(words: string): Mnemonic {
    const bytes = encodeText(words)
    const mnemonic = Mnemonic.fromBytes(bytes)
    bytes.fill(0)
    return mnemonic
  }

  wordCount(): number {
    return this.reveal().reduce((count, byte) => (byte === SPACE ? count + 1 : count), 1)
  }

  /** Lends the live bytes to `work`; they must not be kept. Throws `key/wiped` after `wipe`. */
  use<Result>(work: (bytes: Uint8Array<ArrayBuffer>) => Result): Result {
    return work(this.reveal())
  }

  /** For the one screen that shows the words to their owner, with plain spaces in every language: each has its own place there. */
  toText(): string {
    return new TextDecoder().decode(this.reveal()).normalize('NFC')
  }

  /** Whether that is the word at that place, counted from 1, however it was typed. */
  hasWord(place: number, word: string): boolean {
    const typed = word.normalize('NFKD').trim().toLowerCase().normalize('NFKD')
    const own = wordAt(this.reveal(), place)
    return own !== undefined && typed.isWellFormed() && equalBytes(own, encodeText(typed))
  }

  /** The 64-byte seed: 2,048 rounds of PBKDF2-HMAC-SHA512 over the phrase, salted with the passphrase. BIP-39. */
  async seed(passphrase?: Passphrase): Promise<Uint8Array> {
    const key = await crypto.subtle.importKey('raw', this.reveal(), 'PBKDF2', false, ['deriveBits'])
    const prefix = encodeText('mnemonic')
    const salt = passphrase === undefined ? prefix : passphrase.use((bytes) => concatBytes(prefix, bytes))
    const params = { name: 'PBKDF2', hash: 'SHA-512', salt, iterations: ROUNDS }
    const seed = new Uint8Array(await crypto.subtle.deriveBits(params, key, SEED_LENGTH * 8))
    salt.fill(0)
    return seed
  }
}

/** The live bytes of the word at that place, counted from 1; undefined when there is none. */
function wordAt(phrase: Uint8Array, place: number): Uint8Array | undefined {
  const spaces = [...phrase.keys()].filter((at) => phrase[at] === SPACE)
  const borders = [-1, ...spaces, phrase.length]
  const [before, end] = [borders[place - 1], borders[place]]
  return before === undefined || end === undefined ? undefined : phrase.subarray(before + 1, end)
}

/** Makes a new English phrase of 12 words (128 bits) or 24 (256 bits) from that many random bits and nothing else. BIP-39. */
export async function createMnemonic(
  bits: 128 | 256,
  wordlists: Wordlists,
  random: RandomBytes = randomBytes,
): Promise<Mnemonic> {
  const english = await wordlists.load('english')
  const entropy = random(bits / 8)
  checkLength(entropy, bits / 8, 'entropy of the phrase')
  const mnemonic = Mnemonic.fromText(entropyToMnemonic(entropy, [...english]))
  entropy.fill(0)
  return mnemonic
}
