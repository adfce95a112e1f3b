/** The last look before a transaction is sent through us: can the network still read what it was sealed to? */
import { base64 } from '@scure/base'
import { CodecError, decodeTxRaw } from '../chain/codec/index'
import type { Activity } from './activity/activity'
import { pageError, pageRefusal } from './page-errors'
import type { PageNetworks } from './page-ports'

interface SendingGuardParts {
  readonly activity: Pick<Activity, 'sealedTo'>
  readonly networks: Pick<PageNetworks, 'currentTxKey'>
}

/** Why a transaction is not sent: it would fail and burn its fee. Undefined for all others, and for what was not signed here. */
export type SendingGuard = (
  chainId: string,
  tx: Uint8Array,
) => Promise<ReturnType<typeof pageError> | undefined>

export function createSendingGuard({ activity, networks }: SendingGuardParts): SendingGuard {
  return async (chainId, tx) => {
    const signature = signatureOf(tx)
    const sealedTo = signature === undefined ? [] : await activity.sealedTo(signature)
    if (sealedTo.length === 0) return undefined
    const state = await networks.currentTxKey(chainId)
    if (state?.kind === 'blocked') return pageError('blocked')
    if (state === undefined) return undefined
    const current = base64.encode(state.key)
    return sealedTo.every((key) => key === current) ? undefined : pageRefusal('retired-key')
  }
}

/** Base64 of the first signature. What is no transaction is the node's to refuse. */
function signatureOf(tx: Uint8Array): string | undefined {
  try {
    const [signature] = decodeTxRaw(tx).signatures
    return signature === undefined ? undefined : base64.encode(signature)
  } catch (error) {
    if (error instanceof CodecError) return undefined
    throw error
  }
}
