import { base64 } from '@scure/base'
import { currentKeys } from '../modules/registration/registration'
import type { LcdHandler } from './lcd-request'

/** The raw key that messages are encrypted to (Protocol 1.6). */
export const txKey: LcdHandler = (chain, { store }) => ({
  key: base64.encode(currentKeys(store, chain.enclave).io.publicKey),
})

/** Both public keys, as base64 of a JSON text. */
export const registrationKey: LcdHandler = (chain, { store }) => {
  const { io, node } = currentKeys(store, chain.enclave)
  const text = JSON.stringify({
    reg_info: null,
    node_exch_key: { bytes: base64.encode(node.publicKey) },
    io_exch_key: { bytes: base64.encode(io.publicKey) },
  })
  return { key: base64.encode(new TextEncoder().encode(text)) }
}
