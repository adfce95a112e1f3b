/** What the background accepts from its own pages. They are trusted in rank and parsed all the same. */
import * as v from 'valibot'
import { chainIdSchema as chainId } from './chain-id-schema'
import { KEY_PARAMS } from './key-params'
import { SITE_PARAMS } from './site-params'

const id = v.pipe(v.string(), v.regex(/^[0-9a-zA-Z-]{1,64}$/))
const nothing = v.strictObject({})
/** Each changes one thing about the fee of a request and leaves the rest of it. */
const feeChoice = v.variant('kind', [
  v.strictObject({ kind: v.literal('site') }),
  v.strictObject({ kind: v.literal('level'), level: v.picklist(['low', 'average', 'high']) }),
  v.strictObject({
    kind: v.literal('custom'),
    gas: v.pipe(v.string(), v.regex(/^[1-9]\d{0,7}$/)),
    /** Base units per unit of gas. */
    price: v.pipe(v.string(), v.regex(/^\d{1,4}(\.\d{1,6})?$/)),
  }),
  /** One of the offered addresses, or none for the account itself. */
  v.strictObject({ kind: v.literal('payer'), granter: v.pipe(v.string(), v.maxLength(128)) }),
])
export type FeeChoice = v.InferOutput<typeof feeChoice>

export const POPUP_PARAMS = {
  ...KEY_PARAMS,
  ...SITE_PARAMS,
  lock: nothing,
  approve: v.strictObject({ id }),
  reject: v.strictObject({ id }),
  chooseFee: v.strictObject({ id, choice: feeChoice }),
  /** Asks the network again for balances and for what is pending. */
  refresh: nothing,
  getEntry: v.strictObject({ id }),
  /** The tx key (base64, 32 bytes) of one message of one own transaction: it opens that message and its outputs, nothing else. */
  revealTxKey: v.strictObject({
    entryId: id,
    messageIndex: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
  }),
  moreActivity: v.strictObject({ after: id }),
  chooseNetwork: v.strictObject({ chainId }),
  /** Of those that the person added. */
  removeNetwork: v.strictObject({ chainId }),
  /** Own node addresses for a network; an empty list goes back to the built-in ones. */
  setEndpoints: v.strictObject({
    chainId,
    endpoints: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(5)),
  }),
  /** Whether networks are asked what their coins are worth. */
  setShowPrices: v.strictObject({ show: v.boolean() }),
  removeToken: v.strictObject({ contract: v.pipe(v.string(), v.maxLength(128)) }),
  decideSecurityEvent: v.strictObject({ id, decision: v.picklist(['accept', 'keep-blocked', 'seen']) }),
} as const satisfies Record<string, v.GenericSchema>

export type PopupMethod = keyof typeof POPUP_PARAMS
export type PopupParams = { [M in PopupMethod]: v.InferOutput<(typeof POPUP_PARAMS)[M]> }

export type PopupCall = {
  [M in PopupMethod]: { readonly method: M; readonly params: PopupParams[M] }
}[PopupMethod]

const envelopeSchema = v.strictObject({
  kind: v.literal('popup-request'),
  method: v.string(),
  params: v.unknown(),
})

/** Reads a popup's request message; undefined when it is not one. */
export function parsePopupCall(message: unknown): PopupCall | undefined {
  const envelope = v.safeParse(envelopeSchema, message)
  if (!envelope.success || !isPopupMethod(envelope.output.method)) return undefined
  const { method, params } = envelope.output
  const parsed = v.safeParse(POPUP_PARAMS[method], params)
  return parsed.success ? ({ method, params: parsed.output } as PopupCall) : undefined
}

function isPopupMethod(text: string): text is PopupMethod {
  return Object.hasOwn(POPUP_PARAMS, text)
}
