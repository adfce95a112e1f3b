import { AbciError } from '../../node/abci-error'

/** The refusals of the staking module, with their codes and words. */
const ERRORS = {
  noValidator: { code: 3, words: 'validator does not exist' },
  ownerExists: {
    code: 4,
    words: 'validator already exist for this operator address; must use new validator operator address',
  },
  keyExists: {
    code: 5,
    words: 'validator already exist for this pubkey; must use new validator pubkey',
  },
  keyType: { code: 6, words: 'validator pubkey type is not supported' },
  jailed: { code: 7, words: 'validator for this address is currently jailed' },
  commissionNegative: { code: 9, words: 'commission must be positive' },
  commissionHuge: { code: 10, words: 'commission cannot be more than 100%' },
  commissionOverMax: { code: 11, words: 'commission cannot be more than the max rate' },
  commissionTooSoon: { code: 12, words: 'commission cannot be changed more than once in 24h' },
  changeRateNegative: { code: 13, words: 'commission change rate must be positive' },
  changeRateOverMax: { code: 14, words: 'commission change rate cannot be more than the max rate' },
  commissionJump: { code: 15, words: 'commission cannot be changed more than max change rate' },
  selfDelegationLow: {
    code: 16,
    words: "validator's self delegation must be greater than their minimum self delegation",
  },
  minSelfDecreased: { code: 17, words: 'minimum self delegation cannot be decrease' },
  noDelegation: { code: 19, words: 'no delegation for (address, validator) tuple' },
  noShares: { code: 22, words: 'insufficient delegation shares' },
  maxUnbondings: {
    code: 27,
    words: 'too many unbonding delegation entries for (delegator, validator) tuple',
  },
  selfRedelegation: { code: 29, words: 'cannot redelegate to the same validator' },
  tinyRedelegation: { code: 30, words: 'too few tokens to redelegate (truncates to zero tokens)' },
  badDestination: { code: 31, words: 'redelegation destination validator not found' },
  transitive: {
    code: 32,
    words:
      'redelegation to this validator already in progress; first redelegation to this validator must complete before next redelegation',
  },
  maxRedelegations: {
    code: 33,
    words: 'too many redelegation entries for (delegator, src-validator, dst-validator) tuple',
  },
  exchangeRate: {
    code: 34,
    words: 'cannot delegate to validators with invalid (zero) ex-rate',
  },
  noPublicKey: { code: 39, words: 'empty validator public key' },
  commissionUnderMin: { code: 40, words: 'commission cannot be less than min rate' },
} as const

/** A refusal in the `staking` codespace; the log is `detail`, if any, and the code's own words. */
export function stakingError(name: keyof typeof ERRORS, detail = ''): AbciError {
  const { code, words } = ERRORS[name]
  return new AbciError('staking', code, detail === '' ? words : `${detail}: ${words}`)
}
