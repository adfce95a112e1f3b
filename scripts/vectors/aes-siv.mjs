// @ts-check
// AES-CMAC, AES-SIV and SIV over PMAC. CMAC, S2V and counter mode are the wallet's own; PMAC is built here on its own AES.
import { deepEqual, equal } from 'node:assert/strict'
import { hex } from '@scure/base'
import { importTs } from '../run-ts.mjs'

/** @type {typeof import('../../src/crypto/siv')} */
const { openSiv, prepareSiv, sealSiv } = await importTs('src/crypto/siv.ts')
/** @type {typeof import('../../src/crypto/cmac')} */
const { cmac, prepareCmac } = await importTs('src/crypto/cmac.ts')
/** @type {typeof import('../../src/crypto/aes')} */
const { encryptAesBlock, expandAesKey } = await importTs('src/crypto/aes.ts')

/** @param {any} data */
export function runCmac(data) {
  return data['examples:A<O>'].map(
    (/** @type {Record<string, string>} */ example, /** @type {number} */ index) => ({
      name: `example ${index + 1}`,
      run: () => {
        const key = prepareCmac(hex.decode(text(example, 'key:d16')))
        equal(hex.encode(cmac(key, hex.decode(text(example, 'message:d16')))), text(example, 'tag:d16'))
      },
    }),
  )
}

/**
 * Both spellings: miscreant's tagged JSON, and plain names.
 * @param {any} data
 */
export function runSiv(data) {
  const examples = data.vectors ?? data['examples:A<O>']
  return examples.map((/** @type {any} */ example) => ({
    name: example.name ?? example['name:s'],
    run: () =>
      checkSiv({
        key: hex.decode(example.key ?? example['key:d16']),
        components: (example.ad ?? example['ad:A<d16>']).map(hex.decode),
        plaintext: hex.decode(example.pt ?? example['plaintext:d16']),
        sealed: example.out ?? example['ciphertext:d16'],
      }),
  }))
}

/**
 * The nonce is the last component of the associated data: RFC 5297 section 3.
 * @param {any} data
 */
export function runAead(data) {
  return data['examples:A<O>'].map((/** @type {Record<string, string>} */ example) => ({
    name: text(example, 'name:s'),
    run: () => {
      const vector = {
        key: hex.decode(text(example, 'key:d16')),
        components: [hex.decode(text(example, 'ad:d16')), hex.decode(text(example, 'nonce:d16'))],
        plaintext: hex.decode(text(example, 'plaintext:d16')),
        sealed: text(example, 'ciphertext:d16'),
      }
      if (text(example, 'alg:s') === 'AES-SIV') checkSiv(vector)
      else if (text(example, 'alg:s') === 'AES-PMAC-SIV') checkPmacSiv(vector)
      else throw new Error(`unknown algorithm ${example['alg:s']}`)
    },
  }))
}

/** @typedef {{key: Uint8Array, components: Uint8Array[], plaintext: Uint8Array, sealed: string}} SivVector */

/** @param {SivVector} vector */
function checkSiv({ key, components, plaintext, sealed }) {
  const keys = prepareSiv(key, components)
  const { tag, body } = sealSiv(keys, plaintext)
  equal(hex.encode(tag) + hex.encode(body), sealed)
  const expected = hex.decode(sealed)
  const parts = { tag: expected.subarray(0, 16), body: expected.subarray(16) }
  deepEqual(openSiv(keys, parts), plaintext)
  const changed = { tag: parts.tag.map((byte, index) => (index === 3 ? byte ^ 1 : byte)), body: parts.body }
  equal(openSiv(keys, changed), undefined)
}

/** @param {SivVector} vector */
function checkPmacSiv({ key, components, plaintext, sealed }) {
  const half = key.length / 2
  const mac = expandAesKey(key.subarray(0, half))
  let derived = pmac(mac, new Uint8Array(16))
  for (const component of components) derived = xor(double(derived), pmac(mac, component))
  const tag = pmac(mac, lastStep(derived, plaintext))
  const counter = Uint8Array.from(tag)
  counter[8] = at(counter, 8) & 0x7f
  counter[12] = at(counter, 12) & 0x7f
  const body = plaintext.slice()
  const schedule = expandAesKey(key.subarray(half))
  for (let start = 0; start < body.length; start += 16) {
    const stream = encryptBlock(schedule, plus(counter, start / 16))
    for (let index = start; index < Math.min(start + 16, body.length); index++) {
      body[index] = at(body, index) ^ at(stream, index - start)
    }
  }
  equal(hex.encode(tag) + hex.encode(body), sealed)
}

/**
 * S2V's last step: RFC 5297 section 2.4.
 * @param {Uint8Array} derived
 * @param {Uint8Array} plaintext
 */
function lastStep(derived, plaintext) {
  if (plaintext.length < 16) return xor(double(derived), padded(plaintext))
  const end = plaintext.length - 16
  return Uint8Array.from([...plaintext.subarray(0, end), ...xor(plaintext.subarray(end), derived)])
}

/**
 * PMAC (Black and Rogaway, 2002): each block but the last is masked with a Gray-code multiple of L and encrypted by itself.
 * @param {Int32Array} schedule
 * @param {Uint8Array} message
 */
function pmac(schedule, message) {
  const l = encryptBlock(schedule, new Uint8Array(16))
  const blocks = Math.max(1, Math.ceil(message.length / 16))
  let offset = new Uint8Array(16)
  let sum = new Uint8Array(16)
  for (let index = 1; index < blocks; index++) {
    offset = xor(offset, multiple(l, Math.log2(index & -index)))
    sum = xor(sum, encryptBlock(schedule, xor(message.subarray(16 * index - 16, 16 * index), offset)))
  }
  const last = message.subarray(16 * blocks - 16)
  sum = last.length === 16 ? xor(xor(sum, last), halved(l)) : xor(sum, padded(last))
  return encryptBlock(schedule, sum)
}

/**
 * @param {Uint8Array<ArrayBuffer>} block
 * @param {number} times
 * @returns {Uint8Array<ArrayBuffer>}
 */
const multiple = (block, times) => (times === 0 ? block : multiple(double(block), times - 1))

/** @param {Uint8Array} block */
function double(block) {
  const carry = at(block, 0) >> 7
  return block.map((byte, index) => (byte << 1) | (at(block, index + 1) >> 7)).map(lastWith(carry * 0x87))
}

/** @param {Uint8Array} block */
function halved(block) {
  const odd = at(block, 15) & 1
  const shifted = block.map(
    (byte, index) => (byte >> 1) | (index === 0 ? odd << 7 : at(block, index - 1) << 7),
  )
  return shifted.map(lastWith(odd * 0x43))
}

/** @param {number} mask */
const lastWith = (mask) => (/** @type {number} */ byte, /** @type {number} */ index) =>
  index === 15 ? byte ^ mask : byte

/**
 * @param {Int32Array} schedule
 * @param {Uint8Array} block
 */
function encryptBlock(schedule, block) {
  const view = new DataView(Uint8Array.from(block).buffer)
  const words = Int32Array.from([0, 4, 8, 12], (offset) => view.getInt32(offset))
  encryptAesBlock(schedule, words)
  words.forEach((word, index) => {
    view.setInt32(4 * index, word)
  })
  return new Uint8Array(view.buffer)
}

/**
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 */
const xor = (a, b) => Uint8Array.from(a, (byte, index) => byte ^ at(b, index))

/** @param {Uint8Array} part */
const padded = (part) =>
  Uint8Array.from({ length: 16 }, (_, index) => (index === part.length ? 0x80 : at(part, index)))

/**
 * @param {Uint8Array} counter
 * @param {number} steps
 */
const plus = (counter, steps) =>
  Uint8Array.from(counter, (byte, index) => (index === 15 ? byte + steps : byte))

/**
 * @param {Uint8Array} bytes
 * @param {number} index
 */
const at = (bytes, index) => bytes[index] ?? 0

/**
 * @param {Record<string, string>} example
 * @param {string} name
 */
function text(example, name) {
  const value = example[name]
  if (value === undefined) throw new Error(`the example has no ${name}`)
  return value
}
