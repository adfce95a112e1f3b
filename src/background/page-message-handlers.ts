import { base64 } from '@scure/base'
import { parseCodeHash } from '../domain/index'
import type { OriginMessages } from './origins/origin-messages'
import { pageError, pageResult } from './page-errors'
import type { HandlersOf } from './page-handler'

type MessageMethod = 'getTxPublicKey' | 'getTxKey' | 'sealMessage' | 'openCiphertext'

/** Encryption for pages: bytes as base64, both ways. */
export function messageHandlers(messages: OriginMessages): HandlersOf<MessageMethod> {
  return {
    async getTxPublicKey({ chainId }) {
      return pageResult(base64.encode(await messages.publicKey(chainId)))
    },

    async getTxKey({ chainId, nonce }, { origin }) {
      const key = await messages.txKey({ origin, chainId, nonce: base64.decode(nonce) })
      return key === undefined ? pageError('not-yours') : pageResult(base64.encode(key))
    },

    async sealMessage({ chainId, codeHash, message }, { origin }) {
      // Half a character has no bytes: it would be sealed as something else than what was asked.
      if (/\p{Surrogate}/u.test(message)) return pageError('bad-request')
      const wire = await messages.seal({ origin, chainId, codeHash: parseCodeHash(codeHash), message })
      return wire === 'blocked' ? pageError('blocked') : pageResult(base64.encode(wire))
    },

    async openCiphertext({ chainId, ciphertext, nonce }, { origin }) {
      if (ciphertext === '') return pageResult('')
      const asked = { origin, chainId, nonce: base64.decode(nonce) }
      const opened = await messages.open(asked, base64.decode(ciphertext))
      return opened === undefined ? pageError('not-yours') : pageResult(base64.encode(opened))
    },
  }
}
