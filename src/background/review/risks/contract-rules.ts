import type { ContractFacts } from '../../../messages/popup'
import { coinsWords } from '../coin-words'
import { short } from '../words'
import type { MessageContext, RiskRule } from './risk-rule'

type Rule = RiskRule<MessageContext>
type Level = Rule['level']

/** A rule about the contract that a message is for. */
function contractRule(
  name: string,
  level: Level,
  sentence: (contract: ContractFacts, context: MessageContext) => string | undefined,
): Rule {
  return {
    name,
    level,
    check: (context) =>
      context.at.contract === undefined ? undefined : sentence(context.at.contract, context),
  }
}

/** Only a message that is read by the contract's present code has a hash to compare. */
function isCompared({ at: { message, opened } }: MessageContext): boolean {
  return message.kind === 'execute' && opened
}

const missing = contractRule('contract-missing', 'danger', ({ missing }) =>
  missing === true
    ? 'There is no contract at this address. The message will fail, and the fee is lost.'
    : undefined,
)

const hashDiffers = contractRule('code-hash-differs', 'danger', ({ codeHash }) =>
  codeHash === 'differs'
    ? 'The message is meant for other code than this contract runs. It will fail, and the fee is lost.'
    : undefined,
)

const hashUnknown = contractRule('code-hash-unknown', 'note', ({ codeHash, missing }, context) => {
  if (codeHash !== 'unknown' || missing === true || !isCompared(context)) return undefined
  return context.at.asking
    ? 'Sotto is still checking which code this contract runs.'
    : 'Sotto could not check which code this contract runs.'
})

const misnamed: Rule = {
  name: 'code-misnamed',
  level: 'danger',
  check: ({ at: { misnamed } }) =>
    misnamed
      ? 'The message is meant for other code than the one it names. It will fail, and the fee is lost.'
      : undefined,
}

const codeDiffers = contractRule('code-differs', 'danger', ({ code }) =>
  code === 'differs'
    ? 'The code that the node shows for this contract is not the code that its hash names. The node may be lying: try another one in Settings.'
    : undefined,
)

const changed = contractRule('contract-changed', 'caution', ({ use }) =>
  use === 'code-changed'
    ? 'This contract’s code was replaced since you last used it. Make sure that you trust what it is now.'
    : undefined,
)

const ownerChanged = contractRule('contract-owner-changed', 'caution', ({ use }) =>
  use === 'owner-changed'
    ? 'Since you last used this contract, somebody else has become able to replace its code.'
    : undefined,
)

const pending = contractRule('contract-change-pending', 'caution', ({ pendingCodeId }) =>
  pendingCodeId === undefined
    ? undefined
    : `A vote has allowed this contract to move to code ${pendingCodeId}, which may happen at any time.`,
)

const migratable = contractRule('contract-migratable', 'note', ({ control }) =>
  control?.kind === 'owner' && !control.own
    ? `${short(control.address)} can replace this contract’s code at any time, and then read and move all that it holds.`
    : undefined,
)

const funds: Rule = {
  name: 'funds-attached',
  level: 'caution',
  check: ({ at: { message } }) =>
    (message.kind === 'execute' || message.kind === 'instantiate') && message.funds.length > 0
      ? `${coinsWords(message.funds)} goes along with this message, in public.`
      : undefined,
}

const viewingKey: Rule = {
  name: 'viewing-key-by-site',
  level: 'caution',
  check: ({ at: { action } }) =>
    action?.kind === 'set-viewing-key'
      ? 'The site knows this key and can read your balance and history of this token.'
      : undefined,
}

export const CONTRACT_RULES: readonly Rule[] = [
  missing,
  hashDiffers,
  misnamed,
  codeDiffers,
  changed,
  ownerChanged,
  pending,
  funds,
  viewingKey,
  migratable,
  hashUnknown,
]
