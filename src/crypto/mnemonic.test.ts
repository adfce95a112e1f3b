import { hex } from '@scure/base'
import { entropyToMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf } from './code-of.fake'
import { createMnemonic, Mnemonic } from './mnemonic'
import { Passphrase } from './passphrase'
import { WORDLISTS } from './wordlists.fake'

const TWELVE = `${'abandon '.repeat(11)}about`
const accented = Passphrase.fromText('cafe\u0301')

describe('creating a phrase', () => {
  it('V: takes exactly 128 or 256 random bits, which determine the phrase alone', async () => {
    for (const [bits, count] of [
      [128, 12],
      [256, 24],
    ] as const) {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: bits / 8, maxLength: bits / 8 }), async (entropy) => {
          const asked: number[] = []
          const random = (length: number): Uint8Array => {
            asked.push(length)
            return Uint8Array.from(entropy)
          }
          const phrase = await createMnemonic(bits, WORDLISTS, random)
          expect(asked).toEqual([bits / 8])
          expect(phrase.toText()).toBe(entropyToMnemonic(entropy, wordlist))
          expect(phrase.wordCount()).toBe(count)
          expect((await createMnemonic(bits, WORDLISTS, random)).toText()).toBe(phrase.toText())
        }),
        { numRuns: 50 },
      )
    }
  })

  it('gives another phrase for every single bit that differs', async () => {
    const phrases = new Set<string>()
    for (let bit = 0; bit < 128; bit++) {
      const random = (length: number): Uint8Array =>
        new Uint8Array(length).fill(1 << (bit % 8), bit >> 3, (bit >> 3) + 1)
      phrases.add((await createMnemonic(128, WORDLISTS, random)).toText())
    }
    expect(phrases.size).toBe(128)
  })

  it('refuses a source that gives another length, and wipes what it gave', async () => {
    const short = createMnemonic(128, WORDLISTS, () => new Uint8Array(15))
    await expect(short).rejects.toMatchObject({ code: 'bytes/length' })
    const source = new Uint8Array(16).fill(7)
    await createMnemonic(128, WORDLISTS, () => source)
    expect(source).toEqual(new Uint8Array(16))
  })

  it('uses the platform’s randomness by itself', async () => {
    const make = async (): Promise<string> => (await createMnemonic(256, WORDLISTS)).toText()
    expect(await make()).not.toBe(await make())
  })
})

describe('a phrase that is held', () => {
  const held = (): Mnemonic => Mnemonic.fromText(TWELVE)

  it('has the seed of BIP-39, with and without a passphrase in any normal form', async () => {
    const plain = await held().seed()
    expect(hex.encode(plain).slice(0, 32)).toBe('5eb00bbddcf069084889a8ab91555681')
    expect(await held().seed(Passphrase.fromText(''))).toEqual(plain)
    const trezor = await held().seed(Passphrase.fromText('TREZOR'))
    expect(hex.encode(trezor).slice(0, 32)).toBe('c55257c360c07c72029aebc1b53c05ed')
    expect(await held().seed(Passphrase.fromText('café'))).toEqual(await held().seed(accented))
  })

  it('knows its words by their places, however they are typed', () => {
    expect(held().hasWord(12, 'about')).toBe(true)
    expect(held().hasWord(12, ' ABOUT ')).toBe(true)
    expect(held().hasWord(1, '\uff21bandon\u3000')).toBe(true)
    const accents = Mnemonic.fromText(['e\u0301cole', ...TWELVE.split(' ').slice(1)].join(' '))
    expect(accents.hasWord(1, '\u00c9cole')).toBe(true)
    expect(accents.hasWord(1, 'ecole')).toBe(false)
    for (const [place, word] of [
      [11, 'about'],
      [0, 'about'],
      [13, ''],
      [12, ''],
      [12, 'abou'],
      [12, 'about about'],
      [11, 'abandon about'],
      [12, 'abou\ud800'],
      [-1, 'abandon'],
    ] as const)
      expect(held().hasWord(place, word)).toBe(false)
  })

  it('is lent as bytes that make it again, and is nothing after wiping', async () => {
    const phrase = held()
    expect(Mnemonic.fromBytes(phrase.use((bytes) => Uint8Array.from(bytes))).toText()).toBe(TWELVE)
    expect(codeOf(() => Mnemonic.fromBytes(new TextEncoder().encode('one two')))).toBe('mnemonic/word-count')
    expect(`${phrase} ${JSON.stringify({ phrase })}`).toBe('Mnemonic {"phrase":"Mnemonic"}')
    phrase.wipe()
    expect(codeOf(() => phrase.toText())).toBe('key/wiped')
    await expect(phrase.seed()).rejects.toMatchObject({ code: 'key/wiped' })
  })

  it('has a passphrase that is as opaque', () => {
    expect(Passphrase.fromText('').isEmpty()).toBe(true)
    expect(accented.isEmpty()).toBe(false)
    expect(Passphrase.fromBytes(accented.use((bytes) => Uint8Array.from(bytes))).toText()).toBe('cafe\u0301')
    expect(String(accented)).toBe('Passphrase')
  })
})
