import type { Address } from '../../../src/domain/index'
import { type Decimal, decimalOf, multiply, truncate } from '../../math/decimal'
import { multiplyRounded, roundToWhole } from '../../math/rounding'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import type { Store } from '../../store/store'
import { sendCoins } from '../bank/bank'
import { areCoins, type Coin, formatCoins, isAllAtLeast, sumCoins } from '../coins'
import { GOV } from '../module-address'
import { blockTime } from '../proto-time'
import { govError, proposalNotFound } from './gov-errors'
import { type GovParams, readParams } from './gov-params'
import { DEPOSIT_ENDS, findProposal, idKey, type Proposal, VOTING_ENDS, writeProposal } from './proposal'

const DEPOSITS = 'gov/deposits'
const DEPOSIT_GAS = 3_000n

export interface Deposit {
  readonly depositor: Address
  readonly amount: readonly Coin[]
}

export function findDeposit(store: Store, proposalId: bigint, depositor: Address): Deposit | undefined {
  const text = store.area(DEPOSITS).get(`${idKey(proposalId)}/${depositor}`)
  if (text === undefined) return undefined
  const amount = JSON.parse(text).map(({ denom, amount }: Record<keyof Coin, string>) => ({
    denom,
    amount: BigInt(amount),
  }))
  return { depositor, amount }
}

export function depositsOn(store: Store, proposalId: bigint): Deposit[] {
  const prefix = `${idKey(proposalId)}/`
  return store
    .area(DEPOSITS)
    .keys(prefix)
    .flatMap((key) => findDeposit(store, proposalId, key.slice(prefix.length) as Address) ?? [])
}

/** What must lie on a proposal before it is voted on. */
function minDepositOf(expedited: boolean, params: GovParams): readonly Coin[] {
  return expedited ? params.expeditedMinDeposit : params.minDeposit
}

/** Throws AbciError unless a proposal may be submitted with so much. */
export function checkInitialDeposit(coins: readonly Coin[], expedited: boolean, params: GovParams): void {
  if (!areCoins(coins)) throw sdkError('invalidCoins', formatCoins(coins))
  const needed = minDepositOf(expedited, params).map(({ denom, amount }) => ({
    denom,
    amount: roundToWhole(multiplyRounded(decimalOf(amount), params.minInitialDepositRatio)),
  }))
  if (params.minInitialDepositRatio > 0n && !isAllAtLeast(coins, needed))
    throw govError('depositTooSmall', `was (${formatCoins(coins)}), need (${formatCoins(needed)})`)
  checkDenoms(coins, params)
}

/** Adds to a proposal's deposit, which may open the vote on it: true if it does. Throws AbciError. */
export function addDeposit(context: Context, proposalId: bigint, { depositor, amount }: Deposit): boolean {
  const { store } = context
  const proposal = findProposal(store, proposalId)
  if (proposal === undefined) throw proposalNotFound(proposalId)
  if (proposal.status !== 'deposit' && proposal.status !== 'voting')
    throw govError('inactiveProposal', String(proposalId))
  const params = readParams(store)
  checkDenoms(amount, params)
  checkPart(amount, proposal, params)
  context.gas.consume(DEPOSIT_GAS, 'deposit')
  sendCoins(context, depositor, GOV, amount)
  const funded: Proposal = { ...proposal, totalDeposit: sumCoins([...proposal.totalDeposit, ...amount]) }
  writeProposal(store, funded)
  const opens = proposal.status === 'deposit' && isFunded(funded, params)
  if (opens) openVoting(context, funded)
  writeDeposit(store, proposalId, depositor, amount)
  context.events.push(
    event('proposal_deposit', [
      ['depositor', depositor],
      ['amount', formatCoins(amount)],
      ['proposal_id', String(proposalId)],
    ]),
  )
  return opens
}

export function isFunded({ totalDeposit, expedited }: Proposal, params: GovParams): boolean {
  return isAllAtLeast(totalDeposit, minDepositOf(expedited, params))
}

/** Begins the vote on a proposal. */
export function openVoting({ store, block }: Context, proposal: Proposal): void {
  const { expeditedVotingPeriod, votingPeriod } = readParams(store)
  const start = blockTime(block)
  const end = start + (proposal.expedited ? expeditedVotingPeriod : votingPeriod)
  writeProposal(store, { ...proposal, status: 'voting', voting: { start, end } })
  DEPOSIT_ENDS.remove(store, proposal.depositEndTime, idKey(proposal.id))
  VOTING_ENDS.add(store, end, idKey(proposal.id))
}

function checkDenoms(coins: readonly Coin[], { minDeposit }: GovParams): void {
  const denoms = minDeposit.map(({ denom }) => denom)
  if (coins.every(({ denom }) => denoms.includes(denom))) return
  throw govError(
    'invalidDepositDenom',
    `deposited ${formatCoins(coins)}, but gov accepts only the following denom(s): [${denoms.join(' ')}]`,
  )
}

/** Each deposit must be a certain part of the whole. */
function checkPart(coins: readonly Coin[], { expedited }: Proposal, params: GovParams): void {
  if (params.minDepositRatio === 0n) return
  const parts = partOf(minDepositOf(expedited, params), params.minDepositRatio)
  if (parts.some((part) => coins.some(({ denom, amount }) => denom === part.denom && amount >= part.amount)))
    return
  throw govError(
    'depositTooSmall',
    `received ${formatCoins(coins)} but need at least one of the following: ${formatCoins(parts)}`,
  )
}

/** A part of each amount, without what is less than one. */
export function partOf(coins: readonly Coin[], ratio: Decimal): Coin[] {
  return coins.map(({ denom, amount }) => ({ denom, amount: truncate(multiply(decimalOf(amount), ratio)) }))
}

function writeDeposit(store: Store, id: bigint, depositor: Address, more: readonly Coin[]): void {
  const amount = sumCoins([...(findDeposit(store, id, depositor)?.amount ?? []), ...more])
  const stored = amount.map((coin) => ({ denom: coin.denom, amount: String(coin.amount) }))
  store.area(DEPOSITS).set(`${idKey(id)}/${depositor}`, JSON.stringify(stored))
}

/** Forgets a proposal's deposits: what they were. */
export function takeDeposits(store: Store, proposalId: bigint): Deposit[] {
  const deposits = depositsOn(store, proposalId)
  for (const { depositor } of deposits) store.area(DEPOSITS).delete(`${idKey(proposalId)}/${depositor}`)
  return deposits
}
