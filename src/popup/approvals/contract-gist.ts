import type { ContractFacts } from '../../messages/popup'

/** What matters most about a contract, in a line. The gravest things are said by warnings already. */
export function contractGist(contract: ContractFacts): string {
  const { codeHash, code, control, missing, use } = contract
  if (missing === true) return 'The network knows no contract here.'
  if (codeHash === 'differs') return 'The message is sealed for other code than this contract runs.'
  if (code === 'differs') return 'The code that the node shows is not what its hash names.'
  const parts = [pastWords(use), shortControl(control)]
  return parts.filter((part) => part !== '').join(' ')
}

function pastWords(use: ContractFacts['use']): string {
  switch (use) {
    case 'first':
      return 'You use it for the first time.'
    case 'earlier':
      return 'You used it before, as it is now.'
    case 'code-changed':
      return 'Its code was replaced since you last used it.'
    case 'owner-changed':
      return 'It has another owner since you last used it.'
    case undefined:
      return ''
    default:
      return use satisfies never
  }
}

function shortControl(control: ContractFacts['control']): string {
  switch (control?.kind) {
    case undefined:
      return ''
    case 'fixed':
      return 'Nobody can replace its code.'
    case 'governed':
      return 'Its code can be replaced by a vote of the network.'
    case 'owner':
      return control.own ? 'You can replace its code.' : 'Its owner can replace its code.'
    default:
      return control satisfies never
  }
}

/** What it means who may replace the code. */
export function controlWords(control: NonNullable<ContractFacts['control']>): string {
  switch (control.kind) {
    case 'fixed':
      return 'No account can replace the code of this contract: what it does today it does for good, unless the network itself is changed.'
    case 'governed':
      return 'The code of this contract can be replaced only after a public vote of the network has allowed it.'
    case 'owner':
      return control.own
        ? 'You can replace the code of this contract at any time. New code can read and move all that the contract holds.'
        : 'The owner can replace the code of this contract at any time and without asking. New code can read and move all that the contract holds, private balances too.'
    default:
      return control satisfies never
  }
}
