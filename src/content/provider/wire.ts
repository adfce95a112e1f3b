import {
  EVENT_CHANNEL,
  MAX_PARAMS_LENGTH,
  type PageEvent,
  type PageMethod,
  type PageReply,
  type PageResults,
  REPLY_CHANNEL,
  REQUEST_CHANNEL,
} from '../../messages/page'
import { emptyRecord, NativePromise, setPrototypeOf } from './natives'
import { badRequest, PageFailure } from './page-failure'
import { toJson } from './params'

/** Writes the parameters down in the turn of the call. Throws PageFailure where they cannot be written as JSON. */
export type Send = <M extends PageMethod>(method: M, params: object) => Promise<PageResults[M]>

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (failure: PageFailure) => void
}

/**
 * Speaks to the relay of this document. `onAccountChange` is called when a connected account changed. Only scripts of this
 * same page could forge a relay message, and they would deceive nobody but their page; so the channel is enough to know its
 * shape.
 */
export function openWire(window: Window, onAccountChange: () => void): Send {
  const post = window.postMessage.bind(window)
  const newId = window.crypto.randomUUID.bind(window.crypto)
  const { origin } = window.location
  const waiting = emptyRecord<Waiting>()

  window.addEventListener('message', (event) => {
    const data: unknown = event.data
    if (event.source !== window || event.origin !== origin || typeof data !== 'object' || data === null)
      return
    const message = data as PageReply | PageEvent
    if (message.channel === EVENT_CHANNEL) return onAccountChange()
    if (message.channel !== REPLY_CHANNEL) return
    const { id, outcome } = message
    const call = waiting[id]
    if (call === undefined) return
    delete waiting[id]
    // Other scripts that listen to every message have no business with this one.
    event.stopImmediatePropagation()
    if (outcome.kind === 'result') call.resolve(outcome.value as never)
    else {
      const { code, message, chainId } = outcome.error
      call.reject(new PageFailure(code, message, chainId))
    }
  })

  return (method, given) => {
    // Some libraries give every object a toJSON, which would turn our fields into text inside of text.
    const params = toJson(setPrototypeOf(given, null))
    if (params.length > MAX_PARAMS_LENGTH) throw badRequest('The parameters are too large.')
    return new NativePromise((resolve, reject) => {
      const id = newId()
      waiting[id] = { resolve, reject }
      post({ channel: REQUEST_CHANNEL, id, method, params }, origin)
    })
  }
}
