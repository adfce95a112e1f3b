/**
 * How much gas an action usually takes, and the few limits that are ever suggested. A gas limit is public: were it cut to
 * each action, it would tell a transfer of a token from an unwrapping although the message is encrypted. Protocol 5.
 */
import type { ChainMessage } from '../../chain/codec/index'
import { parseSnip20Message, type Snip20Action } from '../../chain/index'
import { readJsonText } from '../review/json-text'
import type { OpenedInput } from '../review/open-input'

/** The limits that are suggested; the last one is all that a block holds. */
const GAS_CLASSES = [
  100_000n,
  200_000n,
  400_000n,
  800_000n,
  1_600_000n,
  3_200_000n,
  6_400_000n,
  10_000_000n,
] as const
export const MOST_GAS = 10_000_000n

/** The smallest class that holds this much gas. */
export function gasClass(gas: bigint): bigint {
  return GAS_CLASSES.find((limit) => gas <= limit) ?? MOST_GAS
}

/** What a transaction of these messages usually takes. `inputs` as in OpenedRequest. */
export function usualGas(
  messages: readonly ChainMessage[],
  inputs: readonly (OpenedInput | undefined)[],
): bigint {
  return messages.reduce((sum, message, index) => sum + messageGas(message, inputs[index]), 0n)
}

const STAKING = 150_000n
const SMALL = 100_000n
const CONTRACT = 300_000n
const TOKEN = 150_000n
const BATCH = { base: 50_000n, each: 40_000n }

function messageGas(message: ChainMessage, input: OpenedInput | undefined): bigint {
  switch (message.kind) {
    case 'execute':
      return input?.kind === 'opened' ? contractGas(input.message) : CONTRACT
    case 'instantiate':
    case 'migrate':
      return CONTRACT
    case 'store-code':
      return 5_000_000n
    case 'multi-send':
      return BATCH.base + BATCH.each * BigInt(message.outputs.length)
    case 'ibc-transfer':
    case 'delegate':
    case 'undelegate':
    case 'redelegate':
    case 'cancel-unbonding':
    case 'withdraw-reward':
    case 'withdraw-commission':
    case 'create-validator':
    case 'set-auto-restake':
      return STAKING
    case 'submit-proposal':
    case 'submit-content':
      return CONTRACT
    case 'authz-exec':
      return message.messages.reduce((sum, inner) => sum + messageGas(inner, undefined), BATCH.base)
    case 'unknown':
      return CONTRACT
    default:
      return SMALL
  }
}

function contractGas(text: string): bigint {
  const reading = readJsonText(text)
  const action = reading.kind === 'plain' ? parseSnip20Message(reading.value) : undefined
  return action === undefined ? CONTRACT : tokenGas(action)
}

/** One figure for everything that a token does by itself; more only where several move or another contract is called. */
function tokenGas(action: Snip20Action): bigint {
  if (!('movements' in action)) return TOKEN
  const calls = action.movements.filter(({ message }) => message !== undefined).length
  const moves = BATCH.base + BATCH.each * BigInt(action.movements.length)
  return (moves > TOKEN ? moves : TOKEN) + BigInt(calls) * TOKEN
}
