import {
  createMnemonic,
  Passphrase,
  parseMnemonic,
  parsePrivateKey,
  type RandomBytes,
  type Wordlists,
} from '../../crypto/index'
import type { PopupParams } from '../../messages/popup-schema'
import { newSecretId, type PhraseSecret, type Secret } from './secret'

export interface SecretParts {
  readonly random: RandomBytes
  readonly clock: () => number
  readonly wordlists: Wordlists
}

const WORDS_TO_BITS = { 12: 128, 24: 256 } as const

/** A new English phrase of that many words. */
export async function createdSecret(
  words: 12 | 24,
  { random, clock, wordlists }: SecretParts,
): Promise<PhraseSecret> {
  return {
    kind: 'phrase',
    id: newSecretId(random),
    createdAt: clock(),
    mnemonic: await createMnemonic(WORDS_TO_BITS[words], wordlists, random),
    passphrase: Passphrase.fromText(''),
  }
}

/** A phrase or private key as a person typed or pasted it. Throws CryptoError `mnemonic/*`, `private-key/*`, `key/range`. */
export async function importedSecret(
  given: PopupParams['addSecret']['secret'],
  { random, clock, wordlists }: SecretParts,
): Promise<Secret> {
  const facts = { id: newSecretId(random), createdAt: clock() }
  switch (given.kind) {
    case 'phrase': {
      const mnemonic = await parseMnemonic(given.phrase, { wordlists, unlisted: given.unlisted })
      return { kind: 'phrase', ...facts, mnemonic, passphrase: Passphrase.fromText(given.passphrase) }
    }
    case 'private-key':
      return { kind: 'private-key', ...facts, key: parsePrivateKey(given.privateKey) }
    default:
      return given satisfies never
  }
}
