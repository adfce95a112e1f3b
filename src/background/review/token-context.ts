import { type Address, type Coin, formatAmount } from '../../domain/index'
import { safeText } from './safe-text'
import { short } from './words'

/** What is known of the token that is spoken to. */
export interface TokenWords {
  readonly symbol: string
  readonly decimals: number
  /** True when the person has it in the list or Sotto knows it; else the name is only what the contract calls itself. */
  readonly listed: boolean
  /** The contract that Sotto knows by this name, when it is another one. */
  readonly namesake?: Address
}

export interface TokenContext {
  readonly contract: Address
  /** Undefined while it is not known: amounts are then in base units. */
  readonly token: TokenWords | undefined
  /** Native coins sent along. */
  readonly funds: readonly Coin[]
  /** Who signs. */
  readonly sender: Address
}

/** No token has as many base units; sites write such a number for “without limit”. */
export const UNLIMITED = 10n ** 30n

export function symbolOf({ token, contract }: Pick<TokenContext, 'token' | 'contract'>): string {
  return token === undefined ? `tokens of ${short(contract)}` : safeText(token.symbol, 40)
}

/** Without the decimals an amount could be off by any power of ten, so it stays in base units and says so. */
export function amountWords(amount: bigint, context: Pick<TokenContext, 'token' | 'contract'>): string {
  const { token } = context
  if (token === undefined) return `${amount} base units of ${symbolOf(context)}`
  return `${formatAmount(amount, token.decimals)} ${symbolOf(context)}`
}

/** An address as a sentence holds it; the person's own is no address to compare. */
export function whom(address: Address, { sender }: Pick<TokenContext, 'sender'>): string {
  return address === sender ? 'yourself' : short(address)
}
