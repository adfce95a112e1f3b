// @ts-check
// @scure/base is what our addresses are read and written with; parseAddress must refuse every string that is no address.
import { deepEqual, equal, throws } from 'node:assert/strict'
import { bech32, bech32m, hex } from '@scure/base'
import { importTs } from '../run-ts.mjs'

/** @type {typeof import('../../src/domain/index')} */
const { parseAddress } = await importTs('src/domain/index.ts')

const DEFAULT_LIMIT = 90
/** @typedef {import('@scure/base').Bech32} Coder */

/** @param {any} data */
export function runBech32(data) {
  return [
    ...data.fromWords.invalid.map((/** @type {any} */ { exception, words }) => ({
      name: `words with ${exception}`,
      run: () => throws(() => bech32.fromWords(words)),
    })),
    ...variantCases('bech32', bech32, data.bech32),
    ...variantCases('bech32m', bech32m, data.bech32m),
  ]
}

/**
 * @param {string} name
 * @param {Coder} coder
 * @param {any} vectors
 */
function variantCases(name, coder, { valid, invalid }) {
  return [
    ...valid.map((/** @type {any} */ vector) => ({
      name: `${name} ${vector.string}`,
      run: () => checkValid(coder, vector),
    })),
    ...invalid.map((/** @type {any} */ vector) => ({
      name: `${name}, ${vector.exception}`,
      run: () => checkInvalid(coder, vector),
    })),
  ]
}

/**
 * @param {Coder} coder
 * @param {any} vector
 */
function checkValid(coder, { string, prefix, hex: bytes, words, limit = DEFAULT_LIMIT }) {
  const decoded = coder.decode(string, limit)
  equal(decoded.prefix, prefix.toLowerCase())
  deepEqual([...decoded.words], words)
  equal(coder.encode(decoded.prefix, decoded.words, limit), string.toLowerCase())
  if (bytes !== undefined) {
    equal(hex.encode(coder.fromWords(decoded.words)), bytes)
    deepEqual(coder.toWords(hex.decode(bytes)), words)
  }
  refusedAsAddress(string)
}

/**
 * @param {Coder} coder
 * @param {any} vector
 */
function checkInvalid(coder, { string, stringHex, prefix, words, limit = DEFAULT_LIMIT }) {
  if (prefix !== undefined) {
    throws(() => coder.encode(prefix, words, limit))
    return
  }
  const text = string ?? Buffer.from(stringHex, 'hex').toString('latin1')
  throws(() => coder.decode(text, limit))
  refusedAsAddress(text)
}

/** @param {string} text */
function refusedAsAddress(text) {
  throws(() => parseAddress(text), { code: /^address\// })
}
