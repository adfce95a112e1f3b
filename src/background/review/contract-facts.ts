/** What is known of the contract that a message is for, as the person sees it. */
import type { ContractFacts } from '../../messages/popup'
import type { UsedContract } from '../contracts/dealing-schema'
import type { ContractOnChain } from '../page-ports'
import type { ContractKnowledge } from './contract-book'
import type { ComputeMessage } from './native-words'
import type { OpenedInput } from './open-input'
import { safeText } from './safe-text'

/** What the chain says now, and what the contract was when this account last approved something for it. */
export interface ContractPast {
  readonly knowledge: ContractKnowledge
  /** Undefined for a contract that this account never used. */
  readonly used: UsedContract | undefined
}

/** Undefined for a contract that does not exist yet. */
export function contractFacts(
  message: ComputeMessage,
  input: OpenedInput,
  past: ContractPast | undefined,
): ContractFacts | undefined {
  if (message.kind === 'instantiate') return undefined
  const facts = { address: message.contract, codeHash: codeHashState(message, input, past?.knowledge) }
  if (past === undefined) return facts
  const { info, changes, pendingCodeId: pending, code } = past.knowledge
  const found = info.kind === 'known' ? info.value : undefined
  return {
    ...facts,
    ...(info.kind === 'known' && found === undefined ? { missing: true } : {}),
    ...(found === undefined ? {} : infoFacts(found, message.sender)),
    ...(pending.kind === 'known' && pending.value !== undefined
      ? { pendingCodeId: safeText(pending.value, 20) }
      : {}),
    ...(changes.kind === 'known' ? { changes: changeFacts(changes.value) } : {}),
    ...(code.kind === 'known' ? { code: code.value } : {}),
    ...pastUse(past),
  }
}

function infoFacts(info: ContractOnChain, account: string): Partial<ContractFacts> {
  const { label, codeId, creator, admin, governed } = info
  return {
    label: safeText(label, 120),
    codeId: safeText(codeId, 20),
    ...(creator === '' ? {} : { creator: safeText(creator, 80) }),
    control: controlOf(admin, governed, account),
  }
}

function controlOf(
  admin: string | undefined,
  governed: boolean,
  account: string,
): NonNullable<ContractFacts['control']> {
  if (governed) return { kind: 'governed' }
  if (admin === undefined) return { kind: 'fixed' }
  return { kind: 'owner', address: safeText(admin, 80), own: admin === account }
}

function changeFacts({
  count,
  lastHeight,
}: {
  readonly count: number
  readonly lastHeight: string | undefined
}): NonNullable<ContractFacts['changes']> {
  return { count, ...(lastHeight === undefined ? {} : { lastHeight: safeText(lastHeight, 20) }) }
}

/** Only what was seen then and is seen now can be compared; until both are there nothing is said. */
function pastUse({ used, knowledge: { codeHash, info } }: ContractPast): Pick<ContractFacts, 'use'> {
  if (used === undefined) return { use: 'first' }
  if (codeHash.kind !== 'known' || info.kind !== 'known' || info.value === undefined) return {}
  if (used.codeHash !== undefined && used.codeHash !== codeHash.value) return { use: 'code-changed' }
  if (used.admin !== undefined && used.admin !== (info.value.admin ?? '')) return { use: 'owner-changed' }
  return { use: 'earlier' }
}

/** A migration is read by the new code, which is not the one that runs now. */
function codeHashState(
  message: ComputeMessage,
  input: OpenedInput,
  knowledge: ContractKnowledge | undefined,
): ContractFacts['codeHash'] {
  if (message.kind !== 'execute' || input.kind !== 'opened') return 'unknown'
  if (knowledge?.codeHash.kind !== 'known') return 'unknown'
  return input.codeHash === knowledge.codeHash.value ? 'matches' : 'differs'
}
