import { entropyToMnemonic, validateMnemonic } from '@scure/bip39'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CryptoError } from './crypto-error'
import { Mnemonic } from './mnemonic'
import { parseMnemonic } from './parse-mnemonic'
import { PHRASE_LANGUAGES, type Wordlists } from './phrase-languages'
import { WORDLISTS } from './wordlists.fake'

const TWELVE = `${'abandon '.repeat(11)}about`
const TWENTY_FOUR = `${'abandon '.repeat(23)}art`
const words = TWELVE.split(' ')

async function read(text: string, unlisted = false): Promise<string> {
  return (await parseMnemonic(text, { wordlists: WORDLISTS, unlisted })).toText()
}

async function refusal(text: string): Promise<string> {
  return await read(text).then(
    () => 'accepted',
    (error: unknown) => (error instanceof CryptoError ? error.code : String(error)),
  )
}

describe('reading a phrase', () => {
  it('I115: reads any case, white space and numbering', async () => {
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
    for (const text of spellings) expect(await read(text)).toBe(TWELVE)
    expect(await read(` ${TWENTY_FOUR} `)).toBe(TWENTY_FOUR)
  })

  it('I115: refuses 11, 13 and 25 words, no words, and far too much text', async () => {
    const wrong = [
      '',
      ' \n',
      words.slice(1).join(' '),
      `${TWELVE} about`,
      `${TWENTY_FOUR} art`,
      'x'.repeat(10_001),
    ]
    for (const text of wrong) expect(await refusal(text)).toBe('mnemonic/word-count')
    await expect(read(words.slice(1).join(' '))).rejects.toThrow(/11 words/)
    await expect(read('about')).rejects.toThrow(/1 word\./)
  })

  it('I115: says which word is unknown, and never the word', async () => {
    const typo = [...words.slice(0, 4), 'abandom', ...words.slice(5)].join(' ')
    expect(await refusal(typo)).toBe('mnemonic/unknown-word')
    await expect(read(typo)).rejects.toThrow(/^Word 5 /)
    await expect(read(typo)).rejects.not.toThrow(/aband/)
    const letters = [...words.slice(0, 11), 'about\u0301'].join(' ')
    expect(await refusal(letters)).toBe('mnemonic/unknown-word')
  })

  it('I115: refuses a wrong checksum and swapped words', async () => {
    expect(await refusal('abandon '.repeat(12))).toBe('mnemonic/checksum')
    expect(await refusal(`about ${'abandon '.repeat(11)}`)).toBe('mnemonic/checksum')
  })

  it('reads nothing but its own errors out of any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: fc.constantFrom(...' 1.)#aébo\u3000\ufeff\0\n😀') }),
          fc.array(fc.constantFrom(...words, '1.', ' ')),
        ),
        async (text) => {
          expect(await refusal([text].flat().join(' '))).toMatch(/^(mnemonic\/|accepted)/)
        },
      ),
    )
  })

  it('loads no other list for an English phrase', async () => {
    const load: Wordlists['load'] = (language) =>
      language === 'english' ? WORDLISTS.load(language) : Promise.reject(new Error(language))
    expect((await parseMnemonic(TWELVE, { wordlists: { load } })).toText()).toBe(TWELVE)
  })

  it.each(PHRASE_LANGUAGES)('reads %s, composed or not, and finds its slips', async (language) => {
    const list = await WORDLISTS.load(language)
    const phrase = entropyToMnemonic(new Uint8Array(16).fill(0x5a), [...list])
      .normalize('NFKD')
      .replace(/\u3000/g, ' ')
    const seed = await Mnemonic.fromText(phrase).seed()
    for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) {
      const typed = phrase.normalize(form).toUpperCase().split(' ').join('\u3000')
      expect(await (await parseMnemonic(typed, { wordlists: WORDLISTS })).seed()).toEqual(seed)
    }
    const own = phrase.split(' ')
    expect(await refusal([own[1], own[0], ...own.slice(2)].join(' '))).toBe('mnemonic/checksum')
    const strange = language.endsWith('chinese') ? '龘' : `${own[3]}${own[3]}`
    const slip = [...own.slice(0, 3), strange, ...own.slice(4)].join(' ')
    expect(await refusal(slip)).toBe('mnemonic/unknown-word')
    await expect(read(slip, true)).rejects.toThrow(/^Word 4 /)
  })

  it('reads Chinese with nothing between the words', async () => {
    for (const language of ['simplified-chinese', 'traditional-chinese'] as const) {
      const phrase = entropyToMnemonic(new Uint8Array(32).fill(0x3c), [...(await WORDLISTS.load(language))])
      expect(await read(phrase.replaceAll(' ', ''))).toBe(phrase)
      const numbered = phrase.split(' ').map((word, index) => `${index + 1}\u3001${word}`)
      expect(await read(numbered.join(''))).toBe(phrase)
    }
  })

  it('takes a phrase for right that is one in any of the lists that have its words', async () => {
    const [english, french] = [await WORDLISTS.load('english'), await WORDLISTS.load('french')]
    const shared = french.filter((word) => english.includes(word))
    const valid = (words: string[], list: readonly string[]): boolean =>
      validateMnemonic(words.join(' '), [...list])
    const eleven = shared.slice(0, 11)
    const last = shared.find((word) => valid([...eleven, word], french) && !valid([...eleven, word], english))
    expect(last).toBeDefined()
    const phrase = [...eleven, last].join(' ')
    expect(await read(phrase)).toBe(phrase)
  })

  it('sees one letter of another script as a slip, and not as another language', async () => {
    for (const strange of ['аbandon', 'abandonß', 'あいだ', '的', '가격', 'abαndon']) {
      const slip = [strange, ...words.slice(1)].join(' ')
      for (const unlisted of [false, true]) await expect(read(slip, unlisted)).rejects.toThrow(/^Word 1 /)
    }
  })

  it('says of a phrase with any one letter changed that it is none', async () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéñłıжあ')
    await fc.assert(
      fc.asyncProperty(fc.nat(TWELVE.length - 1), letter, async (place, other) => {
        fc.pre(TWELVE[place] !== other && TWELVE[place] !== ' ')
        const changed = TWELVE.slice(0, place) + other + TWELVE.slice(place + 1)
        expect(await refusal(changed)).toMatch(/^mnemonic\/(unknown-word|checksum)$/)
        await expect(read(changed, true)).rejects.toThrow()
      }),
    )
  })

  it('takes a language without a list only when it is said to be right', async () => {
    const russian = 'икра супруг палуба должен залп встреча цветок хутор чистый жадный икра залп'
    const turkish = 'komedyen edat şelale arena cepken yoğurt asfalt tuzlu tansiyon üçbudak edat arena'
    for (const phrase of [russian, turkish]) {
      expect(await refusal(phrase)).toBe('mnemonic/unlisted')
      await expect(read(`${phrase.slice(0, phrase.lastIndexOf(' '))} w0rd`, true)).rejects.toThrow(
        /^Word 12 /,
      )
    }
    for (const phrase of [russian, turkish]) expect(await read(phrase, true)).toBe(phrase.normalize('NFC'))
    expect(await read(russian.toUpperCase(), true)).toBe(russian)
  })

  it('does not guess the small letter of a capital I where no list shows which it is', async () => {
    const turkish = 'komedyen edat şelale arena cepken yoğurt asfalt tuzlu tansiyon üçbudak ikram ıslak'
    expect(await read(turkish, true)).toBe(turkish)
    expect(await read(`Komedyen ${turkish.slice(9)}`, true)).toBe(turkish)
    await expect(read(turkish.replace('ikram', 'İkram'), true)).rejects.toThrow(/^Word 11 has a capital I/)
    await expect(read(turkish.replace('ıslak', 'Islak'), true)).rejects.toThrow(/^Word 12 has a capital I/)
    expect(await refusal(turkish.toLocaleUpperCase('tr'))).toBe('mnemonic/unlisted')
  })
})
