/** Opens a contract message with the account's own keys, as the chain will open it with its own. */
import { hex } from '@scure/base'
import { deriveTxKey, type TxSeed } from '../../crypto/index'
import { openInput, readWire } from '../../crypto/tx-cipher'

/**
 * Which of the account's seeds a message was sealed with: our own, the one of a query that a page put into a transaction,
 * or the one another wallet derives from the same key.
 */
export type SeedName = 'own' | 'query' | 'keplr'

export type OpenedInput =
  | {
      readonly kind: 'opened'
      /** The code that alone may read it: 64 lower-case hex digits. */
      readonly codeHash: string
      /** JSON text. */
      readonly message: string
      readonly seed: SeedName
      /** The network key it was sealed to. */
      readonly ioPublicKey: Uint8Array
      /** False for a key that the network has replaced: it can be read here, but not by the network. */
      readonly current: boolean
    }
  /** The chain would run this in the open. */
  | { readonly kind: 'plaintext'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly hex: string }

export interface InputKeys {
  readonly own: TxSeed
  /** Asked for only when a message is not sealed with our own seed. */
  readonly keplr: () => Promise<TxSeed>
  /** Newest first. */
  readonly ioPublicKeys: readonly Uint8Array[]
}

const NOT_THIS_ACCOUNT =
  'It is encrypted with a key that does not belong to this account, so only the site can read it.'
const NOT_THIS_NETWORK =
  'It is encrypted with this account’s key, but for a network key that Sotto does not know, or it was changed.'
const TOO_SHORT = 'It is too short to be an encrypted message, and it is not text either.'

export async function openMessage(wire: Uint8Array, keys: InputKeys): Promise<OpenedInput> {
  const text = readableText(wire)
  if (text !== undefined) return { kind: 'plaintext', text }
  const parts = readWire(wire)
  if (parts === undefined) return unreadable(wire, TOO_SHORT)
  if (isSame(parts.publicKey, keys.own.pair().publicKey)) {
    const opened = openWith(wire, { seed: keys.own, name: 'own', ioPublicKeys: keys.ioPublicKeys })
    return opened ?? unreadable(wire, NOT_THIS_NETWORK)
  }
  const query = keys.own.forQuery(parts.nonce)
  const isQuery = isSame(parts.publicKey, query.pair().publicKey)
  const asked = isQuery
    ? openWith(wire, { seed: query, name: 'query', ioPublicKeys: keys.ioPublicKeys })
    : undefined
  query.wipe()
  if (isQuery) return asked ?? unreadable(wire, NOT_THIS_NETWORK)
  const keplr = await keys.keplr()
  if (!isSame(parts.publicKey, keplr.pair().publicKey)) return unreadable(wire, NOT_THIS_ACCOUNT)
  const opened = openWith(wire, { seed: keplr, name: 'keplr', ioPublicKeys: keys.ioPublicKeys })
  return opened ?? unreadable(wire, NOT_THIS_NETWORK)
}

interface SeedKeys {
  readonly seed: TxSeed
  readonly name: SeedName
  readonly ioPublicKeys: readonly Uint8Array[]
}

function openWith(wire: Uint8Array, { seed, name, ioPublicKeys }: SeedKeys): OpenedInput | undefined {
  const nonce = wire.subarray(0, 32)
  for (const [age, ioPublicKey] of ioPublicKeys.entries()) {
    const key = deriveTxKey(seed, ioPublicKey, nonce)
    const bytes = key.bytes()
    const opened = openInput(bytes, wire)
    key.wipe()
    bytes.fill(0)
    if (opened !== undefined)
      return { kind: 'opened', ...opened, seed: name, ioPublicKey, current: age === 0 }
  }
  return undefined
}

/** Text that a person can read is no ciphertext: 64 random bytes are never all printable. */
export function readableText(wire: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(wire)
    return /[^\P{Cc}\t\r\n]/u.test(text) ? undefined : text
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function unreadable(wire: Uint8Array, reason: string): OpenedInput {
  const shown = wire.subarray(0, 1000)
  const rest = wire.length - shown.length
  return {
    kind: 'unreadable',
    reason,
    hex: hex.encode(shown) + (rest > 0 ? `… (${rest} more bytes)` : ''),
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
