import * as v from 'valibot'
import { accountBookSchema } from '../accounts/account-schema'
import { contactsSchema } from '../contacts/contact-schema'
import { signedPermitsSchema } from '../permits/signed-permit-schema'
import { settingsSchema } from '../settings/settings-schema'
import { tokensSchema } from '../tokens/token-schema'

/** What is inside the seal of a backup file, version 2. Version 1 had no permits. */
export const backupSchema = v.strictObject({
  version: v.picklist([1, 2]),
  createdAt: v.number(),
  book: accountBookSchema,
  contacts: contactsSchema,
  /** With their viewing keys. */
  tokens: v.array(v.strictObject({ chainId: v.string(), account: v.string(), tokens: tokensSchema })),
  permits: v.optional(signedPermitsSchema, []),
  settings: v.pick(settingsSchema, ['autoLockMinutes', 'endpoints']),
  /** The phrases and private keys as the vault writes them, base64; absent when the person left them out. */
  secrets: v.optional(v.pipe(v.string(), v.base64())),
})
export type Backup = v.InferOutput<typeof backupSchema>

/** The file itself. `about` is for whoever finds it. */
export const backupFileSchema = v.object({
  format: v.literal('sotto-backup'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sealed: v.pipe(v.string(), v.base64()),
})
