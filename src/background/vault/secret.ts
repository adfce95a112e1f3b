import { hex } from '@scure/base'
import type { Mnemonic, Passphrase, RandomBytes, SigningKey } from '../../crypto/index'

/** Something that accounts come from, as the vault keeps it. */
export type Secret = PhraseSecret | PrivateKeySecret

interface SecretFacts {
  /** 8 random bytes in hex. */
  readonly id: string
  readonly createdAt: number
}

export interface PhraseSecret extends SecretFacts {
  readonly kind: 'phrase'
  readonly mnemonic: Mnemonic
  readonly passphrase: Passphrase
}

export interface PrivateKeySecret extends SecretFacts {
  readonly kind: 'private-key'
  readonly key: SigningKey
}

const ID_LENGTH = 8

export function newSecretId(random: RandomBytes): string {
  return hex.encode(random(ID_LENGTH))
}

export function wipeSecret(secret: Secret): void {
  switch (secret.kind) {
    case 'phrase':
      secret.mnemonic.wipe()
      secret.passphrase.wipe()
      return
    case 'private-key':
      secret.key.wipe()
      return
    default:
      secret satisfies never
  }
}

/** True when both lead to the same accounts. */
export function isSameSecret(a: Secret, b: Secret): boolean {
  if (a.kind === 'phrase' && b.kind === 'phrase')
    return sameBytes(a.mnemonic, b.mnemonic) && sameBytes(a.passphrase, b.passphrase)
  return a.kind === 'private-key' && b.kind === 'private-key' && sameBytes(a.key, b.key)
}

interface Lending {
  use<R>(work: (bytes: Uint8Array<ArrayBuffer>) => R): R
}

function sameBytes(a: Lending, b: Lending): boolean {
  return a.use((left) =>
    b.use((right) => left.length === right.length && left.every((byte, at) => byte === right[at])),
  )
}
