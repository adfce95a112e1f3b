import { createHmac, hkdfSync } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, codeOfAsync } from './code-of.fake'
import { DataKey } from './data-key'
import { openRecord, sealRecord } from './record-sealing'
import { padSealed, unpadSealed } from './sealed-padding'

const key = DataKey.fromBytes(new Uint8Array(32).fill(1))
const other = DataKey.fromBytes(new Uint8Array(32).fill(2))
const text = new TextEncoder().encode('{"viewing key":"secret"}')

describe('records', () => {
  it('opens any record it sealed, under its identity', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.uint8Array({ maxLength: 1500 }), async (identity, plaintext) => {
        const sealed = await sealRecord(key, identity, plaintext)
        expect(await openRecord(key, identity, sealed)).toEqual(plaintext)
      }),
      { numRuns: 50 },
    )
  })

  it('V86: does not open under any other identity or key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (own, foreign) => {
        fc.pre(own !== foreign)
        const sealed = await sealRecord(key, own, text)
        expect(await codeOfAsync(() => openRecord(key, foreign, sealed))).toBe('record/damaged')
        expect(await codeOfAsync(() => openRecord(other, own, sealed))).toBe('record/damaged')
      }),
    )
  })

  it('V84: notices a flip of any bit', async () => {
    const sealed = await sealRecord(key, 'tokens/1', text)
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = Uint8Array.from(sealed)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await codeOfAsync(() => openRecord(key, 'tokens/1', flipped))).toBe('record/damaged')
    }
  })

  it('V85: notices every missing end, and more behind it', async () => {
    const sealed = await sealRecord(key, 'tokens/1', text)
    for (let length = 0; length < sealed.length; length++) {
      const short = sealed.subarray(0, length)
      expect(await codeOfAsync(() => openRecord(key, 'tokens/1', short))).toBe('record/damaged')
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 1100 }), async (more) => {
        const long = Uint8Array.from([...sealed, ...more])
        expect(await codeOfAsync(() => openRecord(key, 'tokens/1', long))).toBe('record/damaged')
      }),
    )
  })

  it('V89: reads no record of another version', async () => {
    const sealed = await sealRecord(key, 'tokens/1', text)
    for (let version = 0; version < 256; version++) {
      const changed = Uint8Array.from(sealed)
      changed[0] = version
      const code = version === 1 ? 'accepted' : 'record/damaged'
      expect(await codeOfAsync(() => openRecord(key, 'tokens/1', changed))).toBe(code)
    }
  })

  it('I8: uses a fresh nonce each time and hides the length within 512 bytes', async () => {
    const [one, two] = [await sealRecord(key, 'a', text), await sealRecord(key, 'a', text)]
    expect(one).not.toEqual(two)
    expect((await sealRecord(key, 'a', new Uint8Array(500))).length).toBe(one.length)
    expect(one.length).toBe(1 + 12 + 512 + 16)
    expect((await sealRecord(key, 'a', new Uint8Array(509))).length).toBe(1 + 12 + 1024 + 16)
  })

  it('keeps opening records of this format', async () => {
    const random = (length: number): Uint8Array => new Uint8Array(length).fill(3)
    const sealed = await sealRecord(key, 'a', new Uint8Array(0), random)
    expect(sealed.subarray(0, 13)).toEqual(Uint8Array.of(1, ...new Uint8Array(12).fill(3)))
    expect([...sealed.subarray(-4)]).toMatchInlineSnapshot(`
      [
        130,
        148,
        125,
        185,
      ]
    `)
  })
})

describe('padding of sealed texts', () => {
  it('gives back any text, in whole blocks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (plaintext) => {
        const padded = padSealed(plaintext)
        expect(padded.length % 512).toBe(0)
        expect(unpadSealed(padded)).toEqual(plaintext)
      }),
    )
  })

  it('takes no other padding', () => {
    const padded = padSealed(text)
    const dirty = Uint8Array.from(padded)
    dirty[511] = 1
    const tooLong = Uint8Array.from(padded)
    tooLong[2] = 2
    const spare = new Uint8Array(1024)
    spare.set(padded)
    for (const wrong of [new Uint8Array(0), padded.subarray(1), dirty, tooLong, spare]) {
      expect(unpadSealed(wrong)).toBeUndefined()
    }
  })
})

describe('names of records', () => {
  it('are always the same for one key and identity, and say nothing', () => {
    const again = DataKey.fromSession(key.toSession())
    expect(key.recordName('local:balance/secret-4')).toBe('a51e84bc3cf9fedda389a03687727528')
    expect(again?.recordName('local:balance/secret-4')).toBe(key.recordName('local:balance/secret-4'))
    expect(other.recordName('local:balance/secret-4')).not.toBe(key.recordName('local:balance/secret-4'))
  })

  it('are those of HMAC-SHA256 under a key derived by HKDF-SHA256', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (identity) => {
        const secret = hkdfSync('sha256', new Uint8Array(32).fill(1), 'sotto/data-key/v1', 'record-name', 32)
        const tag = createHmac('sha256', new Uint8Array(secret)).update(identity).digest('hex')
        expect(key.recordName(identity)).toBe(tag.slice(0, 32))
      }),
      { numRuns: 50 },
    )
  })

  it('cannot be told once the key is wiped', () => {
    const fresh = DataKey.create()
    fresh.wipe()
    expect(codeOf(() => fresh.recordName('a'))).toBe('key/wiped')
  })
})

describe('data key', () => {
  it('goes through session storage and back', async () => {
    const fresh = DataKey.create()
    const back = DataKey.fromSession(fresh.toSession())
    expect(back).toBeDefined()
    const sealed = await sealRecord(fresh, 'a', text)
    if (back !== undefined) expect(await openRecord(back, 'a', sealed)).toEqual(text)
  })

  it('V99: takes a garbled session text for locked', () => {
    const good = key.toSession()
    for (let index = 0; index < good.length; index++) {
      const letter = good[index] === 'A' ? 'B' : 'A'
      expect(DataKey.fromSession(good.slice(0, index) + letter + good.slice(index + 1))).toBeUndefined()
      expect(DataKey.fromSession(good.slice(0, index))).toBeUndefined()
    }
    for (const text of ['', '{}', 'é', '====', `${good}AAAA`])
      expect(DataKey.fromSession(text)).toBeUndefined()
  })

  it('takes 32 bytes from its source, and prints as its class name', () => {
    const asked: number[] = []
    const made = DataKey.create((length) => {
      asked.push(length)
      return new Uint8Array(length).fill(1)
    })
    expect(asked).toEqual([32])
    expect(made.toSession()).toBe(key.toSession())
    expect(`${made} ${JSON.stringify({ made })}`).toBe('DataKey {"made":"DataKey"}')
    expect(codeOf(() => DataKey.fromBytes(new Uint8Array(31)))).toBe('bytes/length')
  })

  it('I11: is unusable once wiped, also where it was used before', async () => {
    const fresh = DataKey.create()
    await sealRecord(fresh, 'a', text)
    fresh.wipe()
    expect(codeOf(() => fresh.toSession())).toBe('key/wiped')
    expect(await codeOfAsync(() => sealRecord(fresh, 'a', text))).toBe('key/wiped')
  })
})
