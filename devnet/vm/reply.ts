import { base64 } from '@scure/base'

/** An event as a reply shows it to the contract, decrypted. */
export interface ReplyEvent {
  readonly type: string
  readonly attributes: readonly { readonly key: string; readonly value: string }[]
}

/** What came of a sub-message. */
export type ReplyResult =
  | { readonly kind: 'ok'; readonly events: readonly ReplyEvent[]; readonly data: Uint8Array | undefined }
  | { readonly kind: 'error'; readonly error: string }

/** The message of a v1 contract's `reply`: the id that the contract gave, in all its 64 bits, and the result. */
export function encodeReply(id: bigint, result: ReplyResult): Uint8Array {
  return new TextEncoder().encode(`{"id":${id},"result":${JSON.stringify(resultJson(result))}}`)
}

function resultJson(result: ReplyResult) {
  if (result.kind === 'error') return { error: result.error }
  const events = result.events.map(({ type, attributes }) => ({
    type,
    attributes: attributes.map(({ key, value }) => ({ key, value })),
  }))
  return { ok: { events, data: result.data ? base64.encode(result.data) : null } }
}
