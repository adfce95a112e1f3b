import * as v from 'valibot'

/** The sealed vault as its own format writes it, in base64. */
export const vaultSchema = v.nullable(v.strictObject({ sealed: v.pipe(v.string(), v.minLength(1)) }))

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
