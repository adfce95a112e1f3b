import type { Address } from '../../../src/domain/index'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { ensureAccount } from '../auth/accounts'
import type { Coin } from '../coins'
import type { CallTree } from './call-tree'
import { requireCode, type StoredCode } from './codes'
import { enclaveFailed } from './compute-errors'
import { addToHistory } from './contract-history'
import { type Dispatch, runContract } from './contract-run'
import { authorizedMigration, spendAuthorizedMigration } from './governed-changes'
import { type ContractRecord, changeContract, registerContract, requireContract } from './registry'

const MAX_LABEL_LENGTH = 512

/** Where in a tree of calls something happens, and how it goes on from there. */
export interface Place {
  readonly tree: CallTree
  readonly depth: number
  readonly dispatch: Dispatch
}

interface CodeChange {
  readonly sender: Address
  readonly codeId: bigint
  /** What the sender believes the code to be. */
  readonly codeHash: string
  /** The message for the contract, opened. */
  readonly message: Uint8Array
  /** The message as it was sent, for the history. */
  readonly wire: Uint8Array
}

export interface Instantiation extends CodeChange {
  readonly label: string
  readonly admin: string
  readonly funds: readonly Coin[]
}

export interface Migration extends CodeChange {
  readonly contract: string
}

/** Makes a contract out of code and runs its first message. Throws AbciError. */
export function instantiateCode(
  context: Context,
  asked: Instantiation,
  { tree, depth, dispatch }: Place,
): { address: Address; data: Uint8Array | undefined } {
  const { sender, label, admin, message, funds, wire } = asked
  if (label === '') throw sdkError('invalidRequest', 'label is required')
  if (label.length > MAX_LABEL_LENGTH) {
    throw sdkError('invalidRequest', `label cannot be longer than ${MAX_LABEL_LENGTH} characters`)
  }
  const code = requireCode(context.store, Number(asked.codeId))
  checkHash('instantiate', asked.codeHash, code)
  const record = registerContract(context.store, {
    codeId: code.codeId,
    creator: sender,
    label,
    admin,
    createdHeight: context.block.height,
    createdTxIndex: context.tx?.index ?? 0,
  })
  const { address } = record
  ensureAccount(context.store, address)
  addToHistory(context, address, { operation: 'INIT', codeId: code.codeId, wire })
  context.events.push(
    event('instantiate', [
      ['contract_address', address],
      ['code_id', String(code.codeId)],
    ]),
  )
  const call = { kind: 'instantiate', caller: { sender, funds }, message } as const
  return { address, data: runContract(context, { record, code, tree, depth, call }, dispatch) }
}

/** Puts other code under a contract and runs its migration. Throws AbciError. */
export function migrateCode(
  context: Context,
  asked: Migration,
  { tree, depth, dispatch }: Place,
): Uint8Array | undefined {
  const { sender, contract, message, wire } = asked
  const { record } = requireContract(context.store, contract)
  const code = requireCode(context.store, Number(asked.codeId))
  checkAuthority(context, record, sender, code.codeId)
  checkHash('migrate', asked.codeHash, code)
  const changed = changeContract(context.store, record, { codeId: code.codeId })
  spendAuthorizedMigration(context.store, record.address)
  addToHistory(context, record.address, { operation: 'MIGRATE', codeId: code.codeId, wire })
  context.events.push(
    event('migrate', [
      ['code_id', String(code.codeId)],
      ['contract_address', record.address],
    ]),
  )
  const call = { kind: 'migrate', caller: { sender, funds: [] }, message } as const
  return runContract(context, { record: changed, code, tree, depth, call }, dispatch)
}

/** Gives a contract another admin, or none for ''. Throws AbciError. */
export function changeAdmin(
  context: Context,
  asked: { readonly sender: Address; readonly contract: string; readonly admin: string },
): void {
  const { record } = requireContract(context.store, asked.contract)
  if (record.admin !== asked.sender) throw sdkError('unauthorized', 'can not modify contract')
  changeContract(context.store, record, { admin: asked.admin })
  context.events.push(
    event('update_contract_admin', [
      ['contract_address', record.address],
      ['new_admin_address', asked.admin],
    ]),
  )
}

function checkAuthority(context: Context, record: ContractRecord, sender: Address, codeId: number): void {
  if (record.admin !== sender) throw sdkError('unauthorized', 'can not migrate')
  if (!record.requireGovernance) return
  if (authorizedMigration(context.store, record.address) !== codeId) {
    throw sdkError('unauthorized', 'migration not authorized by governance')
  }
}

function checkHash(operation: 'instantiate' | 'migrate', codeHash: string, code: StoredCode): void {
  if (codeHash.toLowerCase() !== code.codeHash)
    throw enclaveFailed(operation, 'failed to validate transaction')
}
