/** Bytes that are not what they must be; the words are the chain's own. */
export class CodecError extends Error {
  override readonly name = 'CodecError'
}
