/** What the background accepts about keys, accounts and names. */
import * as v from 'valibot'

const secretId = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))
const password = v.pipe(v.string(), v.maxLength(20_000))
const address = v.pipe(v.string(), v.maxLength(128))
const name = v.pipe(v.string(), v.maxLength(200))
const credentialId = v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{1,1400}$/))
/** 32 bytes in base64. */
const bytes32 = v.pipe(v.string(), v.base64(), v.length(44))
const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))

const path = v.strictObject({
  coinType: v.picklist([529, 118]),
  account: whole(2 ** 31 - 1),
  change: whole(2 ** 31 - 1),
  index: whole(2 ** 31 - 1),
})

/** Something that accounts come from, as a person typed or pasted it. */
const secret = v.variant('kind', [
  v.strictObject({
    kind: v.literal('phrase'),
    phrase: v.pipe(v.string(), v.maxLength(4000)),
    /** The extra BIP-39 passphrase; empty for none. */
    passphrase: v.pipe(v.string(), v.maxLength(1000)),
    /** True after the person said that a phrase in a language whose words Sotto does not know is right as it stands. */
    unlisted: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('private-key'), privateKey: v.pipe(v.string(), v.maxLength(1000)) }),
])

export const KEY_PARAMS = {
  /** Makes a phrase of 12 or 24 words and a wallet from it. */
  createVault: v.strictObject({ words: v.picklist([12, 24]), password }),
  /** `coinType` is that of the first account. */
  importVault: v.strictObject({ secret, password, coinType: v.picklist([529, 118]) }),
  unlock: v.strictObject({ password }),
  /** `output` is what the PRF extension gave for the salt of that credential, 32 bytes. */
  unlockWithPasskey: v.strictObject({ credentialId, output: bytes32 }),
  /** Deletes everything. `confirmation` is `FORGET_WORDS`, typed. */
  forgetWallet: v.strictObject({ confirmation: v.pipe(v.string(), v.maxLength(100)) }),
  addSecret: v.strictObject({ secret, coinType: v.picklist([529, 118]) }),
  /** Without a path: the next free index of Secret Network's own coin type. */
  addAccount: v.strictObject({ secretId, path: v.optional(path) }),
  watchAddress: v.strictObject({ address, name }),
  /** Asks the chain which of the first accounts of both coin types were ever used. */
  findAccounts: v.strictObject({ secretId }),
  selectAccount: v.strictObject({ address }),
  editAccount: v.strictObject({
    address,
    name: v.optional(name),
    colour: v.optional(whole(7)),
    hidden: v.optional(v.boolean()),
  }),
  /** Puts the account at that place of the list, counted from 0. */
  moveAccount: v.strictObject({ address, to: whole(999) }),
  /** With the last account of a phrase or key that goes too, which needs the password. */
  removeAccount: v.strictObject({ address, password: v.optional(password) }),
  renameSecret: v.strictObject({ secretId, name }),
  revealPhrase: v.strictObject({ secretId, password }),
  /** Gives 32 bytes in hex. */
  revealPrivateKey: v.strictObject({ address, password }),
  /** At least three words with their places, counted from 1. All right: the phrase counts as written down. */
  confirmBackup: v.strictObject({
    secretId,
    words: v.pipe(
      v.array(v.strictObject({ place: whole(24), word: v.pipe(v.string(), v.maxLength(100)) })),
      v.minLength(3),
      v.maxLength(24),
    ),
  }),
  changePassword: v.strictObject({ password, next: password }),
  addPasskey: v.strictObject({ password, name, credentialId, salt: bytes32, output: bytes32 }),
  removePasskey: v.strictObject({ credentialId }),
  /** `keys`: whether phrases and private keys go into the file too. It opens with the wallet's password. */
  makeBackup: v.strictObject({ password, keys: v.boolean() }),
  /** Into an empty wallet when the file has keys, else into the open one. */
  restoreBackup: v.strictObject({ text: v.pipe(v.string(), v.maxLength(20_000_000)), password }),
  saveContact: v.strictObject({ address, name, note: v.pipe(v.string(), v.maxLength(1000)) }),
  removeContact: v.strictObject({ address }),
  setAutoLock: v.strictObject({ minutes: v.pipe(whole(240), v.minValue(1)) }),
} as const satisfies Record<string, v.GenericSchema>
