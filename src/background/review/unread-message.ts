import { type Allowance, type ChainMessage, holdsUnrecognised } from '../../chain/codec/index'

/** True when some part of the message, however deep inside, has a meaning that cannot be put into words. */
export function holdsUnread(message: ChainMessage): boolean {
  switch (message.kind) {
    case 'unknown':
      return true
    case 'authz-exec':
      return message.messages.some((inner) => isSealed(inner) || holdsUnread(inner))
    case 'authz-grant':
      return message.grant.authorization?.kind === 'unknown'
    case 'create-validator':
    case 'legacy-content':
      return holdsUnrecognised(message)
    case 'fee-grant':
      return isUnread(message.allowance)
    default:
      return false
  }
}

/** Only the messages of the transaction itself are opened. */
export function isSealed({ kind }: ChainMessage): boolean {
  return kind === 'execute' || kind === 'instantiate' || kind === 'migrate'
}

function isUnread(allowance: Allowance | undefined): boolean {
  if (allowance?.kind === 'allowed-messages') return isUnread(allowance.allowance)
  return allowance?.kind === 'unknown'
}
