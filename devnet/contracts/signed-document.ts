import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { accountBytesOf, verifySignature } from '../../src/crypto/index'
import { type Address, addressFromBytes } from '../../src/domain/index'
import type { MessageFields } from './message-fields'

/** The one message of a document that is signed for contracts and never sent; undefined members are left out. */
export interface SignedMessage {
  readonly type: string
  /** Its members in the order of their names. */
  readonly value: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** Who signed, and how to find out whether that is true. */
export interface DocumentSigner {
  readonly address: Address
  /** Throws unless the signature is this key's over the document; returns its 64 bytes. */
  verify(chainId: string, message: SignedMessage): Uint8Array
}

/** Reads `{pub_key: {value}, signature}`; what is not in order makes it throw what `refuse` gives (Protocol 6.4). */
export function readSigner(signature: MessageFields, refuse: () => Error): DocumentSigner {
  const publicKey = decodeBytes(signature.fields('pub_key').string('value'), 33, refuse)
  return {
    address: addressFromBytes(accountBytesOf(publicKey)),
    verify(chainId, message) {
      const digest = sha256(new TextEncoder().encode(documentText(chainId, message)))
      const bytes = decodeBytes(signature.string('signature'), 64, refuse)
      if (!verifySignature(publicKey, digest, bytes)) throw refuse()
      return bytes
    },
  }
}

/** Keys sorted, lists in the given order, and no HTML escaping. */
function documentText(chainId: string, message: SignedMessage): string {
  return JSON.stringify({
    account_number: '0',
    chain_id: chainId,
    fee: { amount: [{ amount: '0', denom: 'uscrt' }], gas: '1' },
    memo: '',
    msgs: [message],
    sequence: '0',
  })
}

function decodeBytes(text: string, length: number, refuse: () => Error): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = base64.decode(text)
  } catch (cause) {
    if (cause instanceof Error) throw refuse()
    throw cause
  }
  if (bytes.length !== length) throw refuse()
  return bytes
}
