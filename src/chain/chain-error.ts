import { SottoError } from '../domain/index'

export type ChainErrorCode =
  | 'chain/offline'
  | 'chain/timeout'
  | 'chain/http'
  | 'chain/too-large'
  | 'chain/bad-answer'
  | 'chain/wrong-chain'
  | 'chain/not-found'
  | 'chain/unconfirmed'
  | 'chain/code-hash-disagreement'
  | 'chain/tx-rejected'
  | 'chain/endpoint'

/** What a node said when it refused: the gRPC code or the transaction's own code, and its words. */
export interface Refusal {
  readonly code: number
  readonly codespace: string
  readonly message: string
}

/** Something between the wallet and the network went wrong. The message is for the person; it holds no address and no body. */
export class ChainError extends SottoError {
  override readonly name = 'ChainError'
  declare readonly code: ChainErrorCode
  /** Present when a node answered and refused. */
  readonly refusal: Refusal | undefined

  constructor(code: ChainErrorCode, message: string, options: { cause?: unknown; refusal?: Refusal } = {}) {
    super(code, message, 'cause' in options ? { cause: options.cause } : undefined)
    this.refusal = options.refusal
  }
}

const AGAIN = 'Try again or choose another node in Settings.'
const SENTENCES = {
  'chain/offline': `The node could not be reached. Nothing was sent. ${AGAIN}`,
  'chain/timeout': `The node did not answer in time. Nothing was sent. ${AGAIN}`,
  'chain/http': `The node cannot answer right now. ${AGAIN}`,
  'chain/too-large': `The node's answer was far too long and was not read. ${AGAIN}`,
  'chain/unconfirmed':
    'Only one node answered, and what it said must be confirmed by a second one. Nothing was sent. Try again in a moment.',
  'chain/bad-answer': `The node's answer makes no sense. ${AGAIN}`,
} as const

/** A failure of one request, in the person's words. */
export function transportError(code: keyof typeof SENTENCES, cause?: unknown): ChainError {
  return new ChainError(code, SENTENCES[code], cause === undefined ? {} : { cause })
}
