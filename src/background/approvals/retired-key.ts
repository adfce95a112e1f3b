import type { PageNetworks } from '../page-ports'
import type { OpenedInput } from '../review/open-input'
import { ApprovalError } from './approval-error'

/**
 * Stops a message that the network could not read: it would fail and burn the fee. Throws `approval/retired-key`, and
 * `approval/key-in-question` while a security event stands, because nobody can tell then which key the network has.
 */
export async function stopRetiredKey(
  networks: Pick<PageNetworks, 'currentTxKey'>,
  chainId: string,
  inputs: readonly (OpenedInput | undefined)[],
): Promise<void> {
  const sealedTo = inputs.flatMap((input) => (input?.kind === 'opened' ? [input.ioPublicKey] : []))
  if (sealedTo.length === 0) return
  const state = await networks.currentTxKey(chainId)
  if (state?.kind === 'blocked') throw new ApprovalError('approval/key-in-question')
  if (state === undefined || sealedTo.every((key) => isSame(key, state.key))) return
  throw new ApprovalError('approval/retired-key')
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
