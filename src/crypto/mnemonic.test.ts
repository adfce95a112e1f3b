import { hex } from '@scure/base'
import { entropyToMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf } from './code-of.fake'
import { createMnemonic, parseMnemonic, seedFromMnemonic } from './mnemonic'

const TWELVE = `${'abandon '.repeat(11)}about`
const TWENTY_FOUR = `${'abandon '.repeat(23)}art`
const words = TWELVE.split(' ')

describe('creating a phrase', () => {
  it('V: takes exactly 128 or 256 random bits, which determine the phrase alone', () => {
    for (const [bits, count] of [
      [128, 12],
      [256, 24],
    ] as const) {
      fc.assert(
        fc.property(fc.uint8Array({ minLength: bits / 8, maxLength: bits / 8 }), (entropy) => {
          const asked: number[] = []
          const random = (length: number): Uint8Array => {
            asked.push(length)
            return Uint8Array.from(entropy)
          }
          const phrase = createMnemonic(bits, random)
          expect(asked).toEqual([bits / 8])
          expect(phrase).toBe(entropyToMnemonic(entropy, wordlist))
          expect(phrase.split(' ')).toHaveLength(count)
          expect(createMnemonic(bits, random)).toBe(phrase)
          expect(parseMnemonic(phrase)).toBe(phrase)
        }),
        { numRuns: 50 },
      )
    }
  })

  it('gives another phrase for every single bit that differs', () => {
    const phrases = new Set<string>()
    for (let bit = 0; bit < 128; bit++) {
      phrases.add(
        createMnemonic(128, (length) =>
          new Uint8Array(length).fill(1 << (bit % 8), bit >> 3, (bit >> 3) + 1),
        ),
      )
    }
    expect(phrases.size).toBe(128)
  })

  it('refuses a source that gives another length, and wipes what it gave', () => {
    expect(codeOf(() => createMnemonic(128, () => new Uint8Array(15)))).toBe('bytes/length')
    const source = new Uint8Array(16).fill(7)
    createMnemonic(128, () => source)
    expect(source).toEqual(new Uint8Array(16))
  })

  it('uses the platform’s randomness by itself', () => {
    expect(createMnemonic(256)).not.toBe(createMnemonic(256))
  })
})

describe('reading a phrase', () => {
  it('I115: reads any case, white space and numbering', () => {
    const spellings = [
      TWELVE,
      TWELVE.toUpperCase(),
      `  ${words.join('\u00a0')}\n`,
      words.join('\t'),
      words.join('\r\n'),
      words.join(' \u3000 '),
      words.map((word, index) => `${index + 1}. ${word}`).join('\n'),
      words.map((word, index) => `${index + 1}) ${word}`).join(' '),
      words.map((word, index) => `${index + 1}.${word}`).join('\n'),
      words.map((word, index) => `#${index + 1} ${word}`).join('\n'),
      words.map((word, index) => `${index + 1}: ${word},`).join('\n'),
      words.map((word, index) => `${index + 1} ${word}`).join('\n'),
      words.join(', '),
      `\ufeff${words.join('\u200b \u200b')}`,
      [...TWELVE]
        .map((letter) => (letter === ' ' ? letter : String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)))
        .join(''),
    ]
    for (const text of spellings) expect(parseMnemonic(text)).toBe(TWELVE)
    expect(parseMnemonic(` ${TWENTY_FOUR} `)).toBe(TWENTY_FOUR)
  })

  it('I115: refuses 11, 13 and 25 words, no words, and far too much text', () => {
    const wrong = [
      '',
      ' \n',
      words.slice(1).join(' '),
      `${TWELVE} about`,
      `${TWENTY_FOUR} art`,
      'x'.repeat(10_001),
    ]
    for (const text of wrong) expect(codeOf(() => parseMnemonic(text))).toBe('mnemonic/word-count')
    expect(() => parseMnemonic(words.slice(1).join(' '))).toThrow(/11 words/)
    expect(() => parseMnemonic('about')).toThrow(/1 word\./)
  })

  it('I115: says which word is unknown, and never the word', () => {
    const typo = [...words.slice(0, 4), 'abandom', ...words.slice(5)].join(' ')
    expect(codeOf(() => parseMnemonic(typo))).toBe('mnemonic/unknown-word')
    expect(() => parseMnemonic(typo)).toThrow(/^Word 5 /)
    expect(() => parseMnemonic(typo)).not.toThrow(/aband/)
    const letters = [...words.slice(0, 11), 'about\u0301'].join(' ')
    expect(codeOf(() => parseMnemonic(letters))).toBe('mnemonic/unknown-word')
  })

  it('I115: refuses a wrong checksum and swapped words', () => {
    expect(codeOf(() => parseMnemonic('abandon '.repeat(12)))).toBe('mnemonic/checksum')
    expect(codeOf(() => parseMnemonic(`about ${'abandon '.repeat(11)}`))).toBe('mnemonic/checksum')
  })

  it('reads nothing but its own errors out of any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: fc.constantFrom(...' 1.)#aébo\u3000\ufeff\0\n😀') }),
          fc.array(fc.constantFrom(...words, '1.', ' ')),
        ),
        (text) => {
          expect(codeOf(() => parseMnemonic([text].flat().join(' ')))).toMatch(/^(mnemonic\/|accepted)/)
        },
      ),
    )
  })
})

describe('seed of a phrase', () => {
  it('is the one of BIP-39, with and without a passphrase in any normal form', async () => {
    const plain = await seedFromMnemonic(TWELVE)
    expect(hex.encode(plain).slice(0, 32)).toBe('5eb00bbddcf069084889a8ab91555681')
    const trezor = await seedFromMnemonic(TWELVE, 'TREZOR')
    expect(hex.encode(trezor).slice(0, 32)).toBe('c55257c360c07c72029aebc1b53c05ed')
    expect(await seedFromMnemonic(TWELVE, 'café')).toEqual(await seedFromMnemonic(TWELVE, 'cafe\u0301'))
  })
})
