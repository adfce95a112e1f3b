import type { Address } from '../../../src/domain/index'

/** Something an account would like to be told of (Protocol 6.7). */
export type Notice = Received | Spent | Allowed

export interface Received {
  readonly kind: 'recvd'
  readonly to: Address
  readonly amount: bigint
  /** Whose tokens they were; nobody's if they were minted. */
  readonly owner: Address | undefined
  readonly senderIsOwner: boolean
  /** UTF-8 bytes. */
  readonly memoLength: number
}

export interface Spent {
  readonly kind: 'spent'
  readonly owner: Address
  readonly amount: bigint
  /** Nobody if they were burned. */
  readonly recipient: Address | undefined
  /** What the owner has left. */
  readonly balance: bigint
  readonly actions: number
  readonly memoLength: number
}

export interface Allowed {
  readonly kind: 'allowance'
  readonly spender: Address
  readonly allower: Address
  readonly amount: bigint
  /** Unix seconds; 0 if the message named none. */
  readonly expiration: number
}

export function memoLength(memo: string | undefined): number {
  return new TextEncoder().encode(memo ?? '').length
}
