// @ts-check
import { equal } from 'node:assert/strict'
import { hex } from '@scure/base'
import { importTs } from '../run-ts.mjs'

/** @type {typeof import('../../src/crypto/tx-seed')} */
const { TxSeed } = await importTs('src/crypto/tx-seed.ts')

/** @param {any} data */
export function runX25519({ scalarMult, iterated }) {
  const single = scalarMult.map(
    (/** @type {{k: string, u: string, out: string}} */ { k, u, out }, /** @type {number} */ index) => ({
      name: `scalar multiplication ${index + 1}`,
      run: () => equal(hex.encode(multiply(hex.decode(k), hex.decode(u))), out),
    }),
  )
  const repeated = Object.entries(iterated)
    .filter(([name]) => name.startsWith('after'))
    .map(([name, out]) => ({
      name: `${name.slice(5)} iterations`,
      run: () => equal(hex.encode(iterate(hex.decode(iterated.start), Number(name.slice(5)))), out),
    }))
  return [...single, ...repeated]
}

/**
 * @param {Uint8Array} scalar
 * @param {Uint8Array} point
 */
const multiply = (scalar, point) => TxSeed.fromBytes(scalar).sharedSecret(point)

/**
 * RFC 7748 section 5.2: the result becomes the scalar, the scalar the point.
 * @param {Uint8Array} start
 * @param {number} times
 */
function iterate(start, times) {
  let [scalar, point] = [start, start]
  for (let round = 0; round < times; round++) [scalar, point] = [multiply(scalar, point), scalar]
  return scalar
}
