import { base64 } from '@scure/base'
import type { LcdHandler } from './lcd-request'

/** The raw key that messages are encrypted to (Protocol 1.6). */
export const txKey: LcdHandler = (chain) => ({ key: base64.encode(chain.keys.io.publicKey) })

/** Both public keys, as base64 of a JSON text. */
export const registrationKey: LcdHandler = (chain) => {
  const text = JSON.stringify({
    reg_info: null,
    node_exch_key: { bytes: base64.encode(chain.keys.node.publicKey) },
    io_exch_key: { bytes: base64.encode(chain.keys.io.publicKey) },
  })
  return { key: base64.encode(new TextEncoder().encode(text)) }
}
