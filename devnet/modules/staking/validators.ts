import { type Decimal, decimalOf, divide, multiply, ONE, truncate, ZERO } from '../../math/decimal'
import type { Store } from '../../store/store'
import { stakingError } from './staking-errors'

export type BondStatus = 'unbonded' | 'unbonding' | 'bonded'

export interface Description {
  readonly moniker: string
  readonly identity: string
  readonly website: string
  readonly security_contact: string
  readonly details: string
}

export interface Commission {
  readonly rate: Decimal
  readonly maxRate: Decimal
  readonly maxChangeRate: Decimal
  /** Milliseconds since 1970. */
  readonly updatedMs: number
}

export interface Validator {
  /** `secretvaloper1…` */
  readonly operator: string
  /** Base64 of 32 bytes, ed25519. */
  readonly consensusKey: string
  readonly jailed: boolean
  readonly status: BondStatus
  /** In uscrt. */
  readonly tokens: bigint
  readonly shares: Decimal
  readonly description: Description
  readonly commission: Commission
  readonly minSelfDelegation: bigint
  readonly unbondingHeight: number
  /** Milliseconds since 1970. */
  readonly unbondingMs: number
}

const VALIDATORS = 'staking/validators'
const BY_KEY = 'staking/by-consensus-key'

export function findValidator(store: Store, operator: string): Validator | undefined {
  const text = store.area(VALIDATORS).get(operator)
  return text === undefined ? undefined : fromText(text)
}

/** Throws `validator does not exist`. */
export function requireValidator(store: Store, operator: string): Validator {
  const found = findValidator(store, operator)
  if (found === undefined) throw stakingError('noValidator')
  return found
}

/** In the order of their addresses. */
export function allValidators(store: Store): Validator[] {
  const validators = store.area(VALIDATORS)
  return validators.keys().map((key) => fromText(validators.get(key) ?? 'null'))
}

export function writeValidator(store: Store, validator: Validator): Validator {
  store.area(VALIDATORS).set(validator.operator, toText(validator))
  store.area(BY_KEY).set(validator.consensusKey, validator.operator)
  return validator
}

export function removeValidator(store: Store, { operator, consensusKey }: Validator): void {
  store.area(VALIDATORS).delete(operator)
  store.area(BY_KEY).delete(consensusKey)
}

export function isKeyUsed(store: Store, consensusKey: string): boolean {
  return store.area(BY_KEY).get(consensusKey) !== undefined
}

/** What so many coins buy; one share a coin for a validator without any. Throws when slashing left it worthless. */
function sharesFor({ tokens, shares }: Validator, amount: bigint): Decimal {
  if (shares === ZERO) return decimalOf(amount)
  if (tokens === 0n) throw stakingError('exchangeRate')
  return divide(multiply(shares, decimalOf(amount)), decimalOf(tokens))
}

/** What so many shares are worth, with its fraction. */
export function tokensFor({ tokens, shares }: Validator, amount: Decimal): Decimal {
  if (shares === ZERO) return ZERO
  return divide(multiply(amount, decimalOf(tokens)), shares)
}

export function addTokens(
  store: Store,
  validator: Validator,
  amount: bigint,
): { validator: Validator; shares: Decimal } {
  const shares = sharesFor(validator, amount)
  const next = {
    ...validator,
    tokens: validator.tokens + amount,
    shares: (validator.shares + shares) as Decimal,
  }
  return { validator: writeValidator(store, next), shares }
}

/** Takes shares out; whoever takes the last one gets all that is left. */
export function removeShares(
  store: Store,
  validator: Validator,
  shares: Decimal,
): { validator: Validator; tokens: bigint } {
  const left = (validator.shares - shares) as Decimal
  const tokens = left === ZERO ? validator.tokens : truncate(tokensFor(validator, shares))
  const next = { ...validator, shares: left, tokens: validator.tokens - tokens }
  return { validator: writeValidator(store, next), tokens }
}

/** Throws for rates that do not fit together. */
export function checkCommission({ rate, maxRate, maxChangeRate }: Omit<Commission, 'updatedMs'>): void {
  if (maxRate < ZERO) throw stakingError('commissionNegative')
  if (maxRate > ONE) throw stakingError('commissionHuge')
  if (rate < ZERO) throw stakingError('commissionNegative')
  if (rate > maxRate) throw stakingError('commissionOverMax')
  if (maxChangeRate < ZERO) throw stakingError('changeRateNegative')
  if (maxChangeRate > maxRate) throw stakingError('changeRateOverMax')
}

function toText(validator: Validator): string {
  return JSON.stringify(validator, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

function fromText(text: string): Validator {
  const stored = JSON.parse(text)
  const { rate, maxRate, maxChangeRate, updatedMs } = stored.commission
  return {
    ...stored,
    tokens: BigInt(stored.tokens),
    shares: BigInt(stored.shares) as Decimal,
    minSelfDelegation: BigInt(stored.minSelfDelegation),
    commission: {
      rate: BigInt(rate) as Decimal,
      maxRate: BigInt(maxRate) as Decimal,
      maxChangeRate: BigInt(maxChangeRate) as Decimal,
      updatedMs,
    },
  }
}
