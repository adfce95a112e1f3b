import { base64, hex } from '@scure/base'
import { broadcast, ChainError, type Client, getTx } from '../chain/index'
import { adr36SignDoc, encodeAminoJson, sha256, verifySignature } from '../crypto/index'
import type { PageOutcome } from '../messages/page'
import { pageError, pageQuote, pageResult, sendingFailed } from './page-errors'
import type { HandlersOf } from './page-handler'
import type { SendingGuard } from './sending-guard'

export type ClientOf = (chainId: string) => Promise<Client>

/** A used-up sequence is also what a transaction meets that is on the chain already, sent before the worker died. */
const WRONG_SEQUENCE = 32

interface ChainHandlerParts {
  readonly client: ClientOf
  readonly mayNotSend: SendingGuard
}

/** Sending what was signed, and checking a text that was. Neither shows the person anything. */
export function chainHandlers({
  client,
  mayNotSend,
}: ChainHandlerParts): HandlersOf<'sendTx' | 'verifyText'> {
  return {
    async sendTx({ chainId, tx }) {
      const chain = await client(chainId)
      const bytes = base64.decode(tx)
      const refusal = await mayNotSend(chainId, bytes)
      if (refusal !== undefined) return refusal
      try {
        const sent = await broadcast(chain, bytes)
        return sent.kind === 'accepted' ? sentAs(sent.hash) : sendingFailed('tx-unclear', sent.reason.code)
      } catch (error) {
        if (!(error instanceof ChainError)) throw error
        if (error.refusal === undefined) return sendingFailed('unavailable', error.code)
        const { code, message } = error.refusal
        const hash = hex.encode(sha256(bytes)).toUpperCase()
        if (code === WRONG_SEQUENCE && (await getTx(chain, hash)) !== undefined) return sentAs(hash)
        return pageQuote('tx-refused', message)
      }
    },

    async verifyText({ signer, data, publicKey, signature }, { account }) {
      if (signer !== account.address) return pageError('signer-mismatch')
      if (publicKey !== base64.encode(account.publicKey)) return pageError('key-mismatch')
      const digest = sha256(encodeAminoJson(adr36SignDoc(signer, base64.decode(data))))
      return pageResult(verifySignature(account.publicKey, digest, base64.decode(signature)))
    },
  }
}

function sentAs(hash: string): PageOutcome {
  return pageResult(base64.encode(hex.decode(hash.toLowerCase())))
}
