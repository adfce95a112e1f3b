// @ts-check
// Outputs recorded for three variants, two versions and fifteen inputs. Version 1.3 goes through hash-wasm, which derives
// our vault keys; it knows no version 1.0 and takes no empty password, so those go through @noble/hashes.
import { equal } from 'node:assert/strict'
import { argon2d as nobleD, argon2i as nobleI, argon2id as nobleId } from '@noble/hashes/argon2.js'
import { hex } from '@scure/base'
import { argon2d, argon2i, argon2id } from 'hash-wasm'

const VERSION_1_0 = 0x10
const VERSION_1_3 = 0x13
const KIB = 1024

/** @typedef {{password: number, salt: number, secret?: number, hash: number, passes: number, lanes: number, memory: number}} Input */

/** @type {Partial<Input>[]} lengths in bytes, memory in KiB; what is not said is as in `usual` */
const INPUTS = [
  {},
  { password: 0, salt: 8, hash: 4 },
  { password: 1, salt: 9, secret: 0, hash: 16 },
  { password: 64, salt: 32, secret: 1, hash: 33 },
  { password: 256, salt: 64, secret: 8, hash: 64 },
  { password: KIB, salt: 256, secret: 257, hash: 128 },
  { password: 64 * KIB, salt: KIB, secret: KIB, hash: 512 },
  { password: 256 * KIB, salt: 64 * KIB, secret: 64 * KIB },
  { passes: 2, lanes: 2, memory: 16 },
  { passes: 4, lanes: 3, memory: 24 },
  { passes: 8, lanes: 4, memory: 32 },
  { passes: 32, memory: 64 },
  { lanes: 16, memory: 128 },
  { memory: KIB },
  { memory: 4 * KIB, hash: KIB },
]
const usual = { password: 32, salt: 16, hash: 32, passes: 1, lanes: 1, memory: 8 }
const VARIANTS = [
  { name: 'argon2d', wasm: argon2d, noble: nobleD },
  { name: 'argon2i', wasm: argon2i, noble: nobleI },
  { name: 'argon2id', wasm: argon2id, noble: nobleId },
]

/** @param {string[]} outputs */
export function runArgon2(outputs) {
  const cases = VARIANTS.flatMap((variant) =>
    [VERSION_1_0, VERSION_1_3].flatMap((version) =>
      INPUTS.map((input) => ({ variant, version, input: { ...usual, ...input } })),
    ),
  )
  return cases.map(({ variant, version, input }, index) => ({
    name: `${variant.name} version ${version} ${JSON.stringify(input)}`,
    run: async () => equal(await derive(variant, version, input), outputs[index]),
  }))
}

/**
 * @param {(typeof VARIANTS)[number]} variant
 * @param {number} version
 * @param {Input} input
 * @returns {Promise<string>}
 */
async function derive(variant, version, input) {
  const password = pattern(1, input.password)
  const salt = pattern(6, input.salt)
  const secret = input.secret === undefined ? undefined : pattern(11, input.secret)
  if (version === VERSION_1_0 || input.password === 0) {
    const options = { t: input.passes, m: input.memory, p: input.lanes, dkLen: input.hash, version }
    return hex.encode(
      variant.noble(password, salt, secret === undefined ? options : { ...options, key: secret }),
    )
  }
  return await variant.wasm({
    password,
    salt,
    iterations: input.passes,
    memorySize: input.memory,
    parallelism: input.lanes,
    hashLength: input.hash,
    outputType: 'hex',
    ...(secret === undefined ? {} : { secret }),
  })
}

/**
 * Five bytes that count up from `first`, over and over.
 * @param {number} first
 * @param {number} length
 */
const pattern = (first, length) => Uint8Array.from({ length }, (_, index) => first + (index % 5))
