import { hex, utf8 } from '@scure/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Mnemonic, Passphrase, SigningKey } from '../../crypto/index'
import type { Secret } from './secret'
import { isSameSecret } from './secret'
import { phraseSecret } from './vault.fake'
import { decodeVaultContent, encodeVaultContent, FIRST_SECRET_ID, wipeContent } from './vault-content'

const WORDS = `${'abandon '.repeat(11)}about`
const KEY: Secret = {
  kind: 'private-key',
  id: '8899aabbccddeeff',
  createdAt: 1_700_000_000_000,
  key: SigningKey.fromBytes(new Uint8Array(32).fill(7)),
}

/** As version 2 was first written: it must be read for ever. */
const FROZEN = [
  '02',
  '00000003',
  '0002',
  `01${'00112233aabbccdd'}${'4014000000000000'}005d${hex.encode(utf8.decode(WORDS))}0003${hex.encode(utf8.decode('pie'))}`,
  `02${'8899aabbccddeeff'}${'4278bcfe56800000'}0020${'07'.repeat(32)}`,
].join('')

const secret = fc.record({
  id: fc.uint8Array({ minLength: 8, maxLength: 8 }),
  at: fc.nat(),
  pass: fc.string({ unit: 'grapheme' }),
})

describe('the content of a vault', () => {
  it('V95: is written as it always was', () => {
    const phrase = { ...phraseSecret(WORDS), passphrase: Passphrase.fromText('pie') }
    expect(hex.encode(encodeVaultContent({ revision: 3, secrets: [phrase, KEY] }))).toBe(FROZEN)
    const { revision, secrets } = decodeVaultContent(hex.decode(FROZEN))
    expect(revision).toBe(3)
    expect(secrets.map(({ kind, id, createdAt }) => [kind, id, createdAt])).toEqual([
      ['phrase', phrase.id, 5],
      ['private-key', KEY.id, KEY.createdAt],
    ])
    expect(secrets.map((found, at) => isSameSecret(found, [phrase, KEY][at] ?? KEY))).toEqual([true, true])
  })

  it('comes back as it went in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(secret, { selector: ({ id }) => hex.encode(id), minLength: 1 }), (given) => {
        const secrets = given.map(({ id, at, pass }) => ({
          ...phraseSecret(WORDS, hex.encode(id)),
          createdAt: at,
          passphrase: Passphrase.fromText(pass),
        }))
        const back = decodeVaultContent(encodeVaultContent({ revision: 9, secrets }))
        expect(back.secrets).toHaveLength(secrets.length)
        back.secrets.forEach((found, at) => {
          const before = secrets[at]
          expect(before !== undefined && isSameSecret(found, before)).toBe(true)
          expect([found.id, found.createdAt]).toEqual([before?.id, before?.createdAt])
        })
      }),
      { numRuns: 50 },
    )
  })

  it('V85: is damaged when it is cut, longer, or anything else', () => {
    const whole = hex.decode(FROZEN)
    for (let length = 0; length < whole.length; length += 1)
      expect(() => decodeVaultContent(whole.subarray(0, length))).toThrow(/cannot read the wallet/)
    expect(() => decodeVaultContent(Uint8Array.of(...whole, 0))).toThrow(/cannot read the wallet/)
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(() => decodeVaultContent(bytes)).toThrow(/cannot read the wallet/)
      }),
    )
  })

  it('V95: is read from the version before, which was JSON with one phrase', () => {
    const entry = { kind: 'phrase', phrase: WORDS, source: 'created', createdAt: 5 }
    const { revision, secrets } = decodeVaultContent(utf8.decode(JSON.stringify({ entries: [entry] })))
    expect(revision).toBe(0)
    expect(secrets).toMatchObject([{ kind: 'phrase', id: FIRST_SECRET_ID, createdAt: 5 }])
    for (const other of [
      '{}',
      '{"entries":[]}',
      '{',
      JSON.stringify({ entries: [{ ...entry, phrase: 'a b' }] }),
    ])
      expect(() => decodeVaultContent(utf8.decode(other))).toThrow(/cannot read the wallet/)
  })

  it('is wiped whole', () => {
    const content = decodeVaultContent(hex.decode(FROZEN))
    wipeContent(content)
    for (const wiped of content.secrets) {
      const opened = wiped.kind === 'phrase' ? wiped.mnemonic : wiped.key
      expect(() => opened.use((bytes) => bytes)).toThrow(/no longer held/)
    }
    expect(String(Mnemonic.fromText(WORDS))).toBe('Mnemonic')
  })
})
