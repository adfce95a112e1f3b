import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64, hex } from '@scure/base'
import { type Address, addressBytes } from '../../../src/domain/index'
import type { ExecuteCall, LogAttribute } from '../contract'
import { plaintext } from '../handlers'
import { cborArray, cborBigUint64, cborBytes, cborTime, cborUint8 } from './cbor'
import { ALLOWANCE, type DirectChannel, RECVD, SPENT } from './channels'
import type { Notice } from './notices'
import { accountSeed, encodeId, notificationId } from './notification-seed'

const NOBODY = new Uint8Array(20)

/** One account's notification as a log attribute: its id in the open, and the rest sealed to the account (Protocol 6.7). */
export function directNotification(call: ExecuteCall, txHash: string, notice: Notice): LogAttribute {
  const { channel, account, content } = describe(notice)
  const seed = accountSeed(call.storage, account)
  const padded = new Uint8Array(channel.size)
  padded.set(content)
  const aad = new TextEncoder().encode(`${call.env.block.height}:${txHash}`)
  const sealed = chacha20poly1305(seed, nonceOf(channel, txHash), aad).encrypt(padded)
  return plaintext(`snip52:${encodeId(notificationId(seed, channel.id, txHash))}`, base64.encode(sealed))
}

function describe(notice: Notice): { channel: DirectChannel; account: Address; content: Uint8Array } {
  switch (notice.kind) {
    case 'recvd': {
      const { amount, owner, memoLength } = notice
      const items = [cborBigUint64(amount), cborAddress(owner), cborUint8(memoLength)]
      return { channel: RECVD, account: notice.to, content: cborArray(items) }
    }
    case 'spent': {
      const { amount, actions, recipient, balance } = notice
      const items = [
        cborBigUint64(amount),
        cborUint8(actions),
        cborAddress(recipient),
        cborBigUint64(balance),
      ]
      return { channel: SPENT, account: notice.owner, content: cborArray(items) }
    }
    case 'allowance': {
      const { amount, allower, expiration } = notice
      const items = [cborBigUint64(amount), cborAddress(allower), cborTime(expiration)]
      return { channel: ALLOWANCE, account: notice.spender, content: cborArray(items) }
    }
  }
}

/** The first 12 bytes of the channel's hash and of the transaction's, one upon the other. */
function nonceOf({ id }: DirectChannel, txHash: string): Uint8Array {
  const salt = hex.decode(txHash.toLowerCase())
  return sha256(new TextEncoder().encode(id))
    .subarray(0, 12)
    .map((byte, at) => byte ^ (salt[at] ?? 0))
}

function cborAddress(address: Address | undefined): Uint8Array {
  return cborBytes(address === undefined ? NOBODY : addressBytes(address))
}
