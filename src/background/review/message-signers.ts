import { type ChainMessage, operatorOf } from '../../chain/codec/index'
import type { Address } from '../../domain/index'

/** The accounts whose signatures a message needs; none where that cannot be known. */
export function signersOf(message: ChainMessage): readonly Address[] {
  switch (message.kind) {
    case 'execute':
    case 'instantiate':
    case 'migrate':
    case 'store-code':
    case 'update-admin':
    case 'clear-admin':
    case 'set-contract-governance':
    case 'upgrade-passed':
    case 'ibc-transfer':
      return [message.sender]
    case 'contract-governance-proposal':
    case 'migrate-proposal':
    case 'compute-params':
    case 'community-pool-spend':
    case 'legacy-content':
      return [message.authority]
    case 'send':
      return [message.from]
    case 'multi-send':
      return message.inputs.map(({ address }) => address)
    case 'delegate':
    case 'undelegate':
    case 'redelegate':
    case 'cancel-unbonding':
    case 'withdraw-reward':
    case 'set-withdraw-address':
    case 'set-auto-restake':
      return [message.delegator]
    case 'vote':
    case 'vote-weighted':
      return [message.voter]
    case 'gov-deposit':
    case 'fund-community-pool':
      return [message.depositor]
    case 'create-validator':
    case 'edit-validator':
    case 'withdraw-commission':
    case 'unjail':
      return [operatorOf(message.validator)]
    case 'submit-proposal':
    case 'submit-content':
    case 'cancel-proposal':
      return [message.proposer]
    case 'fee-grant':
    case 'fee-revoke':
    case 'authz-grant':
    case 'authz-revoke':
      return [message.granter]
    case 'authz-exec':
      return [message.grantee]
    case 'unknown':
      return []
    default:
      return message satisfies never
  }
}
