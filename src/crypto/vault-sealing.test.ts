import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { codeOfAsync } from './code-of.fake'
import { DataKey } from './data-key'
import type { KdfParams } from './password-key'
import { sha256 } from './sha256'
import { decodeVaultHeader, encodeVaultHeader, VAULT_HEADER_LENGTH } from './vault-header'
import { isIntactVault, openVault, openVaultContent, replaceVaultContent, sealVault } from './vault-sealing'

/** The cheapest that is allowed. */
const kdf: KdfParams = { memoryKib: 19 * 1024, iterations: 2, parallelism: 1 }
const password = 'correct horse'
const content = new TextEncoder().encode('a phrase of twelve words')
const dataKey = DataKey.fromBytes(new Uint8Array(32).fill(9))
const sealed = await sealVault({ password, dataKey, content, kdf })

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

  it('I118: takes no backup for a vault, and no vault for a backup', async () => {
    const parts = { password, dataKey, content: new Uint8Array(5), kdf }
    const backup = await sealVault({ ...parts, purpose: 'backup' })
    const vault = await sealVault(parts)
    expect((await openVault(backup, password, 'backup')).content).toEqual(new Uint8Array(5))
    await expect(openVault(backup, password)).rejects.toMatchObject({ code: 'vault/damaged' })
    await expect(openVault(vault, password, 'backup')).rejects.toMatchObject({ code: 'vault/damaged' })
    // Nor one whose magic was changed and whose checksum was made to fit.
    const disguised = Uint8Array.from(backup)
    disguised.set(vault.subarray(0, 8))
    disguised.set(sha256(disguised.subarray(0, -32)), disguised.length - 32)
    expect(isIntactVault(disguised)).toBe(true)
    await expect(openVault(disguised, password)).rejects.toMatchObject({ code: 'vault/wrong-password' })
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
      purpose: 'vault' as const,
      kdf: { memoryKib: 1_048_576, iterations: 20, parallelism: 16 },
      salt: new Uint8Array(32).fill(1),
      nonce: new Uint8Array(12).fill(2),
    }
    const bytes = encodeVaultHeader(header)
    expect(bytes).toHaveLength(VAULT_HEADER_LENGTH)
    expect(decodeVaultHeader(bytes, 'vault')).toEqual(header)
  })
})
