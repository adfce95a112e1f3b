import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOfAsync } from './code-of.fake'
import { DataKey } from './data-key'
import type { KdfParams } from './password-key'
import { sha256 } from './sha256'
import { openVault, openVaultContent, replaceVaultContent, sealVault } from './vault-sealing'

/** The cheapest that is allowed. */
const kdf: KdfParams = { memoryKib: 19 * 1024, iterations: 2, parallelism: 1 }
const password = 'correct horse'
const content = new TextEncoder().encode('a phrase of twelve words')
const dataKey = DataKey.fromBytes(new Uint8Array(32).fill(9))
const sealed = await sealVault({ password, dataKey, content, kdf })
const checksumAt = sealed.length - 32

/** A vault as someone would forge it who can write to storage: changed, its plain checksum made anew. */
function forged(change: (vault: Uint8Array) => void): Uint8Array {
  const vault = Uint8Array.from(sealed)
  change(vault)
  vault.set(sha256(vault.subarray(0, checksumAt)), checksumAt)
  return vault
}

const openingCode = (vault: Uint8Array): Promise<string> => codeOfAsync(() => openVault(vault, password))
const contentCode = (vault: Uint8Array): Promise<string> =>
  codeOfAsync(() => openVaultContent(vault, dataKey))

describe('a damaged vault', () => {
  it('V84: is told from a wrong password for a flip of any bit', async () => {
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = Uint8Array.from(sealed)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await openingCode(flipped)).toBe('vault/damaged')
    }
  })

  it('V85: is one of any shorter length, and of any longer one', async () => {
    for (let length = 0; length < sealed.length; length++) {
      expect(await openingCode(sealed.subarray(0, length))).toBe('vault/damaged')
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (more) => {
        expect(await openingCode(Uint8Array.from([...sealed, ...more]))).toBe('vault/damaged')
        expect(await openingCode(Uint8Array.from([...more, ...sealed]))).toBe('vault/damaged')
      }),
    )
  })
})

describe('a forged vault', () => {
  it('V84: gives its data key nothing, whichever byte was changed and the checksum made to fit', async () => {
    for (let place = 0; place < checksumAt; place++) {
      const vault = forged((bytes) => {
        bytes[place] = (bytes[place] ?? 0) ^ (1 << (place & 7))
      })
      expect([place, await contentCode(vault)]).toEqual([place, 'vault/damaged'])
    }
  })

  it('V84: gives its password nothing either', async () => {
    // Each field of the header, the wrapped key, the content's nonce, the content and its tag.
    const places = [19, 30, 50, 51, 62, 63, 94, 110, 111, 122, 123, 400, checksumAt - 1]
    for (const place of places) {
      const vault = forged((bytes) => {
        bytes[place] = (bytes[place] ?? 0) ^ 1
      })
      const expected = place < 111 ? 'vault/wrong-password' : 'vault/damaged'
      expect([place, await openingCode(vault)]).toEqual([place, expected])
    }
  })

  it('V86 V87: is no mixture of two vaults, of one data key or of two, wherever they are cut', async () => {
    const twins = [
      await sealVault({ password, dataKey, content, kdf }),
      await sealVault({ password, dataKey: DataKey.create(), content, kdf }),
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...twins),
        // The first 19 bytes are the same in all of them; 16 random ones are in none.
        fc.integer({ min: 35, max: checksumAt - 16 }),
        fc.boolean(),
        async (twin, cut, ownFirst) => {
          const mixed = forged((bytes) =>
            ownFirst ? bytes.set(twin.subarray(cut), cut) : bytes.set(twin.subarray(0, cut)),
          )
          expect(await contentCode(mixed)).toBe('vault/damaged')
        },
      ),
      { numRuns: 500 },
    )
    const mixed = forged((bytes) => bytes.set(twins[1]?.subarray(111) ?? [], 111))
    expect(await openingCode(mixed)).toBe('vault/damaged')
  })

  it('V87: neither opens nor takes other content with the data key of another profile', async () => {
    const other = DataKey.create()
    expect(await codeOfAsync(() => openVaultContent(sealed, other))).toBe('vault/damaged')
    expect(await codeOfAsync(() => replaceVaultContent(sealed, other, content))).toBe('vault/damaged')
  })

  it('V88: has no cost below the floor or above the ceiling, and is refused before any work', async () => {
    const outside = (low: number, high: number, most: number): fc.Arbitrary<number> =>
      fc.oneof(fc.integer({ min: 0, max: low - 1 }), fc.integer({ min: high + 1, max: most }))
    const costs = fc.oneof(
      outside(19 * 1024, 1024 * 1024, 0xffff_ffff).map((value) => ({ offset: 10, value })),
      outside(2, 20, 0xffff_ffff).map((value) => ({ offset: 14, value })),
      // One byte, read here with the three before it, which hold the two passes.
      outside(1, 16, 0xff).map((value) => ({ offset: 15, value: 0x200 + value })),
    )
    await fc.assert(
      fc.asyncProperty(costs, async ({ offset, value }) => {
        const vault = forged((bytes) => new DataView(bytes.buffer).setUint32(offset, value))
        expect(await openingCode(vault)).toBe('kdf/limits')
      }),
    )
  })

  it('V89: is named as of another version for any other version or key derivation', async () => {
    const other = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(
        other.filter(([version, derivation]) => version !== 1 || derivation !== 1),
        async (bytes) => {
          expect(await openingCode(forged((vault) => vault.set(bytes, 8)))).toBe('vault/version')
        },
      ),
    )
  })
})
