import { createDecipheriv, hkdfSync } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOfAsync } from './code-of.fake'
import { DataKey } from './data-key'
import { unwrapDataKey, wrapDataKey } from './passkey-wrap'
import { sha256 } from './sha256'

const passkey = {
  output: new Uint8Array(32).fill(1),
  salt: new Uint8Array(32).fill(2),
  credentialId: 'Y3JlZGVudGlhbA',
}
const dataKey = DataKey.create()
const wrapped = await wrapDataKey({ dataKey, ...passkey })

describe('a data key under a passkey', () => {
  it('comes back with the output of that passkey, and under fresh randomness each time', async () => {
    const opened = await unwrapDataKey({ wrapped, ...passkey })
    expect(opened?.toSession()).toBe(dataKey.toSession())
    expect(wrapped).toHaveLength(101)
    expect(await wrapDataKey({ dataKey, ...passkey })).not.toEqual(wrapped)
  })

  it('is closed to every other output, salt and credential', async () => {
    const others = [
      { ...passkey, output: new Uint8Array(32) },
      { ...passkey, salt: new Uint8Array(32) },
      { ...passkey, credentialId: 'other' },
    ]
    for (const other of others) expect(await unwrapDataKey({ wrapped, ...other })).toBeUndefined()
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.string(),
        async (output, salt, credentialId) => {
          expect(await unwrapDataKey({ wrapped, output, salt, credentialId })).toBeUndefined()
          const own = { output, salt, credentialId }
          const opened = await unwrapDataKey({ wrapped: await wrapDataKey({ dataKey, ...own }), ...own })
          expect(opened?.toSession()).toBe(dataKey.toSession())
        },
      ),
    )
  })

  it('V90: takes no output, salt or randomness of another length', async () => {
    for (const length of [0, 31, 33]) {
      const bytes = new Uint8Array(length)
      for (const wrong of [
        { ...passkey, output: bytes },
        { ...passkey, salt: bytes },
      ]) {
        expect(await codeOfAsync(() => wrapDataKey({ dataKey, ...wrong }))).toBe('bytes/length')
        expect(await codeOfAsync(() => unwrapDataKey({ wrapped, ...wrong }))).toBe('bytes/length')
      }
      expect(await codeOfAsync(() => wrapDataKey({ dataKey, ...passkey }, () => bytes))).toBe('nonce/length')
    }
  })

  it('V95: keeps its format, which any other implementation of the same standards opens', async () => {
    const key = new Uint8Array(hkdfSync('sha256', passkey.output, passkey.salt, 'sotto/passkey/v1', 32))
    const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(9, 21))
    decipher.setAAD(Buffer.concat([wrapped.subarray(0, 21), Buffer.from(passkey.credentialId)]))
    decipher.setAuthTag(wrapped.subarray(53, 69))
    const bytes = Buffer.concat([decipher.update(wrapped.subarray(21, 53)), decipher.final()])
    expect(dataKey.use((own) => bytes.equals(own))).toBe(true)
    expect(Buffer.from(wrapped.subarray(0, 9)).toString('latin1')).toBe('SOTTOPKY\x01')
    expect(wrapped.subarray(69)).toEqual(sha256(wrapped.subarray(0, 69)))
  })

  it('V84 V85: shows every flipped bit and every other length as damage', async () => {
    for (let length = 0; length < wrapped.length; length++) {
      const short = wrapped.subarray(0, length)
      expect(await codeOfAsync(() => unwrapDataKey({ wrapped: short, ...passkey }))).toBe('passkey/damaged')
    }
    const long = Uint8Array.from([...wrapped, 0])
    expect(await codeOfAsync(() => unwrapDataKey({ wrapped: long, ...passkey }))).toBe('passkey/damaged')
    for (let bit = 0; bit < wrapped.length * 8; bit += 1) {
      const flipped = Uint8Array.from(wrapped)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await expect(unwrapDataKey({ wrapped: flipped, ...passkey })).rejects.toMatchObject({
        code: 'passkey/damaged',
      })
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await expect(unwrapDataKey({ wrapped: bytes, ...passkey })).rejects.toMatchObject({
          code: 'passkey/damaged',
        })
      }),
    )
  })

  it('V84 V89: opens for no byte that was changed and the checksum made to fit', async () => {
    for (let place = 0; place < 69; place++) {
      const changed = Uint8Array.from(wrapped)
      changed[place] = (changed[place] ?? 0) ^ (1 << (place & 7))
      changed.set(sha256(changed.subarray(0, 69)), 69)
      const opened = unwrapDataKey({ wrapped: changed, ...passkey })
      if (place < 9) expect(await codeOfAsync(() => opened)).toBe('passkey/damaged')
      else expect(await opened).toBeUndefined()
    }
  })
})
