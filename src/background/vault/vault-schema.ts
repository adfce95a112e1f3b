import * as v from 'valibot'

const sealedBytes = v.pipe(v.string(), v.minLength(1), v.base64())

/** A vault exactly as its sealed format is written, in base64. */
export const vaultSchema = v.nullable(v.strictObject({ sealed: sealedBytes }))
export type StoredVault = NonNullable<v.InferOutput<typeof vaultSchema>>

/** The data key again, each time wrapped under what one passkey gives. Says nothing of whose it is or what it is called. */
export const passkeysSchema = v.array(
  v.strictObject({
    /** Base64url, as the browser names the credential. */
    credentialId: v.pipe(v.string(), v.minLength(1)),
    /** 32 bytes, base64: what the passkey is asked with. */
    salt: sealedBytes,
    wrapped: sealedBytes,
  }),
)

/** What the person calls their passkeys, by credential id. */
export const passkeyNamesSchema = v.record(
  v.string(),
  v.strictObject({ name: v.string(), createdAt: v.number() }),
)

/** Wrong passwords since the last right one. */
export const attemptsSchema = v.strictObject({
  failures: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Milliseconds since 1970. */
  lastAt: v.number(),
})
export type Attempts = v.InferOutput<typeof attemptsSchema>

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
