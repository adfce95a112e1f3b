/** What leaves and enters an account by the words of a transaction. */
import { type ChainMessage, type ChainMessageOf, type Fee, operatorOf } from '../../chain/codec/index'
import { parseSnip20Message, type Snip20Action } from '../../chain/index'
import type { Address, Coin } from '../../domain/index'
import { readJsonText } from '../review/json-text'
import type { OpenedInput } from '../review/open-input'

/** One change of one balance, in base units; less than zero for what leaves. */
export interface Flow {
  readonly asset: Asset
  readonly amount: bigint
}

export type Asset =
  | { readonly kind: 'coin'; readonly denom: string }
  | { readonly kind: 'token'; readonly contract: Address }

export interface Spending {
  readonly flows: readonly Flow[]
  /** False when a message does more than its words say. */
  readonly foreseen: boolean
}

export interface SpendingContext {
  readonly account: Address
  /** The tokens that the person knows. What any other contract promises to give is not counted. */
  readonly isKnown: (contract: Address) => boolean
  /** The token that gives back the network's own coin, one unit for one. */
  readonly isWrappedNative: (contract: Address) => boolean
}

const NOTHING: Spending = { flows: [], foreseen: true }
const UNFORESEEN: Spending = { flows: [], foreseen: false }

/** The movements of all messages and of the fee, in their order. `inputs` as in OpenedRequest. */
export function spendingOf(
  tx: {
    readonly messages: readonly ChainMessage[]
    readonly inputs: readonly (OpenedInput | undefined)[]
    readonly fee: Fee
  },
  context: SpendingContext,
): Spending {
  return together([
    ...tx.messages.map((message, index) => messageSpending(message, tx.inputs[index], context)),
    { flows: paysOwnFee(tx.fee, context.account) ? coinFlows(tx.fee.amount, -1n) : [], foreseen: true },
  ])
}

/** True when the fee comes out of the account itself. */
export function paysOwnFee({ payer, granter }: Fee, account: Address): boolean {
  return (granter === '' || granter === account) && (payer === '' || payer === account)
}

function messageSpending(
  message: ChainMessage,
  input: OpenedInput | undefined,
  context: SpendingContext,
): Spending {
  const { account } = context
  const leaves = (from: Address, coins: readonly Coin[]): Spending => ({
    flows: from === account ? coinFlows(coins, -1n) : [],
    foreseen: true,
  })
  switch (message.kind) {
    case 'send':
      return together([leaves(message.from, message.amount), arrives(message.to, message.amount, account)])
    case 'multi-send':
      return together([
        ...message.inputs.map(({ address, coins }) => leaves(address, coins)),
        ...message.outputs.map(({ address, coins }) => arrives(address, coins, account)),
      ])
    case 'ibc-transfer':
      return leaves(message.sender, [message.token])
    case 'delegate':
      // What was earned so far is paid out on the way.
      return together([leaves(message.delegator, [message.amount]), UNFORESEEN])
    case 'create-validator':
      return leaves(operatorOf(message.validator), [message.amount])
    case 'gov-deposit':
    case 'fund-community-pool':
      return leaves(message.depositor, message.amount)
    case 'submit-proposal':
    case 'submit-content':
      return leaves(message.proposer, message.deposit)
    case 'execute':
      return together([leaves(message.sender, message.funds), executeSpending(message, input, context)])
    case 'instantiate':
      return together([leaves(message.sender, message.funds), UNFORESEEN])
    case 'undelegate':
    case 'redelegate':
    case 'withdraw-reward':
    case 'withdraw-commission':
    case 'cancel-proposal':
    case 'migrate':
    case 'unknown':
      return UNFORESEEN
    case 'authz-exec':
      return together(message.messages.map((inner) => messageSpending(inner, undefined, context)))
    default:
      return NOTHING
  }
}

function executeSpending(
  { contract, funds }: ChainMessageOf<'execute'>,
  input: OpenedInput | undefined,
  context: SpendingContext,
): Spending {
  if (input?.kind !== 'opened') return UNFORESEEN
  const reading = readJsonText(input.message)
  const action = reading.kind === 'plain' ? parseSnip20Message(reading.value) : undefined
  if (action === undefined) return UNFORESEEN
  const spending = tokenSpending(action, contract, funds, context)
  const counted = ({ amount }: Flow): boolean => amount < 0n || context.isKnown(contract)
  return { ...spending, flows: spending.flows.filter(counted) }
}

function tokenSpending(
  action: Snip20Action,
  contract: Address,
  funds: readonly Coin[],
  { account, isWrappedNative }: SpendingContext,
): Spending {
  const token: Asset = { kind: 'token', contract }
  if ('movements' in action) {
    const flows = action.movements.flatMap(({ owner, recipient, amount }) => [
      ...(action.kind !== 'mint' && (owner ?? account) === account
        ? [{ asset: token, amount: -amount }]
        : []),
      ...(recipient === account ? [{ asset: token, amount }] : []),
    ])
    // A contract that gets tokens may do anything in return.
    return { flows, foreseen: action.movements.every(({ message }) => message === undefined) }
  }
  if (action.kind === 'redeem') {
    const { amount } = action
    // Without a name for the coin, which one comes back, and how much of it, is up to the contract. Protocol 6.1.
    const denom = action.denom ?? (isWrappedNative(contract) ? 'uscrt' : undefined)
    return {
      flows: [
        { asset: token, amount: -amount },
        ...(denom === undefined ? [] : coinFlows([{ denom, amount }], 1n)),
      ],
      foreseen: denom !== undefined,
    }
  }
  if (action.kind !== 'deposit') return NOTHING
  return { flows: funds.map(({ amount }) => ({ asset: token, amount })), foreseen: true }
}

function arrives(to: Address, coins: readonly Coin[], account: Address): Spending {
  return { flows: to === account ? coinFlows(coins, 1n) : [], foreseen: true }
}

function coinFlows(coins: readonly Coin[], sign: bigint): Flow[] {
  return coins.map(({ denom, amount }) => ({ asset: { kind: 'coin', denom }, amount: sign * amount }))
}

function together(parts: readonly Spending[]): Spending {
  return { flows: parts.flatMap(({ flows }) => flows), foreseen: parts.every(({ foreseen }) => foreseen) }
}
