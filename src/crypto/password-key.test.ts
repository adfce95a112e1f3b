import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, codeOfAsync } from './code-of.fake'
import { DataKey } from './data-key'
import { checkPassword, DEFAULT_KDF, deriveVaultKey, isWeakKdf, type KdfParams } from './password-key'
import { sealVault } from './vault-sealing'

/** The cheapest that is allowed. */
const kdf: KdfParams = { memoryKib: 19 * 1024, iterations: 2, parallelism: 1 }
const password = 'correct horse'
const content = new Uint8Array(5)
const dataKey = DataKey.create()

describe('passwords', () => {
  const salt = new Uint8Array(32).fill(4)
  const bytesOf = async (text: string): Promise<number[]> =>
    (await deriveVaultKey(text, salt, kdf)).use((bytes) => [...bytes])

  it('V97: gives the same key for NFC, NFD and compatibility spellings', async () => {
    const composed = await bytesOf('p\u00e4ssw\u00f6rd')
    expect(await bytesOf('pa\u0308sswo\u0308rd')).toEqual(composed)
    expect(await bytesOf('\uff50\u00e4ssw\u00f6rd')).toEqual(composed)
    expect(await bytesOf('p\u00e4ssw\u00f6re')).not.toEqual(composed)
  })

  it('V97: counts characters, not code units, and bytes above', () => {
    expect(codeOf(() => checkPassword('1234567'))).toBe('password/short')
    expect(codeOf(() => checkPassword('😀'.repeat(7)))).toBe('password/short')
    expect(codeOf(() => checkPassword('😀'.repeat(8)))).toBe('accepted')
    expect(codeOf(() => checkPassword('12345678'))).toBe('accepted')
    expect(codeOf(() => checkPassword('x'.repeat(1024)))).toBe('accepted')
    expect(codeOf(() => checkPassword('x'.repeat(1025)))).toBe('password/long')
    expect(codeOf(() => checkPassword('é'.repeat(513)))).toBe('password/long')
    expect(codeOf(() => checkPassword('x'.repeat(10_240)))).toBe('password/long')
    expect(codeOf(() => checkPassword('\ud83d'.repeat(9)))).toBe('password/characters')
  })

  it('refuses to seal with a short or long password, or outside the limits', async () => {
    for (const [change, code] of [
      [{ password: 'short' }, 'password/short'],
      [{ password: 'x'.repeat(1025) }, 'password/long'],
      [{ kdf: { ...kdf, iterations: 1 } }, 'kdf/limits'],
      [{ kdf: { ...kdf, memoryKib: 1.5 } }, 'kdf/limits'],
    ] as const) {
      expect(await codeOfAsync(() => sealVault({ password, dataKey, content, kdf, ...change }))).toBe(code)
    }
  })

  it('V90: takes no salt that is empty or of another length, and seals nothing with a short nonce', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 100 }).filter(({ length }) => length !== 32),
        async (other) => {
          expect(await codeOfAsync(() => deriveVaultKey(password, other, kdf))).toBe('bytes/length')
        },
      ),
    )
    const sealedWith = (random: (length: number) => Uint8Array): Promise<string> =>
      codeOfAsync(() => sealVault({ password, dataKey, content, kdf }, random))
    expect(await sealedWith(() => new Uint8Array(0))).toBe('bytes/length')
    expect(await sealedWith((length) => new Uint8Array(length === 12 ? 11 : length))).toBe('nonce/length')
  })

  it('knows which stored costs to raise', () => {
    expect(isWeakKdf(kdf)).toBe(true)
    expect(isWeakKdf(DEFAULT_KDF)).toBe(false)
    expect(isWeakKdf({ ...DEFAULT_KDF, iterations: 4 })).toBe(false)
  })

  it('prints as its class name', async () => {
    const key = await deriveVaultKey(password, salt, kdf)
    expect(`${key} ${JSON.stringify({ key })}`).toBe('VaultKey {"key":"VaultKey"}')
    key.wipe()
    expect(codeOf(() => key.use(() => 1))).toBe('key/wiped')
  })
})
