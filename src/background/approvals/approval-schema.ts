/** The stored shape of everything that waits for the person, kept in session storage so that a killed worker loses none of it. */
import * as v from 'valibot'
import { type ChainId, type Origin, parseChainId, parseOrigin, SottoError } from '../../domain/index'
import { PAGE_METHODS, type PageOutcome } from '../../messages/page'
import { BASIC_CAPABILITIES } from '../../messages/site-facts'
import { chosenFeeSchema } from '../fees/chosen-fee'
import { addedChainSchema } from '../networks/added-chain-schema'

const origin = v.custom<Origin>((value) => parses(value, parseOrigin))
const chainId = v.custom<ChainId>((value) => parses(value, parseChainId))

/** One call of one document, exactly as the relay sent it. */
export const waitingSchema = v.strictObject({
  tabId: v.number(),
  documentId: v.optional(v.string()),
  requestId: v.string(),
  method: v.picklist(PAGE_METHODS),
  params: v.string(),
})
export type Waiting = v.InferOutput<typeof waitingSchema>

const subjectSchema = v.variant('kind', [
  /** Nothing to ask: to be decided as soon as the wallet is open. */
  v.strictObject({ kind: v.literal('resume') }),
  v.strictObject({
    kind: v.literal('connect'),
    chainIds: v.array(chainId),
    capabilities: v.array(v.picklist(BASIC_CAPABILITIES)),
  }),
  /** What is to be signed is the waiting call itself. */
  v.strictObject({ kind: v.literal('sign'), chainId }),
  v.strictObject({
    kind: v.literal('add-token'),
    chainId,
    contract: v.string(),
    codeHash: v.string(),
    name: v.string(),
    symbol: v.string(),
    decimals: v.number(),
    viewingKey: v.optional(v.string()),
  }),
  v.strictObject({ kind: v.literal('add-chain'), chain: addedChainSchema }),
  /** Whose viewing keys are asked for stands in the waiting calls; here is what the person said of them so far. */
  v.strictObject({
    kind: v.literal('share-viewing-keys'),
    chainId,
    declined: v.array(v.string()),
    always: v.boolean(),
  }),
  /** The name that the account would have: the site's, or what the person wrote in its place. */
  v.strictObject({ kind: v.literal('rename'), chainId, name: v.string(), editable: v.boolean() }),
  /** What would be given away stands in the waiting calls. */
  v.strictObject({ kind: v.literal('reveal'), chainId }),
])
export type Subject = v.InferOutput<typeof subjectSchema>
export type SubjectOf<K extends Subject['kind']> = Extract<Subject, { readonly kind: K }>

export const questionSchema = v.strictObject({
  id: v.string(),
  origin,
  /** The account it was asked of; empty while nobody could know. */
  account: v.string(),
  subject: subjectSchema,
  createdAt: v.number(),
  /** The calls that the answer is for. */
  waiting: v.array(waitingSchema),
  /** Calls that will ask something else of the person, after this one. */
  behind: v.array(waitingSchema),
  /** The digest of what the person was shown; approving needs it wherever that may change. */
  reviewed: v.optional(v.string()),
  /** What the person chose about the fee of what is to be signed. */
  fee: v.optional(chosenFeeSchema),
  /** When what was shown last became something else. */
  changedAt: v.optional(v.number()),
})
export type Question = v.InferOutput<typeof questionSchema>

const answerSchema = v.strictObject({
  tabId: v.number(),
  documentId: v.optional(v.string()),
  requestId: v.string(),
  outcome: v.custom<PageOutcome>(isOutcome),
})
export type Answer = v.InferOutput<typeof answerSchema>

export const approvalStateSchema = v.strictObject({
  questions: v.array(questionSchema),
  /** Outcomes that their pages have not had yet. */
  answers: v.array(answerSchema),
  rejections: v.array(v.strictObject({ origin, count: v.number(), lastAt: v.number() })),
})
export type ApprovalState = v.InferOutput<typeof approvalStateSchema>

export const NO_APPROVALS: ApprovalState = { questions: [], answers: [], rejections: [] }

/** True when both are the same request of the same document. */
export function sameCall(a: CallKey, b: CallKey): boolean {
  return a.tabId === b.tabId && a.documentId === b.documentId && a.requestId === b.requestId
}
type CallKey = Pick<Waiting, 'tabId' | 'documentId' | 'requestId'>

function isOutcome(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value
}

function parses(value: unknown, parse: (text: string) => unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    parse(value)
    return true
  } catch (error) {
    if (error instanceof SottoError) return false
    throw error
  }
}
