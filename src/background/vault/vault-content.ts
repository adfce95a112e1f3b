/**
 * What the seal of a vault holds, as bytes: a phrase is never part of a longer text that would stay in memory.
 *
 *   2 (version) ‖ revision (4) ‖ number of secrets (2) ‖ for each: kind (1) ‖ id (8) ‖ created at (8, float) ‖ fields
 *
 * A phrase has two fields (words, passphrase), a private key one; a field is its length (2) and its bytes. Numbers are
 * big-endian. The version before was JSON with one phrase, and begins with a brace.
 */
import { hex, utf8 } from '@scure/base'
import * as v from 'valibot'
import { Mnemonic, Passphrase, SigningKey } from '../../crypto/index'
import { type Secret, wipeSecret } from './secret'
import { VaultError } from './vault-error'

export interface VaultContent {
  /** Counts up with every change: of two copies the higher one is the newer. */
  readonly revision: number
  readonly secrets: readonly Secret[]
}

const VERSION = 2
const ID_LENGTH = 8
const KINDS = { phrase: 1, 'private-key': 2 } as const
const MOST_SECRETS = 1000
const BRACE = 0x7b

/** The id of the phrase of a vault from before phrases had ids. */
export const FIRST_SECRET_ID = '00'.repeat(ID_LENGTH)

export function encodeVaultContent({ revision, secrets }: VaultContent): Uint8Array {
  const fields = secrets.map((secret) => ({ secret, parts: fieldsOf(secret) }))
  const length = fields.reduce((sum, { parts }) => sum + secretLength(parts), 7)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, VERSION)
  view.setUint32(1, revision)
  view.setUint16(5, secrets.length)
  let at = 7
  for (const { secret, parts } of fields) {
    view.setUint8(at, KINDS[secret.kind])
    bytes.set(hex.decode(secret.id), at + 1)
    view.setFloat64(at + 1 + ID_LENGTH, secret.createdAt)
    at += 9 + ID_LENGTH
    for (const part of parts) {
      view.setUint16(at, part.length)
      bytes.set(part, at + 2)
      at += 2 + part.length
      part.fill(0)
    }
  }
  return bytes
}

/** Throws `vault/damaged` for anything that `encodeVaultContent`, of this version or the one before, does not write. */
export function decodeVaultContent(bytes: Uint8Array): VaultContent {
  try {
    return bytes[0] === BRACE ? decodeFirstVersion(bytes) : new ContentReader(bytes).read()
  } catch (cause) {
    throw new VaultError('vault/damaged', { cause })
  }
}

export function wipeContent({ secrets }: Pick<VaultContent, 'secrets'>): void {
  for (const secret of secrets) wipeSecret(secret)
}

/** The content with other secrets. */
export function nextContent(content: VaultContent, secrets: readonly Secret[]): VaultContent {
  return { revision: content.revision + 1, secrets }
}

function fieldsOf(secret: Secret): readonly Uint8Array[] {
  const copied = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes)
  switch (secret.kind) {
    case 'phrase':
      return [secret.mnemonic.use(copied), secret.passphrase.use(copied)]
    case 'private-key':
      return [secret.key.use(copied)]
    default:
      return secret satisfies never
  }
}

function secretLength(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + 2 + part.length, 9 + ID_LENGTH)
}

class ContentReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  read(): VaultContent {
    if (this.#view.getUint8(this.#step(1)) !== VERSION) throw new RangeError('another version')
    const revision = this.#view.getUint32(this.#step(4))
    const count = this.#view.getUint16(this.#step(2))
    if (count === 0 || count > MOST_SECRETS) throw new RangeError(`${count} secrets`)
    const secrets = Array.from({ length: count }, () => this.#secret())
    if (this.#at !== this.#bytes.length) throw new RangeError('bytes after the last secret')
    if (new Set(secrets.map(({ id }) => id)).size !== count) throw new RangeError('two secrets of one id')
    return { revision, secrets }
  }

  #secret(): Secret {
    const kind = this.#view.getUint8(this.#step(1))
    const id = hex.encode(this.#take(ID_LENGTH))
    const facts = { id, createdAt: this.#view.getFloat64(this.#step(8)) }
    if (kind === KINDS.phrase) {
      const mnemonic = Mnemonic.fromBytes(this.#field())
      return { kind: 'phrase', ...facts, mnemonic, passphrase: Passphrase.fromBytes(this.#field()) }
    }
    if (kind !== KINDS['private-key']) throw new RangeError(`secret of kind ${kind}`)
    return { kind: 'private-key', ...facts, key: SigningKey.fromBytes(this.#field()) }
  }

  #field(): Uint8Array {
    return this.#take(this.#view.getUint16(this.#step(2)))
  }

  #take(length: number): Uint8Array {
    const start = this.#step(length)
    return this.#bytes.subarray(start, start + length)
  }

  /** Where the next `length` bytes begin. */
  #step(length: number): number {
    const start = this.#at
    if (start + length > this.#bytes.length) throw new RangeError('cut short')
    this.#at += length
    return start
  }
}

const firstVersion = v.strictObject({
  entries: v.tuple([
    v.strictObject({
      kind: v.literal('phrase'),
      phrase: v.string(),
      source: v.picklist(['created', 'imported']),
      createdAt: v.number(),
    }),
  ]),
})

function decodeFirstVersion(bytes: Uint8Array): VaultContent {
  const { entries } = v.parse(firstVersion, JSON.parse(utf8.encode(bytes)))
  const [{ phrase, createdAt }] = entries
  const words = utf8.decode(phrase)
  const mnemonic = Mnemonic.fromBytes(words)
  words.fill(0)
  const passphrase = Passphrase.fromText('')
  return {
    revision: 0,
    secrets: [{ kind: 'phrase', id: FIRST_SECRET_ID, createdAt, mnemonic, passphrase }],
  }
}
