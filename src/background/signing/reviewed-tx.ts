import { type Address, SottoError } from '../../domain/index'

/** What a signature is made from: the exact bytes, and the account that the person saw beside them. */
export interface ReviewedBytes {
  /** The approval that the person answered. */
  readonly approvalId: string
  readonly account: Address
  /** Hashed with SHA-256 and signed as they are. */
  readonly signBytes: Uint8Array
}

/**
 * Proof that these bytes were shown and approved. Only an approval mints one, and the vault signs nothing else.
 * The private field is the proof: an object of the same shape does not have it.
 */
export class ReviewedTx implements ReviewedBytes {
  readonly approvalId: string
  readonly account: Address
  readonly signBytes: Uint8Array
  readonly #minted = true

  private constructor({ approvalId, account, signBytes }: ReviewedBytes) {
    this.approvalId = approvalId
    this.account = account
    this.signBytes = Uint8Array.from(signBytes)
  }

  static mint(bytes: ReviewedBytes): ReviewedTx {
    return new ReviewedTx(bytes)
  }

  /** For the vault. Throws `sign/not-reviewed`. */
  static check(value: ReviewedTx): ReviewedTx {
    const genuine = typeof value === 'object' && value !== null && #minted in value && value.#minted
    if (!genuine)
      throw new SottoError('sign/not-reviewed', 'This request was not reviewed. Nothing was signed.')
    return value
  }
}
