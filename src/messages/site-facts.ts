/** What a site may be granted, as both sides of the popup's protocol and the stored grants name it. */

/** What connecting gives. The last two follow from reading private balances and are granted on their own. */
export const BASIC_CAPABILITIES = ['see-address', 'request-signatures', 'decrypt'] as const
export const CAPABILITIES = [...BASIC_CAPABILITIES, 'viewing-key', 'viewing-keys'] as const

export type BasicCapability = (typeof BASIC_CAPABILITIES)[number]
/** `viewing-key` is that of one token, `viewing-keys` those of all of them. */
export type Capability = (typeof CAPABILITIES)[number]

/** What a site can have got. The first three are given as often as it asks; the person is asked about each of the others. */
export const HAD_KINDS = [
  'address',
  'messages',
  'viewing-key',
  'signatures',
  'message-keys',
  'message-texts',
] as const
export type HadKind = (typeof HAD_KINDS)[number]
