/** The one table of everything that is stored: its area, shape, version, what absence means, and whether it is sealed. */
import * as v from 'valibot'
import { accountBookSchema, EARLIER_BOOKS, NO_ACCOUNTS } from '../accounts/account-schema'
import { activityEntrySchema, activityIndexSchema, activityPageSchema } from '../activity/activity-schema'
import { approvalStateSchema, NO_APPROVALS } from '../approvals/approval-schema'
import { contactsSchema } from '../contacts/contact-schema'
import { checkedCodesSchema, recipientsSchema, usedContractsSchema } from '../contracts/dealing-schema'
import { documentsSchema } from '../documents/document-schema'
import { addedChainsSchema } from '../networks/added-chain-schema'
import { knownAmountSchema } from '../networks/amount-schema'
import { EARLIER_SECURITY_EVENTS, securityEventsSchema } from '../networks/security-event-schema'
import { EARLIER_TX_KEYS, NO_TX_KEYS, txKeysSchema } from '../networks/tx-key-schema'
import { siteChoicesSchema } from '../origins/site-choice-schema'
import { EARLIER_SITES, sitesSchema } from '../origins/site-schema'
import { wishesSchema } from '../origins/wishes'
import { signedPermitsSchema } from '../permits/signed-permit-schema'
import { priceSchema } from '../prices/price-schema'
import { DEFAULT_SETTINGS, EARLIER_SETTINGS, settingsSchema } from '../settings/settings-schema'
import { tokensSchema } from '../tokens/token-schema'
import {
  attemptsSchema,
  passkeyNamesSchema,
  passkeysSchema,
  sessionSchema,
  vaultSchema,
} from '../vault/vault-schema'
import { plainKey, sealedKey } from './stored-key'

export const KEYS = {
  /** The vault seals itself under the password. */
  vault: plainKey({ name: 'vault', area: 'local', version: 1, schema: vaultSchema, fallback: null }),
  vaultCopy: plainKey({ name: 'vault', area: 'second', version: 1, schema: vaultSchema, fallback: null }),
  /** The second copy where there is no second store, and as it was before there was one. */
  vaultSpare: plainKey({
    name: 'vault-copy',
    area: 'local',
    version: 1,
    schema: vaultSchema,
    fallback: null,
  }),
  /** Each is sealed by itself, under what a passkey gives. */
  passkeys: plainKey({ name: 'passkeys', area: 'local', version: 1, schema: passkeysSchema, fallback: [] }),
  attempts: plainKey({
    name: 'attempts',
    area: 'local',
    version: 1,
    schema: attemptsSchema,
    fallback: { failures: 0, lastAt: 0 },
  }),
  session: plainKey({ name: 'session', area: 'session', version: 1, schema: sessionSchema, fallback: null }),
  settings: plainKey({
    name: 'settings',
    area: 'local',
    version: 2,
    schema: settingsSchema,
    fallback: DEFAULT_SETTINGS,
    earlier: EARLIER_SETTINGS,
  }),
  accounts: sealedKey({
    name: 'accounts',
    area: 'local',
    version: 2,
    schema: accountBookSchema,
    fallback: NO_ACCOUNTS,
    earlier: EARLIER_BOOKS,
  }),
  passkeyNames: sealedKey({
    name: 'passkey-names',
    area: 'local',
    version: 1,
    schema: passkeyNamesSchema,
    fallback: {},
  }),
  contacts: sealedKey({ name: 'contacts', area: 'local', version: 1, schema: contactsSchema, fallback: [] }),
  /** By chain id and account. */
  usedContracts: sealedKey({
    name: 'used-contracts',
    area: 'local',
    version: 1,
    schema: usedContractsSchema,
    fallback: [],
  }),
  /** By account. */
  recipients: sealedKey({
    name: 'recipients',
    area: 'local',
    version: 1,
    schema: recipientsSchema,
    fallback: [],
  }),
  /** By chain id. */
  checkedCodes: sealedKey({
    name: 'checked-codes',
    area: 'local',
    version: 1,
    schema: checkedCodesSchema,
    fallback: [],
  }),
  signedPermits: sealedKey({
    name: 'signed-permits',
    area: 'local',
    version: 1,
    schema: signedPermitsSchema,
    fallback: [],
  }),
  addedChains: sealedKey({
    name: 'added-chains',
    area: 'local',
    version: 1,
    schema: addedChainsSchema,
    fallback: [],
  }),
  /** By chain id. */
  txKeys: sealedKey({
    name: 'tx-keys',
    area: 'local',
    version: 2,
    schema: txKeysSchema,
    fallback: NO_TX_KEYS,
    earlier: EARLIER_TX_KEYS,
  }),
  securityEvents: sealedKey({
    name: 'security-events',
    area: 'local',
    version: 2,
    schema: securityEventsSchema,
    fallback: [],
    earlier: EARLIER_SECURITY_EVENTS,
  }),
  /** By chain id and account: the public balance last seen. */
  balance: sealedKey({
    name: 'balance',
    area: 'local',
    version: 1,
    schema: v.nullable(knownAmountSchema),
    fallback: null,
  }),
  /** By chain id and account. */
  tokens: sealedKey({ name: 'tokens', area: 'local', version: 1, schema: tokensSchema, fallback: [] }),
  /** By chain id and account: private balances last seen, by contract. */
  tokenBalances: sealedKey({
    name: 'token-balances',
    area: 'local',
    version: 1,
    schema: v.record(v.string(), knownAmountSchema),
    fallback: {},
  }),
  /** By chain id. */
  price: plainKey({ name: 'price', area: 'session', version: 1, schema: priceSchema, fallback: null }),
  sites: sealedKey({
    name: 'sites',
    area: 'local',
    version: 2,
    schema: sitesSchema,
    fallback: [],
    earlier: EARLIER_SITES,
  }),
  /** Asked of a locked wallet, so it cannot be sealed, and does not lie on the disk. */
  wishes: plainKey({ name: 'wishes', area: 'session', version: 1, schema: wishesSchema, fallback: [] }),
  siteChoices: sealedKey({
    name: 'site-choices',
    area: 'local',
    version: 1,
    schema: siteChoicesSchema,
    fallback: [],
  }),
  approvals: plainKey({
    name: 'approvals',
    area: 'session',
    version: 1,
    schema: approvalStateSchema,
    fallback: NO_APPROVALS,
  }),
  approvalWindow: plainKey({
    name: 'approval-window',
    area: 'session',
    version: 1,
    schema: v.nullable(v.number()),
    fallback: null,
  }),
  /** The pages that asked for something: in memory alone, like the approvals. */
  documents: plainKey({
    name: 'documents',
    area: 'session',
    version: 1,
    schema: documentsSchema,
    fallback: [],
  }),
  /** When the onboarding tab was last opened for a page. */
  onboardingShown: plainKey({
    name: 'onboarding-shown',
    area: 'session',
    version: 1,
    schema: v.nullable(v.number()),
    fallback: null,
  }),
  /** Which pages each account's activity has, and what is still pending. */
  activityIndex: sealedKey({
    name: 'activity-index',
    area: 'local',
    version: 1,
    schema: activityIndexSchema,
    fallback: { accounts: {}, pending: [] },
  }),
  /** By a random id, so that the name of a record says nothing. */
  activityPage: sealedKey({
    name: 'activity-page',
    area: 'local',
    version: 1,
    schema: activityPageSchema,
    fallback: [],
  }),
  /** By the id of the entry. */
  activityEntry: sealedKey({
    name: 'activity-entry',
    area: 'local',
    version: 1,
    schema: v.nullable(activityEntrySchema),
    fallback: null,
  }),
} as const
