/**
 * Nonces that prove who asked for them. A page may open what comes back for a nonce only if it was made for that page,
 * and every nonce is public on chain. Half of a nonce is random; the other half is a keyed tag over the origin, the
 * account, the chain (by the seed) and the network key. So nothing has to be remembered: no list that grows, forgets or
 * is lost, and the network key that was in use is found again even after it changed.
 */
import { base64, utf8 } from '@scure/base'
import { deriveTxKey, type RandomBytes, sha256, type TxSeed } from '../../crypto/index'
import type { Origin } from '../../domain/index'

const RANDOM_LENGTH = 16
const NONCE_LENGTH = 32
/** What a message is for decides which key it is sealed with (docs/decisions/0020). */
export type Purpose = 'transaction' | 'query'

const LABELS: Readonly<Record<Purpose, string>> = {
  transaction: 'sotto/origin-nonce/v1',
  query: 'sotto/origin-nonce/v1/query',
}
const PURPOSES: readonly Purpose[] = ['transaction', 'query']

interface MadeWith {
  readonly ioPublicKey: Uint8Array
  readonly purpose: Purpose
}

interface NonceOwner extends MadeWith {
  readonly seed: TxSeed
  readonly origin: Origin
}

/** A nonce (32 bytes) for one message of one page. 128 random bits keep it unique; nobody else can tell the tag from random. */
export function createOriginNonce(owner: NonceOwner, random: RandomBytes): Uint8Array {
  return tagged(owner, random(RANDOM_LENGTH))
}

/** The network key with which the nonce was made for this page, and for what; undefined when it was not made for it. */
export function nonceKey(
  {
    seed,
    origin,
    ioPublicKeys,
  }: Pick<NonceOwner, 'seed' | 'origin'> & { readonly ioPublicKeys: readonly Uint8Array[] },
  nonce: Uint8Array,
): MadeWith | undefined {
  if (nonce.length !== NONCE_LENGTH) return undefined
  const part = nonce.subarray(0, RANDOM_LENGTH)
  return ioPublicKeys
    .flatMap((ioPublicKey) => PURPOSES.map((purpose) => ({ ioPublicKey, purpose })))
    .find((made) => isEqual(tagged({ seed, origin, ...made }, part), nonce))
}

/**
 * The tag comes from a key that only the account can derive: the tx key of a "nonce" which is the hash of the label, the
 * origin and the random half. It is hashed once more, so that no byte of any tx key is published.
 */
function tagged({ seed, ioPublicKey, origin, purpose }: NonceOwner, random: Uint8Array): Uint8Array {
  const label = LABELS[purpose]
  const input = sha256(utf8.decode(JSON.stringify([label, origin, base64.encode(random)])))
  const key = deriveTxKey(seed, ioPublicKey, input)
  const secret = key.bytes()
  const tag = sha256(joined(utf8.decode(label), secret))
  key.wipe()
  secret.fill(0)
  return joined(random, tag.subarray(0, NONCE_LENGTH - RANDOM_LENGTH))
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0)
  return difference === 0
}
