import type { PopupResults } from '../messages/popup'
import type { PopupMethod, PopupParams } from '../messages/popup-schema'

export type Handlers = { readonly [M in PopupMethod]: (params: PopupParams[M]) => Promise<PopupResults[M]> }
export type HandlersOf<M extends PopupMethod> = Pick<Handlers, M>
