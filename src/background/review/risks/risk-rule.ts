import type { Fee } from '../../../chain/codec/index'
import type { Address } from '../../../domain/index'
import type { Warning } from '../../../messages/popup'
import type { People } from './people'
import type { RiskMessage } from './risk-message'

/** One thing that could go wrong. Pure: the same context gives the same sentence. */
export interface RiskRule<Context> {
  /** How tests and screens name it. */
  readonly name: string
  readonly level: Warning['level']
  /** The sentence for the person; undefined when the rule has nothing to say. */
  check(context: Context): string | undefined
}

/** Everything that rules about a whole request may look at. */
export interface RequestContext {
  /** The full ASCII origin of the page that asks. */
  readonly origin: string
  readonly account: Address
  /** Milliseconds since 1970. */
  readonly now: number
  /** When the newest network key took another's place, in milliseconds since 1970. */
  readonly networkKeyChangedAt: number | undefined
  readonly memo: string
  /** Undefined for what is no transaction. */
  readonly fee: Fee | undefined
  /** The gas limit that such messages are usually given; 0 for what is no transaction. */
  readonly usualGas: bigint
  readonly messages: readonly RiskMessage[]
  /** How many recipients of public coins no node was asked about, whether they are contracts. */
  readonly unasked: number
  readonly people: People
}

/** Everything that rules about one message may look at. */
export type MessageContext = RequestContext & { readonly at: RiskMessage }
