import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { codeOf, codeOfAsync } from './code-of.fake'
import { DataKey } from './data-key'
import { checkPassword, DEFAULT_KDF, deriveVaultKey, isWeakKdf, type KdfParams } from './password-key'
import { sha256 } from './sha256'
import { decodeVaultHeader, encodeVaultHeader, VAULT_HEADER_LENGTH } from './vault-header'
import { openVault, openVaultContent, replaceVaultContent, sealVault } from './vault-sealing'

/** The cheapest that is allowed. */
const kdf: KdfParams = { memoryKib: 19 * 1024, iterations: 2, parallelism: 1 }
const password = 'correct horse'
const content = new TextEncoder().encode('a phrase of twelve words')
const dataKey = DataKey.fromBytes(new Uint8Array(32).fill(9))
const sealed = await sealVault({ password, dataKey, content, kdf })

/** A vault as someone would forge it who can write to storage: changed, its plain checksum made anew. */
function forged(change: (vault: Uint8Array) => void): Uint8Array {
  const vault = Uint8Array.from(sealed)
  change(vault)
  vault.set(sha256(vault.subarray(0, -32)), vault.length - 32)
  return vault
}

describe('vault', () => {
  it('opens with its password to its data key and content', async () => {
    const opened = await openVault(sealed, password)
    expect(opened.content).toEqual(content)
    expect(opened.kdf).toEqual(kdf)
    expect(opened.dataKey.toSession()).toBe(dataKey.toSession())
    expect(await openVaultContent(sealed, dataKey)).toEqual(content)
  })

  it('V98: tells a wrong password, also one that could never be right', async () => {
    for (const wrong of [
      'correct horsf',
      'Correct horse',
      'short',
      'x'.repeat(2000),
      '\ud800'.repeat(8),
      '',
    ]) {
      expect(await codeOfAsync(() => openVault(sealed, wrong))).toBe('vault/wrong-password')
    }
  })

  it('V84: tells damage from a wrong password for a flip of any bit', async () => {
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = Uint8Array.from(sealed)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await codeOfAsync(() => openVault(flipped, password))).toBe('vault/damaged')
    }
  })

  it('V85: takes every shorter or longer vault for damaged', async () => {
    for (let length = 0; length < sealed.length; length++) {
      expect(await codeOfAsync(() => openVault(sealed.subarray(0, length), password))).toBe('vault/damaged')
    }
    const longer = new Uint8Array(sealed.length + 1)
    longer.set(sealed)
    expect(await codeOfAsync(() => openVault(longer, password))).toBe('vault/damaged')
  })

  it('V89: opens no vault of which a byte was changed and the checksum made to fit', async () => {
    // Each field of the header, the wrapped key, the content's nonce, the content and its tag.
    const places = [19, 30, 50, 51, 62, 63, 94, 110, 111, 122, 123, 400, sealed.length - 33]
    for (const place of places) {
      const vault = forged((bytes) => {
        bytes[place] = (bytes[place] ?? 0) ^ 1
      })
      const code = await codeOfAsync(() => openVault(vault, password))
      expect([place, code]).toEqual([place, place < 111 ? 'vault/wrong-password' : 'vault/damaged'])
    }
  })

  it('V89: names a vault of another version or key derivation', async () => {
    for (const place of [8, 9]) {
      const vault = forged((bytes) => {
        bytes[place] = 2
      })
      expect(await codeOfAsync(() => openVault(vault, password))).toBe('vault/version')
    }
  })

  it('V88: refuses stored costs below the floor or above the ceiling, before any work', async () => {
    for (const [offset, value] of [
      [10, 19 * 1024 - 1],
      [10, 1024 * 1024 + 1],
      [10, 0],
      [14, 1],
      [14, 21],
    ] as const) {
      const vault = forged((bytes) => new DataView(bytes.buffer).setUint32(offset, value))
      expect(await codeOfAsync(() => openVault(vault, password))).toBe('kdf/limits')
    }
    for (const lanes of [0, 17]) {
      const vault = forged((bytes) => {
        bytes[18] = lanes
      })
      expect(await codeOfAsync(() => openVault(vault, password))).toBe('kdf/limits')
    }
  })

  it('V87: opens no mixture of two vaults', async () => {
    const twin = await sealVault({ password, dataKey: DataKey.create(), content, kdf })
    const mixed = forged((bytes) => bytes.set(twin.subarray(111), 111))
    expect(await codeOfAsync(() => openVault(mixed, password))).toBe('vault/damaged')
    expect(await codeOfAsync(() => openVaultContent(twin, dataKey))).toBe('vault/damaged')
    expect(await codeOfAsync(() => replaceVaultContent(twin, dataKey, content))).toBe('vault/damaged')
    const again = await sealVault({ password, dataKey, content, kdf })
    const sameKey = forged((bytes) => bytes.set(again.subarray(111), 111))
    expect(await codeOfAsync(() => openVaultContent(sameKey, dataKey))).toBe('vault/damaged')
  })

  it('I8: seals everything under fresh randomness, of which it takes 32, 12 and 12 bytes', async () => {
    const asked: number[] = []
    const random = (length: number): Uint8Array => {
      asked.push(length)
      return new Uint8Array(length).fill(asked.length)
    }
    const one = await sealVault({ password, dataKey, content, kdf }, random)
    expect(asked).toEqual([32, 12, 12])
    asked.length = 0
    expect(await sealVault({ password, dataKey, content, kdf }, random)).toEqual(one)
    expect(await sealVault({ password, dataKey, content, kdf })).not.toEqual(sealed)
  })

  it('V95: keeps its format: a vault sealed today must open for ever', async () => {
    const random = (length: number): Uint8Array => new Uint8Array(length).fill(length)
    const vault = await sealVault({ password, dataKey, content, kdf }, random)
    expect(hex.encode(vault.subarray(0, VAULT_HEADER_LENGTH))).toMatchInlineSnapshot(
      `"534f54544f564c54010100004c00000000020120202020202020202020202020202020202020202020202020202020202020200c0c0c0c0c0c0c0c0c0c0c0c"`,
    )
    expect(hex.encode(sha256(vault))).toMatchInlineSnapshot(
      `"e260acd236be393776f992fb19a15f42d60f4dd57c181d2e5029eec9b9bff09f"`,
    )
  })

  it('hides whether it holds 12 or 24 words', async () => {
    const twelve = await replaceVaultContent(sealed, dataKey, new Uint8Array(70))
    const twentyFour = await replaceVaultContent(sealed, dataKey, new Uint8Array(160))
    expect(twelve.length).toBe(twentyFour.length)
  })

  it('replaces the content under the same password, with another nonce', async () => {
    const next = new Uint8Array(1000).fill(7)
    const replaced = await replaceVaultContent(sealed, dataKey, next)
    expect((await openVault(replaced, password)).content).toEqual(next)
    expect(replaced.subarray(0, 111)).toEqual(sealed.subarray(0, 111))
    expect(replaced.subarray(111, 123)).not.toEqual(sealed.subarray(111, 123))
  })

  it('writes and reads every header it allows', () => {
    const header = {
      kdf: { memoryKib: 1_048_576, iterations: 20, parallelism: 16 },
      salt: new Uint8Array(32).fill(1),
      nonce: new Uint8Array(12).fill(2),
    }
    const bytes = encodeVaultHeader(header)
    expect(bytes).toHaveLength(VAULT_HEADER_LENGTH)
    expect(decodeVaultHeader(bytes)).toEqual(header)
  })
})

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
    expect(await codeOfAsync(() => deriveVaultKey(password, new Uint8Array(0), kdf))).toBe('bytes/length')
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
