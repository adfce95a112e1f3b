/** What the background accepts from a page, method by method. Anything else is refused with `bad-request`. */
import * as v from 'valibot'
import { chainIdSchema as chainId } from './chain-id-schema'
import { MAX_PARAMS_LENGTH, PAGE_METHODS, type PageMethod } from './page'

/** Some dApps name every chain that they know. */
const chainIds = v.pipe(v.array(chainId), v.maxLength(100))
const someChainIds = v.pipe(chainIds, v.minLength(1))
const address = v.pipe(v.string(), v.maxLength(128))
const base64 = (maxBytes: number) => v.pipe(v.string(), v.maxLength(Math.ceil(maxBytes / 3) * 4), v.base64())
const optionalBase64 = (maxBytes: number) => v.union([v.literal(''), base64(maxBytes)])
const gasPrice = v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000))
const uint64 = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,19})$/))
const edits = {
  keepFee: v.optional(v.boolean()),
  keepMemo: v.optional(v.boolean()),
  /** The site asks not to warn when the balance does not suffice. */
  skipBalanceCheck: v.optional(v.boolean()),
}

export const PAGE_PARAMS = {
  connect: v.strictObject({ chainIds: someChainIds }),
  disconnect: v.strictObject({ chainIds }),
  getAccount: v.strictObject({ chainId }),
  /** `signDoc` is the JSON text of the document, so that it is parsed once, by the amino decoder. */
  signAmino: v.strictObject({
    chainId,
    signer: address,
    signDoc: v.pipe(v.string(), v.maxLength(MAX_PARAMS_LENGTH)),
    ...edits,
    keepFee: v.boolean(),
    keepMemo: v.boolean(),
  }),
  signDirect: v.strictObject({
    chainId,
    signer: address,
    bodyBytes: base64(1_000_000),
    authInfoBytes: base64(100_000),
    docChainId: chainId,
    accountNumber: uint64,
    ...edits,
  }),
  signDirectAux: v.strictObject({
    chainId,
    signer: address,
    bodyBytes: base64(1_000_000),
    /** The site's word for the account's key, as a protobuf Any. */
    keyType: v.optional(v.string()),
    key: optionalBase64(100),
    docChainId: chainId,
    accountNumber: uint64,
    sequence: uint64,
    ...edits,
  }),
  getTxPublicKey: v.strictObject({ chainId }),
  getTxKey: v.strictObject({ chainId, nonce: optionalBase64(32) }),
  /** `message` is the JSON text that the contract will read. */
  sealMessage: v.strictObject({
    chainId,
    codeHash: v.pipe(v.string(), v.regex(/^(0x)?[0-9a-fA-F]{64}$/)),
    message: v.pipe(v.string(), v.maxLength(MAX_PARAMS_LENGTH)),
  }),
  openCiphertext: v.strictObject({ chainId, ciphertext: base64(1_000_000), nonce: base64(32) }),
  addToken: v.strictObject({
    chainId,
    contract: address,
    viewingKey: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(1024))),
  }),
  getViewingKey: v.strictObject({ chainId, contract: address }),
  suggestChain: v.strictObject({
    chainId,
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
    /** Its node's LCD address. */
    endpoint: v.pipe(v.string(), v.maxLength(500)),
    bech32Prefix: v.pipe(v.string(), v.maxLength(90)),
    coinType: v.number(),
    denom: v.pipe(v.string(), v.regex(/^[a-zA-Z][a-zA-Z0-9/:._-]{1,127}$/)),
    symbol: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
    decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(18)),
    /** Base units of `denom` per unit of gas. */
    gasPrices: v.optional(v.strictObject({ low: gasPrice, average: gasPrice, high: gasPrice })),
    /** The site says that contracts of this network are secret. */
    saysSecret: v.boolean(),
  }),
  /** Of no network: a name is the account's. Not blank, and of whole characters. */
  renameAccount: v.strictObject({
    name: v.pipe(v.string(), v.maxLength(1000), v.regex(/^(?=.*\S)\P{Surrogate}*$/su)),
    editable: v.boolean(),
  }),
  isConnected: v.strictObject({ chainIds: someChainIds }),
  getNetworks: v.strictObject({}),
  sendTx: v.strictObject({ chainId, tx: base64(1_000_000) }),
  waitForTx: v.strictObject({ chainId, hash: base64(32) }),
  /** `data` is what was signed under ADR-36; `publicKey` and `signature` come from whoever says that it was. */
  verifyText: v.strictObject({
    chainId,
    signer: address,
    data: optionalBase64(1_000_000),
    publicKey: base64(33),
    signature: base64(64),
  }),
  getStanding: v.strictObject({}),
} as const satisfies Record<PageMethod, v.GenericSchema>

export type PageParams = { [M in PageMethod]: v.InferOutput<(typeof PAGE_PARAMS)[M]> }

const envelopeSchema = v.strictObject({
  kind: v.literal('page-request'),
  id: v.pipe(v.string(), v.regex(/^[0-9a-zA-Z-]{8,64}$/)),
  method: v.picklist(PAGE_METHODS),
  params: v.pipe(v.string(), v.maxLength(MAX_PARAMS_LENGTH)),
})

export type PageCall = {
  [M in PageMethod]: { readonly id: string; readonly method: M; readonly params: PageParams[M] }
}[PageMethod]

export type ParsedPageCall =
  | { readonly kind: 'call'; readonly call: PageCall }
  | { readonly kind: 'invalid'; readonly field: string }

/** Reads a relay's request message: the envelope, then the method's own parameters. Never throws. */
export function parsePageCall(message: unknown): ParsedPageCall {
  const envelope = v.safeParse(envelopeSchema, message)
  if (!envelope.success) return { kind: 'invalid', field: issuePath(envelope.issues[0]) }
  const { id, method, params } = envelope.output
  const parsed = v.safeParse(PAGE_PARAMS[method], readJson(params))
  if (!parsed.success) return { kind: 'invalid', field: issuePath(parsed.issues[0]) }
  return { kind: 'call', call: { id, method, params: parsed.output } as PageCall }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // Not JSON, or nested so deep that the parser gave up: both are simply not a request.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}

function issuePath(issue: v.BaseIssue<unknown>): string {
  return v.getDotPath(issue) ?? 'request'
}
