/** Words for what the operator of a validator does. */
import { base64 } from '@scure/base'
import { type ChainMessageOf, operatorOf } from '../../chain/codec/index'
import { formatAmount, parseAmount } from '../../domain/index'
import type { Fact } from '../../messages/popup'
import { coinView, coinWords } from './coin-words'
import { passedFact } from './passed-message'
import { safeText } from './safe-text'
import { fact, type MessageWords, short, words } from './words'

type CreateValidator = ChainMessageOf<'create-validator'>
type ValidatorMessage = CreateValidator | ChainMessageOf<'edit-validator' | 'withdraw-commission' | 'unjail'>

export function validatorWords(message: ValidatorMessage): MessageWords {
  const who = short(message.validator)
  const validator = fact('Validator', message.validator)
  switch (message.kind) {
    case 'create-validator':
      return createWords(message)
    case 'edit-validator': {
      const { description, commissionRate, minSelfDelegation } = message
      return words({
        title: 'Change a validator',
        sentence: `Change what is known of the validator ${who}`,
        facts: [
          validator,
          ...descriptionFacts(description, KEPT),
          ...(commissionRate === undefined ? [] : [fact('Commission', percentWords(commissionRate))]),
          ...(minSelfDelegation === undefined ? [] : [ownStakeFact(minSelfDelegation)]),
        ],
      })
    }
    case 'withdraw-commission':
      return words({
        title: 'Collect commission',
        sentence: `Collect the commission of the validator ${who}`,
        facts: [validator],
      })
    case 'unjail':
      return words({
        title: 'Free a validator',
        sentence: `Let the validator ${who} sign blocks again`,
        facts: [validator],
      })
    default:
      return message satisfies never
  }
}

function createWords(message: CreateValidator): MessageWords {
  const { description, commission, validator, delegator, blockKey, amount } = message
  const { rate, maxRate, maxChangeRate } = commission
  return words({
    title: 'Create a validator',
    sentence: `Create the validator “${safeText(description.moniker, 80)}” and stake ${coinWords(amount)} with it`,
    facts: [
      fact('Validator', validator),
      ...descriptionFacts(description, ''),
      fact('Commission', percentWords(rate)),
      fact('Commission at most', percentWords(maxRate)),
      fact('Change of commission in a day at most', percentWords(maxChangeRate)),
      ownStakeFact(message.minSelfDelegation),
      ...(delegator === undefined || delegator === operatorOf(validator)
        ? []
        : [fact('Delegator', delegator)]),
      ...(blockKey?.kind === 'ed25519' ? [fact('Key for blocks', base64.encode(blockKey.key))] : []),
    ],
    funds: [coinView(amount)],
  })
}

/** What a change leaves as it is. cosmos-sdk, x/staking `DoNotModifyDesc`. */
const KEPT = '[do-not-modify]'

function descriptionFacts(description: CreateValidator['description'], left: string): readonly Fact[] {
  const { moniker, identity, website, securityContact, details } = description
  const all = [
    ['Name', moniker],
    ['Identity', identity],
    ['Website', website],
    ['Security contact', securityContact],
    ['Details', details],
  ] as const
  return all
    .filter(([, text]) => text !== left)
    .map(([label, text]) => passedFact(label, text === '' ? 'Nothing' : text))
}

function ownStakeFact(amount: bigint): Fact {
  return fact('Own stake at least', coinWords({ denom: 'uscrt', amount }))
}

/** A share, such as 0.05, as `5 %`. */
function percentWords(share: string): string {
  return `${formatAmount(parseAmount(share, 18) * 100n, 18)} %`
}
