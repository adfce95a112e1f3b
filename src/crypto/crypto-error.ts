/** Every reason for which this room refuses; the code is for programs, the message for the person. */
export type CryptoErrorCode =
  | 'bytes/length'
  | 'text/surrogate'
  | 'key/wiped'
  | 'key/range'
  | 'key/path'
  | 'digest/length'
  | 'tx-key/length'
  | 'tx-key/low-order'
  | 'tx-key/not-canonical'
  | 'tx-seed/length'
  | 'nonce/length'
  | 'code-hash/format'
  | 'padding/block'
  | 'mnemonic/word-count'
  | 'mnemonic/unknown-word'
  | 'mnemonic/checksum'
  | 'mnemonic/unlisted'
  | 'private-key/format'
  | 'passkey/damaged'
  | 'amino/value'
  | 'amino/depth'
  | 'password/short'
  | 'password/long'
  | 'password/characters'
  | 'kdf/limits'
  | 'vault/damaged'
  | 'vault/wrong-password'
  | 'vault/version'
  | 'record/damaged'

/** A refusal of the crypto room. Neither code nor message ever holds a secret value. */
export class CryptoError extends Error {
  override readonly name: string = 'CryptoError'
  readonly code: CryptoErrorCode

  constructor(code: CryptoErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
