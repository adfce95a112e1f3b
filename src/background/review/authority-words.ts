/** Words for messages that change who may do what. */
import type { Allowance, Authorization, ChainMessageOf } from '../../chain/codec/index'
import { coinsWords } from './coin-words'
import { untilWords } from './moment-words'
import { safeText } from './safe-text'
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
        facts: [grantee],
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
        facts: [grantee],
        warnings: [danger('The other account can do this with your coins without asking you again.')],
      })
    }
    case 'authz-revoke':
      return words({
        title: 'Take back a permission',
        sentence: `${short(message.grantee)} may no longer do this in your name: ${safeText(message.messageType)}`,
        facts: [grantee],
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
      return `${limitWords(allowance.spendLimit)}, ${untilWords(allowance.expiration?.seconds)}`
    case 'periodic':
      return `${coinsWords(allowance.periodSpendLimit)} in every period`
    case 'allowed-messages':
      return `${allowanceWords(allowance.allowance)}, for some kinds of messages`
    case 'unknown':
      return 'how much cannot be read'
    default:
      return allowance satisfies never
  }
}

function authorizationWords(authorization: Authorization | undefined): string {
  switch (authorization?.kind) {
    case undefined:
      return 'do something that is not said'
    case 'generic':
      return `send any message of the type ${safeText(authorization.messageType)}`
    case 'send': {
      const only =
        authorization.allowList.length === 0 ? '' : ` to ${authorization.allowList.length} accounts`
      return `send ${limitWords(authorization.spendLimit)}${only}`
    }
    case 'unknown':
      return 'do something that Sotto cannot read'
    default:
      return authorization satisfies never
  }
}

function limitWords(limit: Parameters<typeof coinsWords>[0]): string {
  return limit.length === 0 ? 'any amount' : `up to ${coinsWords(limit)}`
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
        warnings: [caution('You will no longer be able to change this contract.')],
      })
    case 'clear-admin':
      return words({
        title: 'Give up a contract',
        sentence: `Nobody will be able to replace the code of the contract ${short(message.contract)} any more`,
        facts: [fact('Contract', message.contract)],
        warnings: [caution('This cannot be undone.')],
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
      return words({
        title: 'Propose a change of contracts',
        sentence: `Propose “${safeText(message.title, 120)}” for ${message.contracts.length} contracts`,
        facts: message.contracts.map(({ contract, newCodeId }) => fact(`To code ${newCodeId}`, contract)),
      })
    case 'upgrade-passed':
    case 'compute-params':
      return words({
        title: 'Change the network',
        sentence: 'A message that only the network’s governance may send',
        facts: [fact('Type', message.typeUrl)],
      })
    default:
      return message satisfies never
  }
}
