import * as v from 'valibot'

/** A vault exactly as its sealed format is written, in base64. */
export const vaultSchema = v.nullable(
  v.strictObject({ sealed: v.pipe(v.string(), v.minLength(1), v.base64()) }),
)
export type StoredVault = NonNullable<v.InferOutput<typeof vaultSchema>>

/** What the seal of a vault holds: the wallet's recovery phrases. */
export const vaultContentSchema = v.strictObject({
  entries: v.pipe(
    v.array(
      v.strictObject({
        kind: v.literal('phrase'),
        phrase: v.string(),
        /** Whether it was made here or brought along. */
        source: v.picklist(['created', 'imported']),
        createdAt: v.number(),
      }),
    ),
    v.minLength(1),
  ),
})
export type VaultContent = v.InferOutput<typeof vaultContentSchema>

/** What lets a restarted worker go on without the password, until `lockAt` and never longer. */
export const sessionSchema = v.nullable(
  v.strictObject({
    dataKey: v.string(),
    unlockedAt: v.number(),
    lockAt: v.number(),
    /** The auto-lock time in force when `lockAt` was set: a clock that was set back shows by it. */
    lockAfter: v.number(),
  }),
)
export type StoredSession = NonNullable<v.InferOutput<typeof sessionSchema>>
