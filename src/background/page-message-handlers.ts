import { base64 } from '@scure/base'
import { parseCodeHash } from '../domain/index'
import type { OriginMessages } from './origins/origin-messages'
import type { Origins } from './origins/origins'
import { pageError, pageResult } from './page-errors'
import type { Asker, HandlersOf } from './page-handler'

type MessageMethod = 'getTxPublicKey' | 'getTxKey' | 'sealMessage' | 'openCiphertext'

interface MessageHandlersParts {
  readonly messages: OriginMessages
  readonly origins: Pick<Origins, 'gave'>
}

const NONCE_LENGTH = 32

/**
 * Encryption for pages: bytes as base64, both ways. What a page did not seal itself is asked of the person each time, whether
 * this account could open it or not: a page must not learn that much without them.
 */
export function messageHandlers({ messages, origins }: MessageHandlersParts): HandlersOf<MessageMethod> {
  async function note({ origin, account, chain }: Asker): Promise<void> {
    await origins.gave({ origin, account: account.address }, { chainId: chain.chainId, kind: 'messages' })
  }

  return {
    async getTxPublicKey({ chainId }, asker) {
      await note(asker)
      return pageResult(base64.encode(await messages.publicKey(chainId)))
    },

    async getTxKey({ chainId, nonce: text }, asker) {
      const nonce = base64.decode(text)
      if (nonce.length !== NONCE_LENGTH) return pageError('not-yours')
      const key = await messages.txKey({ origin: asker.origin, chainId, nonce })
      if (key === undefined) return { kind: 'reveal', chainId: asker.chain.chainId }
      await note(asker)
      return pageResult(base64.encode(key))
    },

    async sealMessage({ chainId, codeHash, message }, asker) {
      // Half a character has no bytes: it would be sealed as something else than what was asked.
      if (/\p{Surrogate}/u.test(message)) return pageError('bad-request')
      const { origin } = asker
      const wire = await messages.seal({ origin, chainId, codeHash: parseCodeHash(codeHash), message })
      if (wire === 'blocked') return pageError('blocked')
      await note(asker)
      return pageResult(base64.encode(wire))
    },

    async openCiphertext({ chainId, ciphertext, nonce: text }, asker) {
      if (ciphertext === '') return pageResult('')
      const nonce = base64.decode(text)
      if (nonce.length !== NONCE_LENGTH) return pageError('not-yours')
      const opened = await messages.open({ origin: asker.origin, chainId, nonce }, base64.decode(ciphertext))
      switch (opened.kind) {
        case 'other-nonce':
          return { kind: 'reveal', chainId: asker.chain.chainId }
        case 'no-answer':
          return pageError('not-yours')
        case 'opened':
          await note(asker)
          return pageResult(base64.encode(opened.plaintext))
        default:
          return opened satisfies never
      }
    },
  }
}
