import type { ChainMessageOf } from '../../chain/codec/index'
import { coinsWords, coinView, coinWords, listWords } from './coin-words'
import { DEPOSIT_LOST } from './proposal-words'
import { safeText } from './safe-text'
import { caution, fact, type MessageWords, short, words } from './words'

type StakingMessage = ChainMessageOf<
  | 'delegate'
  | 'undelegate'
  | 'redelegate'
  | 'cancel-unbonding'
  | 'withdraw-reward'
  | 'set-withdraw-address'
  | 'set-auto-restake'
>

const WAITS_21_DAYS = 'Coins that are being unstaked earn nothing and cannot be moved for 21 days.'

export function stakingWords(message: StakingMessage): MessageWords {
  switch (message.kind) {
    case 'delegate':
      return words({
        title: 'Stake',
        sentence: `Stake ${coinWords(message.amount)} with ${short(message.validator)}`,
        facts: [fact('Validator', message.validator)],
        funds: [coinView(message.amount)],
      })
    case 'undelegate':
      return words({
        title: 'Unstake',
        sentence: `Take ${coinWords(message.amount)} back from ${short(message.validator)}`,
        facts: [fact('Validator', message.validator)],
        warnings: [caution(WAITS_21_DAYS)],
      })
    case 'redelegate':
      return words({
        title: 'Move stake',
        sentence: `Move ${coinWords(message.amount)} from ${short(message.fromValidator)} to ${short(message.toValidator)}`,
        facts: [fact('From', message.fromValidator), fact('To', message.toValidator)],
      })
    case 'cancel-unbonding':
      return words({
        title: 'Stake again',
        sentence: `Stop unstaking ${coinWords(message.amount)} from ${short(message.validator)}`,
        facts: [
          fact('Validator', message.validator),
          fact('Begun at block', message.creationHeight.toString()),
        ],
      })
    case 'withdraw-reward':
      return words({
        title: 'Collect rewards',
        sentence: `Collect the rewards from ${short(message.validator)}`,
        facts: [fact('Validator', message.validator)],
      })
    case 'set-withdraw-address':
      return words({
        title: 'Send rewards elsewhere',
        sentence: `From now on, pay all staking rewards to ${short(message.withdrawAddress)}`,
        facts: [fact('Rewards go to', message.withdrawAddress)],
        warnings: rewardWarnings(message),
      })
    case 'set-auto-restake':
      return words({
        title: message.enabled ? 'Restake rewards' : 'Stop restaking rewards',
        sentence: `From now on, ${message.enabled ? 'stake' : 'do not stake'} the rewards from ${short(message.validator)} automatically`,
        facts: [fact('Validator', message.validator)],
      })
    default:
      return message satisfies never
  }
}

function rewardWarnings(message: ChainMessageOf<'set-withdraw-address'>): MessageWords['warnings'] {
  if (message.withdrawAddress === message.delegator) return []
  return [caution('All your staking rewards will go to another account until you change it back.')]
}

export function communityWords(
  message: ChainMessageOf<'fund-community-pool' | 'community-pool-spend'>,
): MessageWords {
  switch (message.kind) {
    case 'fund-community-pool':
      return words({
        title: 'Give to the community',
        sentence: `Give ${coinsWords(message.amount)} to the community pool`,
        funds: message.amount.map(coinView),
        warnings: [
          caution('What is given to the community pool does not come back: only a vote can spend it.'),
        ],
      })
    case 'community-pool-spend':
      return words({
        title: 'Pay from the community pool',
        sentence: `Pay ${coinsWords(message.amount)} from the community pool to ${short(message.recipient)}`,
        facts: [fact('To', message.recipient)],
      })
    default:
      return message satisfies never
  }
}

const ABSTAIN = 2
const VOTES: Readonly<Record<number, string>> = { 1: 'yes', 2: 'abstain', 3: 'no', 4: 'no with veto' }

export function govWords(
  message: ChainMessageOf<'vote' | 'vote-weighted' | 'gov-deposit' | 'cancel-proposal'>,
): MessageWords {
  const proposal = `proposal ${message.proposalId}`
  switch (message.kind) {
    case 'vote':
      return words({
        title: 'Vote',
        sentence:
          message.option === ABSTAIN
            ? `Abstain on ${proposal}`
            : `Vote ${voteName(message.option)} on ${proposal}`,
        facts: metadataFacts(message.metadata),
      })
    case 'vote-weighted': {
      const parts = message.options.map(
        ({ option, weight }) => `${voteName(option)} (${safeText(weight, 30)})`,
      )
      return words({
        title: 'Split vote',
        sentence: `Vote ${listWords(parts)} on ${proposal}`,
        facts: metadataFacts(message.metadata),
      })
    }
    case 'gov-deposit':
      return words({
        title: 'Deposit for a proposal',
        sentence: `Deposit ${coinsWords(message.amount)} for ${proposal}`,
        funds: message.amount.map(coinView),
        warnings: [DEPOSIT_LOST],
      })
    case 'cancel-proposal':
      return words({
        title: 'Cancel a proposal',
        sentence: `Take ${proposal} back before the vote on it ends`,
        warnings: [caution('A part of its deposits is lost.')],
      })
    default:
      return message satisfies never
  }
}

function metadataFacts(metadata: string): MessageWords['facts'] {
  return metadata === '' ? [] : [fact('Public remark', metadata)]
}

function voteName(option: number): string {
  return VOTES[option] ?? `option ${option}`
}
