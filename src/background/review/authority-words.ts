/** Words for messages that change who may do what. */
import { hex } from '@scure/base'
import type { Allowance, ChainMessageOf } from '../../chain/codec/index'
import type { Fact } from '../../messages/popup'
import { authorizationFacts, authorizationWords, limitWords, TYPE } from './authorization-words'
import { coinsWords, listWords } from './coin-words'
import { durationWords, momentWords, untilWords } from './moment-words'
import { permittedFact, permittedWords } from './permitted-words'
import { contractProposalWords } from './proposal-words'
import { caution, danger, fact, type MessageWords, short, words } from './words'

export function grantWords(
  message: ChainMessageOf<'fee-grant' | 'fee-revoke' | 'authz-grant' | 'authz-revoke'>,
): MessageWords {
  const grantee = fact('Account', message.grantee)
  switch (message.kind) {
    case 'fee-grant':
      return words({
        title: 'Pay fees for another account',
        sentence: `Let ${short(message.grantee)} pay its fees from your account: ${allowanceWords(message.allowance)}`,
        facts: [grantee, ...allowanceFacts(message.allowance)],
        warnings: [caution('The other account can spend your coins on fees without asking you again.')],
      })
    case 'fee-revoke':
      return words({
        title: 'Stop paying fees',
        sentence: `${short(message.grantee)} may no longer pay its fees from your account`,
        facts: [grantee],
      })
    case 'authz-grant': {
      const { authorization, expiration } = message.grant
      return words({
        title: 'Let another account act for you',
        sentence: `Let ${short(message.grantee)} ${authorizationWords(authorization)} in your name, ${untilWords(expiration?.seconds)}`,
        facts: [grantee, ...authorizationFacts(authorization)],
        warnings: [danger('The other account can do this with your coins without asking you again.')],
      })
    }
    case 'authz-revoke':
      return words({
        title: 'Take back a permission',
        sentence: `${short(message.grantee)} may no longer ${permittedWords(message.messageType)} in your name`,
        facts: [grantee, fact(TYPE, message.messageType)],
      })
    default:
      return message satisfies never
  }
}

function allowanceWords(allowance: Allowance | undefined): string {
  switch (allowance?.kind) {
    case undefined:
      return 'how much is not said'
    case 'basic':
      return basicWords(allowance)
    case 'periodic':
      return periodicWords(allowance)
    case 'allowed-messages':
      return `${allowanceWords(allowance.allowance)}, ${onlyWords(allowance.allowedMessages)}`
    case 'unknown':
      return 'how much cannot be read'
    default:
      return allowance satisfies never
  }
}

function onlyWords(types: readonly string[]): string {
  if (types.length === 0) return 'for no kind of message'
  return types.length > 3
    ? `only for ${types.length} kinds of messages`
    : `only to ${listWords(types.map(permittedWords))}`
}

function periodicWords({
  basic,
  period,
  periodSpendLimit,
}: Extract<Allowance, { readonly kind: 'periodic' }>): string {
  const length = period === undefined ? 'a time that is not said' : durationWords(period.seconds)
  const all = basic === undefined ? 'any amount, without an end' : basicWords(basic)
  return `${coinsWords(periodSpendLimit)} in each period of ${length}, in all ${all}`
}

function basicWords({
  spendLimit,
  expiration,
}: Pick<Extract<Allowance, { readonly kind: 'basic' }>, 'spendLimit' | 'expiration'>): string {
  return `${limitWords(spendLimit)}, ${untilWords(expiration?.seconds)}`
}

/** What a sentence has no room for. */
function allowanceFacts(allowance: Allowance | undefined): readonly Fact[] {
  switch (allowance?.kind) {
    case 'allowed-messages':
      return [
        ...allowance.allowedMessages.map((type) => fact('Only to', permittedFact(type))),
        ...allowanceFacts(allowance.allowance),
      ]
    case 'periodic':
      return [
        fact('Left in this period', coinsWords(allowance.periodCanSpend)),
        ...(allowance.periodReset === undefined
          ? []
          : [fact('Next period', momentWords(allowance.periodReset.seconds) ?? 'a moment that is no date')]),
      ]
    case undefined:
    case 'basic':
    case 'unknown':
      return []
    default:
      return allowance satisfies never
  }
}

type ContractAdminMessage = ChainMessageOf<
  | 'store-code'
  | 'update-admin'
  | 'clear-admin'
  | 'set-contract-governance'
  | 'contract-governance-proposal'
  | 'migrate-proposal'
  | 'upgrade-passed'
  | 'compute-params'
>

export function contractAdminWords(message: ContractAdminMessage): MessageWords {
  switch (message.kind) {
    case 'store-code':
      return words({
        title: 'Upload contract code',
        sentence: `Upload ${message.wasm.length} bytes of contract code`,
        facts: [
          ...(message.source === '' ? [] : [fact('Source', message.source)]),
          ...(message.builder === '' ? [] : [fact('Built with', message.builder)]),
        ],
      })
    case 'update-admin':
      return words({
        title: 'Change a contract’s owner',
        sentence: `Let ${short(message.newAdmin)} replace the code of the contract ${short(message.contract)}`,
        facts: [fact('Contract', message.contract), fact('New owner', message.newAdmin)],
        warnings: [
          caution('You will no longer be able to change this contract.'),
          ...callbackWarnings(message),
        ],
      })
    case 'clear-admin':
      return words({
        title: 'Give up a contract',
        sentence: `Nobody will be able to replace the code of the contract ${short(message.contract)} any more`,
        facts: [fact('Contract', message.contract)],
        warnings: [caution('This cannot be undone.'), ...callbackWarnings(message)],
      })
    case 'set-contract-governance':
      return words({
        title: 'Put a contract under governance',
        sentence: `Changes of the contract ${short(message.contract)} will need a vote`,
        facts: [fact('Contract', message.contract)],
        warnings: [caution('This cannot be undone.')],
      })
    case 'contract-governance-proposal':
    case 'migrate-proposal':
      return contractProposalWords(message)
    case 'upgrade-passed':
    case 'compute-params':
      return words({
        title: 'Change the network',
        sentence: 'A message that only the network’s governance may send',
        facts: [fact('Type', message.typeUrl), ...networkFacts(message)],
      })
    default:
      return message satisfies never
  }
}

function networkFacts(message: ChainMessageOf<'upgrade-passed' | 'compute-params'>): readonly Fact[] {
  if (message.kind === 'upgrade-passed') return [fact('Enclave', hex.encode(message.mrEnclaveHash))]
  const { params } = message
  return params === undefined
    ? []
    : [
        fact('Largest contract, in bytes', params.maxContractSize.toString()),
        fact('Cost of compiling', params.compileCost),
      ]
}

/** Only contracts have such a signature. */
function callbackWarnings({
  callbackSig,
}: ChainMessageOf<'update-admin' | 'clear-admin'>): MessageWords['warnings'] {
  return callbackSig.length === 0 ? [] : [danger('This message pretends to come from another contract.')]
}
