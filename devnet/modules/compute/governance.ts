import type { Address } from '../../../src/domain/index'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { requireCode } from './codes'
import { authorizeAdmin, authorizeMigration } from './governed-changes'
import { changeContract, requireContract } from './registry'

/** An admin gives the last word on the contract's code to governance, for good (Protocol 3.1). */
export function submitToGovernance(context: Context, sender: Address, contract: string): void {
  const { record } = requireContract(context.store, contract)
  if (record.admin !== sender) throw sdkError('unauthorized', 'can not modify contract')
  changeContract(context.store, record, { requireGovernance: true })
}

/** What a passed proposal allows: migrations for the admins to carry out, and new admins, which take effect at once. */
export function carryOutProposal(
  context: Context,
  proposal: {
    readonly contracts: readonly { readonly address: string; readonly newCodeId: bigint }[]
    readonly adminUpdates: readonly { readonly address: string; readonly newAdmin: string }[]
  },
): void {
  for (const { address, newCodeId } of proposal.contracts) {
    requireContract(context.store, address)
    authorizeMigration(context.store, address, requireCode(context.store, Number(newCodeId)).codeId)
    emitProposal(context, address)
  }
  for (const { address, newAdmin } of proposal.adminUpdates) {
    const { record } = requireContract(context.store, address)
    authorizeAdmin(context.store, address, newAdmin)
    changeContract(context.store, record, { admin: newAdmin })
    emitProposal(context, address)
  }
}

function emitProposal(context: Context, address: string): void {
  context.events.push(event('contract_governance_proposal', [['contract_address', address]]))
}
