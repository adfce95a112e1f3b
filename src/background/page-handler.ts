import type { Chain } from '../chain/index'
import type { Origin } from '../domain/index'
import type { PageMethod, PageOutcome } from '../messages/page'
import type { PageParams } from '../messages/page-schema'
import type { SigningAccount } from './accounts/account'
import type { Subject } from './approvals/approval-schema'

/** A connected page that asks, and the chain it asks about. */
export interface Asker {
  readonly origin: Origin
  readonly account: SigningAccount
  readonly chain: Chain
}

/** A handler ends with an outcome for the page or with a question for the person. */
export type Handled = PageOutcome | Subject
export type Handler<M extends PageMethod> = (params: PageParams[M], asker: Asker) => Promise<Handled>
export type HandlersOf<M extends PageMethod> = { readonly [K in M]: Handler<K> }
