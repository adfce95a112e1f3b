import { base64 } from '@scure/base'
import type { Address } from '../../../src/domain/index'
import { unpackAny } from '../../codec/any-message'
import type { PubKey } from '../../codec/gen/keys-ed25519_pb'
import type { MsgCreateValidator, MsgEditValidator } from '../../codec/gen/staking_pb'
import { type Decimal, decimalFromWire, formatDecimal, ONE, ZERO } from '../../math/decimal'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { coinFromProto, formatCoins } from '../coins'
import { stakingHooks } from '../distribution/staking-hooks'
import { readValidatorAddress } from '../message-address'
import { checkStakeAmount, checkStakeDenom, delegate } from './delegating'
import { stakingError } from './staking-errors'
import { stakingParams } from './staking-params'
import {
  type Commission,
  checkCommission,
  type Description,
  findValidator,
  isKeyUsed,
  requireValidator,
  type Validator,
  writeValidator,
} from './validators'

const ED25519 = 'cosmos.crypto.ed25519.PubKey'
const ONE_DAY_MS = 86_400_000
/** An edit leaves a part of the description alone by this. */
const UNCHANGED = '[do-not-modify]'
/** How many characters each part of a description may have. */
const LIMITS: Readonly<Record<keyof Description, number>> = {
  moniker: 70,
  identity: 3000,
  website: 140,
  security_contact: 140,
  details: 280,
}

/** A new validator, with the first stake of the account that runs it. */
export function createValidator(context: Context, message: MsgCreateValidator): void {
  const { store } = context
  const owner = readValidatorAddress(message.validatorAddress)
  const operator = message.validatorAddress
  const consensusKey = readConsensusKey(message)
  const commission = readCommission(context, message)
  const minSelfDelegation = readMinimum(message.minSelfDelegation)
  const value = coinFromProto(message.value)
  checkStakeAmount(value, 'delegation amount')
  if (findValidator(store, operator) !== undefined) throw stakingError('ownerExists')
  if (isKeyUsed(store, consensusKey)) throw stakingError('keyExists')
  if (value.amount < minSelfDelegation) throw stakingError('selfDelegationLow')
  checkStakeDenom(context, value)
  const description = readDescription(message.description)
  const made = { operator, consensusKey, description, commission, minSelfDelegation }
  startValidator(context, { ...made, owner, amount: value })
  context.events.push(
    event('create_validator', [
      ['validator', operator],
      ['amount', formatCoins([value])],
    ]),
  )
}

/** Writes a validator that nobody has staked with yet, and stakes its owner's coins. */
export function startValidator(
  context: Context,
  made: Pick<Validator, 'operator' | 'consensusKey' | 'description' | 'commission' | 'minSelfDelegation'> & {
    readonly owner: Address
    readonly amount: { readonly denom: string; readonly amount: bigint }
  },
): void {
  const { owner, amount, ...identity } = made
  const validator = writeValidator(context.store, {
    ...identity,
    jailed: false,
    status: 'unbonded',
    tokens: 0n,
    shares: ZERO,
    unbondingHeight: 0,
    unbondingMs: 0,
  })
  stakingHooks.validatorCreated(context, validator.operator)
  delegate(context, { delegator: owner, validator, amount })
}

export function editValidator(context: Context, message: MsgEditValidator): void {
  const { store } = context
  readValidatorAddress(message.validatorAddress)
  const validator = requireValidator(store, message.validatorAddress)
  const given = readDescription(message.description)
  const description = Object.fromEntries(
    Object.entries(given).map(([name, text]) => [
      name,
      text === UNCHANGED ? validator.description[name as keyof Description] : text,
    ]),
  ) as unknown as Description
  const commission = changedCommission(context, validator, message.commissionRate)
  const minSelfDelegation = changedMinimum(validator, message.minSelfDelegation)
  const edited = writeValidator(store, { ...validator, description, commission, minSelfDelegation })
  context.events.push(
    event('edit_validator', [
      ['commission_rate', String(edited.commission.rate)],
      ['min_self_delegation', String(edited.minSelfDelegation)],
    ]),
  )
}

/** What the owner promised to keep may only grow. */
function changedMinimum({ minSelfDelegation, tokens }: Validator, text: string): bigint {
  if (text === '') return minSelfDelegation
  const minimum = readMinimum(text)
  if (minimum <= minSelfDelegation) throw stakingError('minSelfDecreased')
  if (minimum > tokens) throw stakingError('selfDelegationLow')
  return minimum
}

function changedCommission(context: Context, { commission }: Validator, rateText: string): Commission {
  if (rateText === '') return commission
  const rate = readRate(rateText)
  checkRate(rate, stakingParams(context.store).minCommissionRate)
  const { timeMs } = context.block
  if (timeMs - commission.updatedMs < ONE_DAY_MS) throw stakingError('commissionTooSoon')
  if (rate > commission.maxRate) throw stakingError('commissionOverMax')
  if (rate - commission.rate > commission.maxChangeRate) throw stakingError('commissionJump')
  return { ...commission, rate, updatedMs: timeMs }
}

function checkRate(rate: Decimal, minimum: Decimal): void {
  if (rate < ZERO || rate > ONE) {
    throw sdkError('invalidRequest', 'commission rate must be between 0 and 1 (inclusive)')
  }
  if (rate >= minimum) return
  const words = `commission rate cannot be less than the min commission rate ${formatDecimal(minimum)}`
  throw sdkError('invalidRequest', words)
}

function readCommission(context: Context, { commission }: MsgCreateValidator): Commission {
  if (commission === undefined) throw sdkError('invalidRequest', 'empty commission')
  const rates = {
    rate: readRate(commission.rate),
    maxRate: readRate(commission.maxRate),
    maxChangeRate: readRate(commission.maxChangeRate),
  }
  checkCommission(rates)
  const { minCommissionRate } = stakingParams(context.store)
  if (rates.rate < minCommissionRate) {
    const minimum = formatDecimal(minCommissionRate)
    throw stakingError(
      'commissionUnderMin',
      `cannot set validator commission to less than minimum rate of ${minimum}`,
    )
  }
  return { ...rates, updatedMs: context.block.timeMs }
}

function readConsensusKey({ pubkey }: MsgCreateValidator): string {
  if (pubkey === undefined) throw stakingError('noPublicKey')
  const { schema, message } = unpackAny(pubkey)
  const { key } = message as PubKey
  if (schema.typeName === ED25519 && key.length === 32) return base64.encode(key)
  const type = schema.typeName.split('.').at(-2)
  throw stakingError('keyType', `got: ${type}, expected: [ed25519]`)
}

function readDescription(given: MsgCreateValidator['description']): Description {
  const description: Description = {
    moniker: given?.moniker ?? '',
    identity: given?.identity ?? '',
    website: given?.website ?? '',
    security_contact: given?.securityContact ?? '',
    details: given?.details ?? '',
  }
  if (Object.values(description).every((text) => text === '')) {
    throw sdkError('invalidRequest', 'empty description')
  }
  for (const [name, limit] of Object.entries(LIMITS)) {
    const { length } = new TextEncoder().encode(description[name as keyof Description])
    if (length <= limit) continue
    throw sdkError(
      'invalidRequest',
      `invalid ${name.replace('_', ' ')} length; got: ${length}, max: ${limit}`,
    )
  }
  return description
}

function readRate(text: string): Decimal {
  const rate = decimalFromWire(text)
  if (rate === undefined) throw sdkError('invalidRequest', `failed to set decimal string: ${text}`)
  return rate
}

function readMinimum(text: string): bigint {
  if (/^\d{1,78}$/.test(text) && BigInt(text) > 0n) return BigInt(text)
  throw sdkError('invalidRequest', 'minimum self delegation must be a positive integer')
}
