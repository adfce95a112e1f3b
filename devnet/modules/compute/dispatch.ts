import type { Any } from '@bufbuild/protobuf/wkt'
import { AbciError, OutOfGasError } from '../../node/abci-error'
import { atomically, type Context } from '../../node/context'
import { type ChainEvent, event } from '../../node/events'
import type { ContractResponse, SubMessage } from '../../vm/contract-result'
import { encodeReply, type ReplyEvent, type ReplyResult } from '../../vm/reply'
import type { CallTree } from './call-tree'
import { changeAdmin, instantiateCode, migrateCode } from './code-changes'
import { ContractRefusal, enclaveFailed, type Operation } from './compute-errors'
import { moduleMessage } from './contract-messages'
import { type Run, runContract } from './contract-run'
import { finalizeTx } from './finalized-tx'
import { withGasLimit } from './gas-limit'
import { type Located, requireContract } from './registry'

/**
 * Runs the messages of a contract one after the other, each with all that follows from it, and lets the contract hear of those
 * it asked about. Returns the data that the last reply put in place of the contract's own.
 */
export function dispatchMessages(
  context: Context,
  run: Run,
  { messages }: ContractResponse,
): Uint8Array | undefined {
  let data: Uint8Array | undefined
  for (const message of messages) data = dispatchOne(context, run, message) ?? data
  return data
}

function dispatchOne(context: Context, run: Run, sub: SubMessage): Uint8Array | undefined {
  const events: ChainEvent[] = []
  const result = attempt(() =>
    withGasLimit(context, sub.gasLimit, (limited) =>
      atomically({ ...limited, events }, (inner) => send(inner, run, sub)),
    ),
  )
  if (result instanceof AbciError) {
    const heard = sub.replyOn === 'always' || sub.replyOn === 'error'
    if (!heard || result instanceof OutOfGasError) throw result.at('dispatch: submessages')
    return reply(context, run, sub, { kind: 'error', error: wordsFor(result) })
  }
  context.events.push(...events)
  if (sub.replyOn !== 'always' && sub.replyOn !== 'success') return undefined
  return reply(context, run, sub, {
    kind: 'ok',
    events: events.map((found) => opened(found, run.tree)),
    data: result,
  })
}

function attempt(work: () => Uint8Array | undefined): Uint8Array | undefined | AbciError {
  try {
    return work()
  } catch (error) {
    if (error instanceof AbciError) return error
    throw error
  }
}

/** Tells the contract what became of its message; what it wants done in turn runs before anything else. */
function reply(context: Context, run: Run, sub: SubMessage, result: ReplyResult): Uint8Array | undefined {
  const message = encodeReply(sub.id, result)
  const { address } = run.record
  context.events.push(event('reply', [['contract_address', address]]))
  // The contract may have been migrated by the very message it hears about.
  const located = requireContract(context.store, address)
  const { tree, depth } = run
  return runContract(context, { ...located, tree, depth, call: { kind: 'reply', message } }, dispatchMessages)
}

/** Carries out one message as the contract's own; returns the data of the answer. */
function send(context: Context, run: Run, { message }: SubMessage): Uint8Array | undefined {
  const sender = run.record.address
  const inside = { tree: run.tree, depth: run.depth + 1, dispatch: dispatchMessages }
  switch (message.kind) {
    case 'execute': {
      const located = requireContract(context.store, message.contract)
      checkCallback('execute', message.codeHash, located)
      const caller = { sender, funds: message.funds }
      const call = { kind: 'execute', caller, message: message.message } as const
      context.events.push(event('execute', [['contract_address', located.record.address]]))
      return runContract(context, { ...located, ...inside, call }, dispatchMessages)
    }
    case 'instantiate':
      return instantiateCode(context, { ...message, sender, wire: message.message }, inside).data
    case 'migrate':
      return migrateCode(context, { ...message, sender, wire: message.message }, inside)
    case 'update-admin':
    case 'clear-admin': {
      const admin = message.kind === 'clear-admin' ? '' : message.admin
      changeAdmin(context, { sender, contract: message.contract, admin })
      return undefined
    }
    case 'finalize-tx':
      finalizeTx(context)
      return undefined
    default:
      return dataOf(context.router.run(context, moduleMessage(sender, message)))
  }
}

function dataOf({ value }: Any): Uint8Array | undefined {
  return value.length === 0 ? undefined : value
}

function checkCallback(operation: Operation, codeHash: string, { code }: Located): void {
  if (codeHash.toLowerCase() !== code.codeHash)
    throw enclaveFailed(operation, 'failed to validate transaction')
}

/** Nodes must not depend on each other's words, so a contract hears only the codes of errors that are not a contract's. */
function wordsFor(error: AbciError): string {
  return error instanceof ContractRefusal ? error.plain : `codespace: ${error.codespace}, code: ${error.code}`
}

/** An event as the contract may read it: it is inside the enclave, so nothing is sealed for it. */
function opened({ type, attributes }: ChainEvent, { channel }: CallTree): ReplyEvent {
  const plain = (text: string): string => channel.openText(text) ?? text
  return { type, attributes: attributes.map(({ key, value }) => ({ key: plain(key), value: plain(value) })) }
}
