import { isAddress } from '../../../src/domain/index'
import type { Params } from '../../codec/gen/gov_pb'
import { type Decimal, formatDecimal, ONE, parseDecimal, ZERO } from '../../math/decimal'
import { AbciError } from '../../node/abci-error'
import type { Store } from '../../store/store'
import { areCoins, type Coin, coinsFromProto, formatCoins, isAllAtLeast } from '../coins'
import { type Nanos, seconds, spanFromProto, spanText } from '../proto-time'

/** The rules of governance; ratios and thresholds are parts of one. */
export interface GovParams {
  readonly minDeposit: readonly Coin[]
  readonly maxDepositPeriod: Nanos
  readonly votingPeriod: Nanos
  readonly quorum: Decimal
  readonly threshold: Decimal
  readonly vetoThreshold: Decimal
  readonly minInitialDepositRatio: Decimal
  readonly proposalCancelRatio: Decimal
  /** Who gets what cancelling costs; it is burned when this is empty. */
  readonly proposalCancelDest: string
  readonly expeditedVotingPeriod: Nanos
  readonly expeditedThreshold: Decimal
  readonly expeditedMinDeposit: readonly Coin[]
  readonly burnVoteQuorum: boolean
  readonly burnProposalDepositPrevote: boolean
  readonly burnVoteVeto: boolean
  readonly minDepositRatio: Decimal
}

/** Secret Network's rules with the short voting periods of LocalSecret. */
export const LOCAL_GOV_PARAMS: GovParams = {
  minDeposit: [{ denom: 'uscrt', amount: 1_000_000_000n }],
  maxDepositPeriod: seconds(604_800n),
  votingPeriod: seconds(90n),
  quorum: part('0.334'),
  threshold: part('0.5'),
  vetoThreshold: part('0.334'),
  minInitialDepositRatio: ZERO,
  proposalCancelRatio: part('0.5'),
  proposalCancelDest: '',
  expeditedVotingPeriod: seconds(15n),
  expeditedThreshold: part('0.666666666666666667'),
  expeditedMinDeposit: [{ denom: 'uscrt', amount: 2_500_000_000n }],
  burnVoteQuorum: false,
  burnProposalDepositPrevote: false,
  burnVoteVeto: true,
  minDepositRatio: part('0.01'),
}

const PARAMS = 'gov/params'
const KEY = 'params'

export function readParams(store: Store): GovParams {
  const text = store.area(PARAMS).get(KEY)
  if (text === undefined) throw new Error('the chain has no rules of governance')
  return JSON.parse(text, revive)
}

export function writeParams(store: Store, params: GovParams): void {
  const text = JSON.stringify(params, (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  )
  store.area(PARAMS).set(KEY, text)
}

/** Rules off the wire; throws AbciError unless they fit together. */
export function paramsFromProto(params: Params | undefined): GovParams {
  const text = (member: string, what: string): Decimal => decimalOrRefuse(member, what)
  const given = params ?? refuse('invalid minimum deposit: ')
  const read: GovParams = {
    minDeposit: coinsFromProto(given.minDeposit),
    maxDepositPeriod: spanFromProto(given.maxDepositPeriod),
    votingPeriod: spanFromProto(given.votingPeriod),
    quorum: text(given.quorum, 'quorum string'),
    threshold: text(given.threshold, 'threshold string'),
    vetoThreshold: text(given.vetoThreshold, 'vetoThreshold string'),
    minInitialDepositRatio: text(given.minInitialDepositRatio, 'mininum initial deposit ratio of proposal'),
    proposalCancelRatio: text(given.proposalCancelRatio, 'burn rate of cancel proposal'),
    proposalCancelDest: given.proposalCancelDest,
    expeditedVotingPeriod: spanFromProto(given.expeditedVotingPeriod),
    expeditedThreshold: text(given.expeditedThreshold, 'expedited threshold string'),
    expeditedMinDeposit: coinsFromProto(given.expeditedMinDeposit),
    burnVoteQuorum: given.burnVoteQuorum,
    burnProposalDepositPrevote: given.burnProposalDepositPrevote,
    burnVoteVeto: given.burnVoteVeto,
    minDepositRatio: text(given.minDepositRatio, 'min deposit ratio'),
  }
  checkDeposits(read)
  checkPeriods(read)
  checkParts(read)
  return read
}

function checkDeposits({ minDeposit, expeditedMinDeposit, proposalCancelDest }: GovParams): void {
  if (minDeposit.length === 0 || !areCoins(minDeposit))
    refuse(`invalid minimum deposit: ${formatCoins(minDeposit)}`)
  if (expeditedMinDeposit.length === 0 || !areCoins(expeditedMinDeposit))
    refuse(`invalid expedited minimum deposit: ${formatCoins(expeditedMinDeposit)}`)
  if (isAllAtLeast(minDeposit, expeditedMinDeposit)) {
    refuse(
      `expedited minimum deposit must be greater than minimum deposit: ${formatCoins(expeditedMinDeposit)}`,
    )
  }
  if (proposalCancelDest !== '' && !isAddress(proposalCancelDest))
    refuse(`deposits destination address is invalid: ${proposalCancelDest}`)
}

function checkPeriods({ maxDepositPeriod, votingPeriod, expeditedVotingPeriod }: GovParams): void {
  const [deposit, voting, expedited] = [maxDepositPeriod, votingPeriod, expeditedVotingPeriod]
  if (deposit <= 0n) refuse(`maximum deposit period must be positive: ${spanText(deposit)}`)
  if (voting <= 0n) refuse(`voting period must be positive: ${spanText(voting)}`)
  if (expedited <= 0n) refuse(`expedited voting period must be positive: ${spanText(expedited)}`)
  if (expedited >= voting) {
    refuse(
      `expedited voting period ${spanText(expedited)} must be strictly less that the regular voting period ${spanText(voting)}`,
    )
  }
}

function checkParts(params: GovParams): void {
  const { quorum, threshold, expeditedThreshold, vetoThreshold } = params
  if (quorum < 0n) refuse(`quorom cannot be negative: ${formatDecimal(quorum)}`)
  if (quorum > ONE) refuse(`quorom too large: ${formatDecimal(quorum)}`)
  checkThreshold('vote threshold', threshold)
  checkThreshold('expedited vote threshold', expeditedThreshold)
  if (expeditedThreshold <= threshold) {
    refuse(
      `expedited vote threshold ${formatDecimal(expeditedThreshold)}, must be greater than the regular threshold ${formatDecimal(threshold)}`,
    )
  }
  checkThreshold('veto threshold', vetoThreshold)
  checkRatio('mininum initial deposit ratio of proposal', params.minInitialDepositRatio)
  checkRatio('burn rate of cancel proposal', params.proposalCancelRatio)
}

function checkThreshold(what: string, value: Decimal): void {
  if (value <= 0n) refuse(`${what} must be positive: ${formatDecimal(value)}`)
  if (value > ONE) refuse(`${what} too large: ${formatDecimal(value)}`)
}

function checkRatio(what: string, value: Decimal): void {
  if (value < 0n) refuse(`${what} must be positive: ${formatDecimal(value)}`)
  if (value > ONE) refuse(`${what} is too large: ${formatDecimal(value)}`)
}

function decimalOrRefuse(text: string, what: string): Decimal {
  return parseDecimal(text) ?? refuse(`invalid ${what}: decimal string cannot be empty`)
}

/** The chain gives these refusals no code of their own. */
function refuse(words: string): never {
  throw new AbciError('undefined', 1, words)
}

function part(text: string): Decimal {
  const value = parseDecimal(text)
  if (value === undefined) throw new Error(`${text} is no decimal`)
  return value
}

/** Whole numbers are kept with an `n` behind them, which no other text in the rules has. */
function revive(_: string, value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value
}
