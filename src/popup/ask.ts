import type { PopupMethod, PopupParams, PopupReply, PopupRequest } from '../messages/popup'
import { parseReply } from './parse-push'
import type { Platform } from './platform'

/** Asks the background for one thing; what goes wrong is a value. */
export type Ask = <M extends PopupMethod>(method: M, params: PopupParams[M]) => Promise<PopupReply<M>>

export function createAsk(platform: Pick<Platform, 'send'>): Ask {
  return async <M extends PopupMethod>(method: M, params: PopupParams[M]) => {
    const request: PopupRequest<M> = { kind: 'popup-request', method, params }
    const reply = await platform.send(request).then(
      (value) => parseReply<M>(value),
      // A worker that died while it was asked: the same to the person as one that said nothing.
      () => undefined,
    )
    return reply ?? noAnswer()
  }
}

function noAnswer<M extends PopupMethod>(): PopupReply<M> {
  return {
    kind: 'error',
    error: {
      code: 'popup/no-answer',
      message: 'Sotto did not answer. Nothing is lost; look again in a moment, then try once more.',
    },
  }
}
