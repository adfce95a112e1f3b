import * as v from 'valibot'
import { type Address, isAddress } from '../../domain/index'
import { ACCOUNT_COLOURS } from '../../messages/key-facts'
import { earlierShape } from '../storage/stored-key'
import { FIRST_SECRET_ID } from '../vault/vault-content'

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const step = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1))
const coinType = v.picklist([529, 118])
const address = v.custom<Address>(isAddress)
/** 33 bytes, base64. */
const publicKey = v.pipe(v.string(), v.base64())
const facts = {
  name,
  colour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(ACCOUNT_COLOURS.length - 1)),
  hidden: v.boolean(),
  address,
}

const accountSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('phrase'),
    ...facts,
    publicKey,
    secretId: v.string(),
    path: v.strictObject({ coinType, account: step, change: step, index: step }),
  }),
  v.strictObject({ kind: v.literal('private-key'), ...facts, publicKey, secretId: v.string() }),
  v.strictObject({ kind: v.literal('watch'), ...facts }),
])
export type StoredAccount = v.InferOutput<typeof accountSchema>

const secretLabelSchema = v.strictObject({
  id: v.string(),
  name,
  kind: v.picklist(['phrase', 'private-key']),
  words: v.optional(v.number()),
  passphrase: v.boolean(),
  source: v.picklist(['created', 'imported']),
  createdAt: v.number(),
  checked: v.boolean(),
})
export type SecretLabel = v.InferOutput<typeof secretLabelSchema>

/** Everything about the accounts and what they come from, but the secrets. */
export const accountBookSchema = v.strictObject({
  /** The address of the account in use; empty before the first one. */
  active: v.string(),
  accounts: v.array(accountSchema),
  secrets: v.array(secretLabelSchema),
})
export type StoredBook = v.InferOutput<typeof accountBookSchema>

export const NO_ACCOUNTS: StoredBook = { active: '', accounts: [], secrets: [] }

const firstVersion = v.array(v.strictObject({ name, coinType, index: step, address, publicKey }))

/** Version 1 knew the accounts of one phrase, the active one first. */
export const EARLIER_BOOKS = [
  earlierShape(
    1,
    firstVersion,
    (accounts): StoredBook => ({
      active: accounts[0]?.address ?? '',
      accounts: accounts.map((account) => ({
        kind: 'phrase',
        name: account.name,
        colour: 0,
        hidden: false,
        address: account.address,
        publicKey: account.publicKey,
        secretId: FIRST_SECRET_ID,
        path: { coinType: account.coinType, account: 0, change: 0, index: account.index },
      })),
      secrets: [],
    }),
  ),
]
