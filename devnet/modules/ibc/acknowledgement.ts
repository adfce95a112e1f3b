import { base64 } from '@scure/base'

/** What the receiving chain says of a packet. */
export type Acknowledgement =
  | { readonly kind: 'result'; readonly result: Uint8Array }
  | { readonly kind: 'error'; readonly error: string }

/** What a plain transfer is answered with. */
export const SUCCESS: Acknowledgement = { kind: 'result', result: Uint8Array.of(1) }

/** The one wording of every refusal, which leaves the reason in the events: a code and no more. */
export function errorAcknowledgement(code: number): Acknowledgement {
  return { kind: 'error', error: `ABCI code: ${code}: error handling packet: see events for details` }
}

/** The acknowledgement as JSON text, as it travels. */
export function acknowledgementText(ack: Acknowledgement): string {
  return JSON.stringify(ack.kind === 'result' ? { result: base64.encode(ack.result) } : { error: ack.error })
}

/** The acknowledgement as protobuf prints it, which is how events show it. */
export function printAcknowledgement(ack: Acknowledgement): string {
  if (ack.kind === 'error') return `error:${JSON.stringify(ack.error)} `
  const bytes = [...ack.result].map(printByte).join('')
  return `result:"${bytes}" `
}

function printByte(byte: number): string {
  const char = String.fromCharCode(byte)
  if (char === '"' || char === '\\') return `\\${char}`
  return byte >= 0x20 && byte < 0x7f ? char : `\\${byte.toString(8).padStart(3, '0')}`
}
