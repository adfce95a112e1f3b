import type { Any } from '@bufbuild/protobuf/wkt'
import type { Address } from '../../../src/domain/index'
import { type AbciError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import type { Store } from '../../store/store'
import { ensureAccount } from '../auth/accounts'
import type { Coin } from '../coins'
import { anyFromStored, anyToStored } from '../inner-message'
import { blockTime } from '../proto-time'
import { TimeQueue } from '../time-queue'
import { type Allowance, checkAllowance, expirationOf } from './allowance'
import { allowanceFromAny, allowanceToAny } from './allowance-any'
import { spend } from './allowance-spending'

/** Keys are the grantee's address and the granter's, as the chain orders them. */
const ALLOWANCES = 'feegrant/allowances'
const EXPIRATIONS = new TimeQueue('feegrant/expirations')
const GRANT_GAS = 3_000n
const CHECK_GAS = 10n
/** So many are pruned at once: by every block, and by the message that asks for it. */
const PRUNED_BY_BLOCK = 200
const PRUNED_BY_MESSAGE = 75

/** Who pays for whom. */
export interface Pair {
  readonly granter: Address
  readonly grantee: Address
}

export interface FeeGrant extends Pair {
  readonly allowance: Pick<Any, 'typeUrl' | 'value'>
}

export function findFeeGrant(store: Store, { granter, grantee }: Pair): FeeGrant | undefined {
  const text = store.area(ALLOWANCES).get(`${grantee}/${granter}`)
  return text === undefined ? undefined : { granter, grantee, allowance: anyFromStored(JSON.parse(text)) }
}

export function feeGrantsTo(store: Store, grantee: Address): FeeGrant[] {
  return pairs(store, `${grantee}/`).flatMap((pair) => findFeeGrant(store, pair) ?? [])
}

export function feeGrantsFrom(store: Store, granter: Address): FeeGrant[] {
  const issued = pairs(store, '').filter((pair) => pair.granter === granter)
  return issued.flatMap((pair) => findFeeGrant(store, pair) ?? [])
}

/** The handler of MsgGrantAllowance. */
export function grantAllowance(context: Context, pair: Pair, allowance: Allowance): void {
  const { store, gas } = context
  if (findFeeGrant(store, pair) !== undefined)
    throw sdkError('invalidRequest', 'fee allowance already exists')
  checkAllowance(allowance)
  gas.consume(GRANT_GAS, 'grant allowance')
  ensureAccount(store, pair.grantee)
  const expiration = expirationOf(allowance)
  if (expiration !== undefined && expiration < blockTime(context.block))
    throw sdkError('invalidRequest', 'expiration is before current block time')
  if (expiration !== undefined) EXPIRATIONS.add(store, expiration, `${pair.grantee}/${pair.granter}`)
  writeAllowance(store, pair, allowance)
  emit(context, 'set_feegrant', pair)
}

/** The handler of MsgRevokeAllowance; throws `not found`. */
export function revokeAllowance(context: Context, pair: Pair): void {
  const found = findFeeGrant(context.store, pair)
  if (found === undefined) throw noGrant()
  context.gas.consume(GRANT_GAS, 'revoke allowance')
  const expiration = expirationOf(allowanceFromAny(found.allowance))
  const name = `${pair.grantee}/${pair.granter}`
  if (expiration !== undefined) EXPIRATIONS.remove(context.store, expiration, name)
  context.store.area(ALLOWANCES).delete(name)
  emit(context, 'revoke_feegrant', pair)
}

/** The handler of MsgPruneAllowances. */
export function pruneAllowances(context: Context, pruner: Address): void {
  removeExpired(context, PRUNED_BY_MESSAGE)
  context.events.push(event('prune_feegrant', [['pruner', pruner]]))
}

/** What every block does. */
export function pruneAtEndOfBlock(context: Context): void {
  removeExpired(context, PRUNED_BY_BLOCK)
}

/** Takes a fee from an allowance, before the granter pays it; throws AbciError. `typeUrls` are those of the messages. */
export function spendGrantedFees(
  context: Context,
  pair: Pair,
  fee: readonly Coin[],
  typeUrls: readonly string[],
): void {
  const found = findFeeGrant(context.store, pair)
  if (found === undefined) throw noGrant()
  const allowance = allowanceFromAny(found.allowance)
  if (allowance.kind === 'allowedMessages') {
    context.gas.consume(CHECK_GAS * BigInt(allowance.typeUrls.length + typeUrls.length), 'check msg')
  }
  const rest = spend(allowance, { fee, typeUrls, now: blockTime(context.block) })
  if (rest === 'used up') {
    revokeAllowance(context, pair)
    emit(context, 'use_feegrant', pair)
  } else {
    emit(context, 'use_feegrant', pair)
    writeAllowance(context.store, pair, rest)
    emit(context, 'update_feegrant', pair)
  }
}

function removeExpired({ store, block }: Context, limit: number): void {
  for (const name of EXPIRATIONS.takeDue(store, blockTime(block) - 1n, limit)) {
    store.area(ALLOWANCES).delete(name)
  }
}

function pairs(store: Store, prefix: string): Pair[] {
  return store
    .area(ALLOWANCES)
    .keys(prefix)
    .map((key) => {
      const [grantee, granter] = key.split('/')
      return { granter: granter as Address, grantee: grantee as Address }
    })
}

function writeAllowance(store: Store, { granter, grantee }: Pair, allowance: Allowance): void {
  const stored = anyToStored(allowanceToAny(allowance))
  store.area(ALLOWANCES).set(`${grantee}/${granter}`, JSON.stringify(stored))
}

function emit({ events }: Context, type: string, { granter, grantee }: Pair): void {
  events.push(
    event(type, [
      ['granter', granter],
      ['grantee', grantee],
    ]),
  )
}

function noGrant(): AbciError {
  return sdkError('notFound', 'fee-grant not found')
}
