import { transportError } from './chain-error'

/** Reads a response's body as UTF-8 text and stops as soon as it is longer than `maxBytes`. Throws `chain/too-large`, `chain/bad-answer`. */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  const announced = Number(response.headers.get('content-length') ?? '0')
  if (announced > maxBytes) {
    await response.body?.cancel()
    throw transportError('chain/too-large')
  }
  if (response.body === null) return ''
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = response.body.getReader()
  let text = ''
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decode(decoder)
    length += value.length
    if (length > maxBytes) {
      await reader.cancel()
      throw transportError('chain/too-large')
    }
    text += decode(decoder, value)
  }
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
  } catch (error) {
    throw transportError('chain/bad-answer', error)
  }
}
