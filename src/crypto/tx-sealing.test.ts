import { hex } from '@scure/base'
import * as fc from 'fast-check'
import { EncryptionUtilsImpl } from 'secretjs'
import { describe, expect, it } from 'vitest'
import vector from '../../vectors/tx-encryption.json'
import { codeOf, codeOfAsync } from './code-of.fake'
import { deriveTxKey } from './tx-agreement'
import { openInput } from './tx-outputs'
import { sealMessage, sealMessageOffThread, sealQuery } from './tx-sealing'
import { TxSeed } from './tx-seed'
import { openCiphertext, sealCiphertext } from './tx-siv'
import { readWire, writeWire } from './tx-wire'

const ioPublicKey = hex.decode(vector.ioPublicKey)
const nonce = hex.decode(vector.nonce)
const seed = TxSeed.fromBytes(hex.decode(vector.userSeed))
const enclave = TxSeed.fromBytes(hex.decode(vector.ioPrivateKey))
const { codeHash, message } = vector
const txKey = hex.decode(vector.txKey)
/** Characters of every UTF-8 length, and those that padding or JSON could trip over. */
const wellFormed = fc.string({ unit: fc.constantFrom(...' "\\{}aé\u2028\ufeff\0\n😀'), maxLength: 300 })

describe('sealing messages', () => {
  it('writes the published wire', () => {
    const { wire } = sealMessage({ seed, ioPublicKey, codeHash, message, nonce, blockSize: 1 })
    expect(hex.encode(wire)).toBe(vector.nonce + vector.userPublicKey + vector.ciphertext)
    expect(hex.encode(wire.subarray(64, 80))).not.toBe(vector.tagWithoutAnyComponent)
  })

  it('reads back any message it sealed, without its padding', () => {
    fc.assert(
      fc.property(wellFormed, fc.integer({ min: 1, max: 600 }), (text, blockSize) => {
        const sealed = sealMessage({ seed, ioPublicKey, codeHash, message: text, blockSize })
        const key = deriveTxKey(seed, ioPublicKey, sealed.nonce).bytes()
        expect(openInput(key, sealed.wire)).toEqual({ codeHash, message: text.replace(/ +$/, '') })
      }),
      { numRuns: 200 },
    )
  })

  it('pads the JSON part with spaces to whole blocks of 256 bytes, whatever its characters', () => {
    for (const text of [
      '',
      '{}',
      'x'.repeat(255),
      'x'.repeat(256),
      'x'.repeat(257),
      'é'.repeat(128),
      '😀'.repeat(65),
    ]) {
      const { wire } = sealMessage({ seed, ioPublicKey, codeHash, message: text, nonce })
      const plaintext = openCiphertext(txKey, wire.subarray(64)) ?? new Uint8Array(0)
      const json = new TextEncoder().encode(text)
      expect(plaintext.length).toBe(64 + Math.ceil(json.length / 256) * 256)
      expect(plaintext.subarray(64, 64 + json.length)).toEqual(json)
      expect(plaintext.subarray(64 + json.length).every((byte) => byte === 0x20)).toBe(true)
    }
  })

  it('seals the same bytes off the thread, small and large', async () => {
    for (const length of [10, 9000, 70_000]) {
      const parts = { seed, ioPublicKey, codeHash, message: JSON.stringify('é'.repeat(length)), nonce }
      expect(hex.encode((await sealMessageOffThread(parts)).wire)).toBe(hex.encode(sealMessage(parts).wire))
    }
  })

  it('uses a fresh nonce each time', () => {
    const nonces = Array.from(
      { length: 100 },
      () => sealMessage({ seed, ioPublicKey, codeHash, message }).nonce,
    )
    expect(nonces.every((one) => one.length === 32)).toBe(true)
    expect(new Set(nonces.map((one) => hex.encode(one))).size).toBe(100)
  })

  it('I7: seals each query under a key pair of its own, which the network can open', () => {
    const [one, two] = [
      sealQuery({ ioPublicKey, codeHash, message }),
      sealQuery({ ioPublicKey, codeHash, message }),
    ]
    const [a, b] = [readWire(one.wire), readWire(two.wire)]
    expect(a?.publicKey).not.toEqual(b?.publicKey)
    expect(a?.publicKey).not.toEqual(seed.pair().publicKey)
    const key = deriveTxKey(enclave, a?.publicKey ?? nonce, a?.nonce ?? nonce).bytes()
    expect(one.txKey.bytes()).toEqual(key)
    expect(openInput(key, one.wire)).toEqual({ codeHash, message })
  })

  it('takes the randomness of a query from its parameter alone', () => {
    const lengths: number[] = []
    const random = (length: number): Uint8Array => {
      lengths.push(length)
      return new Uint8Array(length).fill(lengths.length)
    }
    const first = sealQuery({ ioPublicKey, codeHash, message }, random)
    expect(lengths).toEqual([32, 32])
    lengths.length = 0
    expect(sealQuery({ ioPublicKey, codeHash, message }, random).wire).toEqual(first.wire)
  })

  it('refuses bad code hashes, blocks, texts, nonces and network keys', async () => {
    const good = { seed, ioPublicKey, codeHash, message, nonce }
    const refused = [
      [{ codeHash: codeHash.slice(1) }, 'code-hash/format'],
      [{ codeHash: `0x${codeHash.slice(2)}` }, 'code-hash/format'],
      [{ codeHash: 'g'.repeat(64) }, 'code-hash/format'],
      [{ blockSize: 0 }, 'padding/block'],
      [{ blockSize: 1.5 }, 'padding/block'],
      [{ blockSize: 65_537 }, 'padding/block'],
      [{ message: '"\ud800"' }, 'text/surrogate'],
      [{ nonce: new Uint8Array(31) }, 'nonce/length'],
      [{ ioPublicKey: new Uint8Array(32) }, 'tx-key/low-order'],
      [{ ioPublicKey: new Uint8Array(31) }, 'tx-key/length'],
    ] as const
    for (const [change, code] of refused) {
      expect(codeOf(() => sealMessage({ ...good, ...change }))).toBe(code)
      expect(await codeOfAsync(() => sealMessageOffThread({ ...good, ...change }))).toBe(code)
    }
  })

  it('writes a code hash in lower case', () => {
    const { wire } = sealMessage({ seed, ioPublicKey, codeHash: codeHash.toUpperCase(), message, nonce })
    expect(openInput(txKey, wire)?.codeHash).toBe(codeHash)
  })
})

describe('wire', () => {
  it('splits and joins any message of 82 bytes or more, and takes less for plaintext', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (wire) => {
        const parts = readWire(wire)
        if (wire.length < 82) expect(parts).toBeUndefined()
        else expect(parts && writeWire(parts)).toEqual(wire)
      }),
    )
  })
})

describe('secretjs as a stranger', () => {
  const theirs = new EncryptionUtilsImpl('', hex.decode(vector.userSeed))
  // It keeps the network's key once it has it; told beforehand, it asks no network.
  Object.assign(theirs, { consensusIoPubKey: ioPublicKey })
  const anyMessage = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 })
  // JSON has no -0: what one side sends the other cannot get back.
  const messages = fc.sample(anyMessage, 1000).map((value): unknown => JSON.parse(JSON.stringify(value)))

  it('opens 1,000 messages that we sealed', async () => {
    for (const value of messages) {
      const { wire, nonce: fresh } = sealMessage({
        seed,
        ioPublicKey,
        codeHash,
        message: JSON.stringify(value),
      })
      const plaintext = new TextDecoder().decode(await theirs.decrypt(wire.subarray(64), fresh))
      expect(plaintext.slice(0, 64)).toBe(codeHash)
      expect(JSON.parse(plaintext.slice(64))).toEqual(value)
    }
  })

  it('seals 1,000 messages that we open', async () => {
    for (const value of messages) {
      const wire = await theirs.encrypt(codeHash, value as object)
      const key = deriveTxKey(seed, ioPublicKey, wire.subarray(0, 32)).bytes()
      const opened = openInput(key, wire)
      expect(opened?.codeHash).toBe(codeHash)
      expect(JSON.parse(opened?.message ?? '')).toEqual(value)
    }
  })

  it('agrees on the public key and on what comes back', async () => {
    expect(await theirs.getPubkey()).toEqual(seed.pair().publicKey)
    const answer = new TextEncoder().encode('eyJvayI6dHJ1ZX0=')
    expect(await theirs.decrypt(sealCiphertext(txKey, answer), nonce)).toEqual(answer)
  })
})
