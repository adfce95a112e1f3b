// @ts-check
// @scure/bip32 derives our keys; each key found is also given to SigningKey, and each bad seed or index to its path.
import { deepEqual, equal, throws } from 'node:assert/strict'
import { createBase58check, hex } from '@scure/base'
import { HDKey } from '@scure/bip32'
import { importTs } from '../run-ts.mjs'

/** @type {typeof import('../../src/crypto/index')} */
const { accountBytesOf, sha256, SigningKey } = await importTs('src/crypto/index.ts')

const base58check = createBase58check(sha256)
/** @type {Record<string, {versions: {private: number, public: number}, wif: number}>} */
const NETWORKS = {
  bitcoin: { versions: { private: 0x0488ade4, public: 0x0488b21e }, wif: 0x80 },
  litecoin: { versions: { private: 0x019d9cfe, public: 0x019da462 }, wif: 0xb0 },
}
const SEED = new Uint8Array(32).fill(1)

/** @param {any} data */
export function runBip32({ valid, invalid }) {
  const root = HDKey.fromMasterSeed(SEED)
  return [
    ...valid.map((/** @type {any} */ chain, /** @type {number} */ index) => ({
      name: `chain ${index + 1}`,
      run: () => checkChain(chain),
    })),
    ...invalid.fromBase58.map((/** @type {any} */ { exception, string, network }) => ({
      name: `extended key, ${exception}`,
      run: () => throws(() => HDKey.fromExtendedKey(string, networkOf(network).versions)),
    })),
    ...invalid.fromSeed.map((/** @type {any} */ { exception, seed }) => ({
      name: exception,
      run: () => {
        throws(() => HDKey.fromMasterSeed(hex.decode(seed)))
        throws(
          () => SigningKey.fromSeed(hex.decode(seed), { coinType: 529, account: 0, change: 0, index: 0 }),
          {
            code: 'bytes/length',
          },
        )
      },
    })),
    ...[...invalid.deriveHardened, ...invalid.derive].map((/** @type {any} */ { exception, index }) => ({
      name: `index ${index}: ${exception}`,
      run: () =>
        throws(() => SigningKey.fromSeed(SEED, { coinType: 529, account: 0, change: 0, index }), {
          code: 'key/path',
        }),
    })),
    ...invalid.derivePath.map((/** @type {any} */ { exception, derivationPath }) => ({
      name: `path ${JSON.stringify(derivationPath)}: ${exception}`,
      run: () => throws(() => root.derive(derivationPath)),
    })),
  ]
}

/** @param {any} chain */
function checkChain({ network, master, children }) {
  const { versions, wif } = networkOf(network)
  const root =
    master.seed === undefined
      ? HDKey.fromExtendedKey(master.base58Priv, versions)
      : HDKey.fromMasterSeed(hex.decode(master.seed), versions)
  checkKey(root, master, wif)
  for (const child of children) checkKey(root.derive(child.path), child, wif)
}

/**
 * @param {HDKey} key
 * @param {any} expected
 * @param {number} wif
 */
function checkKey(key, expected, wif) {
  const privateKey = present(key.privateKey)
  const publicKey = present(key.publicKey)
  equal(hex.encode(privateKey), expected.privKey)
  equal(hex.encode(publicKey), expected.pubKey)
  equal(hex.encode(present(key.chainCode)), expected.chainCode)
  equal(key.publicExtendedKey, expected.base58)
  equal(key.privateExtendedKey, expected.base58Priv)
  equal(hex.encode(present(key.identifier)), expected.identifier)
  equal(key.fingerprint, Number.parseInt(expected.fingerprint, 16))
  equal(base58check.encode(Uint8Array.of(wif, ...privateKey, 1)), expected.wif)
  if (expected.depth !== undefined) deepEqual([key.depth, key.index], [expected.depth, expected.index])
  const ours = SigningKey.fromBytes(privateKey)
  equal(hex.encode(ours.publicKey()), expected.pubKey)
  equal(hex.encode(accountBytesOf(publicKey)), expected.identifier)
}

/** @param {string | undefined} name */
function networkOf(name = 'bitcoin') {
  return present(NETWORKS[name])
}

/**
 * @template T
 * @param {T | null | undefined} value
 * @returns {T}
 */
function present(value) {
  if (value === null || value === undefined) throw new Error('a part of the key is missing')
  return value
}
