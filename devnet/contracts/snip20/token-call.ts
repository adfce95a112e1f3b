import type { ExecuteCall } from '../contract'
import type { Handled } from '../handlers'
import type { MessageFields } from '../message-fields'
import type { Notice } from './notices'
import type { TokenRules } from './rules'

/** An execution of a token of either generation. */
export interface TokenCall extends ExecuteCall {
  readonly rules: TokenRules
}

/** What a token's handler gives back: besides the rest, whom the second generation would notify of what. */
export interface TokenHandled extends Handled {
  readonly notices?: readonly Notice[]
  /** Set for a message of many actions: whether the caller or several owners spent (Protocol 6.7). */
  readonly batchOf?: 'caller' | 'owners'
}

export type TokenHandler = (call: TokenCall, fields: MessageFields) => TokenHandled

/** Whose tokens a message moves: the caller's, or somebody's who allowed the caller to spend. */
export type Payer = 'caller' | 'owner'
