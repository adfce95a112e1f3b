/** Words for what another account may do from now on. */
import type { Authorization } from '../../chain/codec/index'
import type { Fact } from '../../messages/popup'
import { coinsWords } from './coin-words'
import { permittedWords } from './permitted-words'
import { fact } from './words'

export const TYPE = 'Type of message'

export function authorizationFacts(authorization: Authorization | undefined): readonly Fact[] {
  switch (authorization?.kind) {
    case 'generic':
      return [fact(TYPE, authorization.messageType)]
    case 'send':
      return authorization.allowList.map((one) => fact('May send to', one))
    case 'stake':
      return [
        ...validatorFacts('Only the validator', authorization.allowed),
        ...validatorFacts('Not the validator', authorization.denied),
      ]
    case undefined:
    case 'unknown':
      return []
    default:
      return authorization satisfies never
  }
}

export function authorizationWords(authorization: Authorization | undefined): string {
  switch (authorization?.kind) {
    case undefined:
      return 'do something that is not said'
    case 'generic':
      return permittedWords(authorization.messageType)
    case 'send': {
      const count = authorization.allowList.length
      const only = count === 0 ? '' : ` to ${count === 1 ? 'one account' : `${count} accounts`}`
      return `send ${limitWords(authorization.spendLimit)}${only}`
    }
    case 'stake':
      return stakeWords(authorization)
    case 'unknown':
      return 'do something that Sotto cannot read'
    default:
      return authorization satisfies never
  }
}

type StakeAuthorization = Extract<Authorization, { readonly kind: 'stake' }>

function validatorFacts(label: string, validators: StakeAuthorization['allowed']): readonly Fact[] {
  return validators?.addresses.map((one) => fact(label, one)) ?? []
}

function stakeWords({ action, maxTokens, allowed, denied }: StakeAuthorization): string {
  const limit = limitWords(maxTokens === undefined ? [] : [maxTokens])
  const count = (allowed ?? denied)?.addresses.length ?? 0
  const some = count === 1 ? 'one validator' : `${count} validators`
  const whom = allowed === undefined ? (count === 0 ? 'any validator' : `any validator but ${some}`) : some
  switch (action) {
    case 1:
      return `stake ${limit} with ${whom}`
    case 2:
      return `unstake ${limit} from ${whom}`
    case 3:
      return `move ${limit} of stake to ${whom}`
    case 4:
      return `stop unstaking ${limit} from ${whom}`
    default:
      return `do something that is not said with ${limit} of stake and ${whom}`
  }
}

export function limitWords(limit: Parameters<typeof coinsWords>[0]): string {
  return limit.length === 0 ? 'any amount' : `up to ${coinsWords(limit)}`
}
