import { type KeplrSession, need } from './keplr-session'
import type { KeplrSurface } from './keplr-surface'
import { badRequest } from './page-failure'

/** Every mode asks the node to check first; `block` besides waits until the transaction is on the chain. */
export function sendTx({ sotto, ask }: KeplrSession): KeplrSurface['sendTx'] {
  return (chainId, tx, mode) =>
    ask(async () => {
      need(chainId, 'chain id not set')
      need(tx?.length, 'tx is empty')
      need(mode === 'block' || mode === 'sync' || mode === 'async', 'invalid mode')
      const hash = await sotto.sendTx(chainId, tx)
      if (mode !== 'block') return hash
      let ended: Awaited<ReturnType<typeof sotto.waitForTx>> | undefined
      try {
        ended = await sotto.waitForTx(chainId, hash)
      } catch {
        // It was sent: a site that heard of a failure now would send it once more.
      }
      if (ended?.code) throw badRequest(ended.log)
      return hash
    })
}
