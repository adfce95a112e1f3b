/** What the background accepts about sites and their questions. */
import * as v from 'valibot'
import { chainIdSchema as chainId } from './chain-id-schema'
import { CAPABILITIES } from './site-facts'

const id = v.pipe(v.string(), v.regex(/^[0-9a-zA-Z-]{1,64}$/))
const origin = v.pipe(v.string(), v.maxLength(500))
const address = v.pipe(v.string(), v.maxLength(128))

export const SITE_PARAMS = {
  /** Disconnects a site from every account and takes back everything it may have. */
  removeSite: v.strictObject({ origin }),
  /** Takes back one grant; without `see-address` nothing is left on that network. */
  revokeGrant: v.strictObject({
    origin,
    account: address,
    chainId,
    capability: v.picklist(CAPABILITIES),
    contract: v.optional(address),
  }),
  /** Forgets what disconnected sites once had. */
  forgetPastSites: v.strictObject({}),
  /** Which of the tokens a question lists the person would share. Approving is another call. */
  chooseViewingKeys: v.strictObject({ id, contracts: v.pipe(v.array(address), v.maxLength(500)) }),
  /** Whether the yes to that question is for the viewing keys of all tokens, from now on. */
  allowAlways: v.strictObject({ id, always: v.boolean() }),
  /** The name that the person would rather have. Approving is another call. */
  chooseName: v.strictObject({ id, name: v.pipe(v.string(), v.maxLength(200)) }),
  /** What Sotto is to a site: it steps forward, it waits to be chosen, or it is not there. */
  setSiteProvider: v.strictObject({ origin, choice: v.picklist(['always', 'ask', 'never']) }),
} as const satisfies Record<string, v.GenericSchema>
