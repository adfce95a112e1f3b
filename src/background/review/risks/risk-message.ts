import type { ChainMessage } from '../../../chain/codec/index'
import { type ContractAction, parseContractMessage } from '../../../chain/index'
import type { JsonValue } from '../../../domain/index'
import type { ContractFacts } from '../../../messages/popup'
import { readJsonText } from '../json-text'
import type { Learned } from '../learned'
import type { OpenedInput } from '../open-input'
import { type Payee, payeesOf } from './payees'

/** One message, read as far as rules need it. */
export interface RiskMessage {
  readonly message: ChainMessage
  /** True for a contract message that this account can read. */
  readonly opened: boolean
  /** What it asks by a known standard; undefined for everything else. */
  readonly action: ContractAction | undefined
  readonly payees: readonly Payee[]
  /** What the person is shown of the contract; undefined for a message to none. */
  readonly contract: ContractFacts | undefined
  /** True while the contract's code hash is being asked for. */
  readonly asking: boolean
  /** True for a message that the code it names by its id cannot read. */
  readonly misnamed: boolean
}

interface RiskMessageParts {
  readonly message: ChainMessage
  readonly input: OpenedInput | undefined
  readonly contract: ContractFacts | undefined
  readonly asking: boolean
  readonly named?: Learned<string> | undefined
}

export function riskMessage({ message, input, contract, asking, named }: RiskMessageParts): RiskMessage {
  const json = input === undefined ? undefined : jsonOf(input)
  const action =
    json === undefined || message.kind !== 'execute' ? undefined : parseContractMessage(json)?.action
  return {
    message,
    opened: input?.kind === 'opened',
    action,
    payees: payeesOf(message, action, json),
    contract,
    asking,
    misnamed: named?.kind === 'known' && input?.kind === 'opened' && input.codeHash !== named.value,
  }
}

/** What could be read in two ways is put into no words, and so into no rule's. */
function jsonOf(input: OpenedInput): JsonValue | undefined {
  if (input.kind !== 'opened') return undefined
  const reading = readJsonText(input.message)
  return reading.kind === 'plain' ? reading.value : undefined
}
