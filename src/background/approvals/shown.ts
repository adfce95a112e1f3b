import { hex, utf8 } from '@scure/base'
import { sha256 } from '../../crypto/index'
import type { JsonValue } from '../../domain/index'
import type { ApprovalBody } from '../../messages/popup'

/** What a question shows, with the digest that its yes is bound to. */
export interface Shown {
  readonly body: ApprovalBody
  readonly digest: string
}

/** Stands for everything that a yes would give away or change. */
export function digestOf(shown: JsonValue): string {
  return hex.encode(sha256(utf8.decode(JSON.stringify(shown))))
}
