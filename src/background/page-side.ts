/** Everything that pages can reach, built from its parts. */
import * as v from 'valibot'
import type { Client } from '../chain/index'
import { type Address, parseAddress } from '../domain/index'
import type { PageOutcome, RelayAnswer } from '../messages/page'
import { type PageCall, parsePageCall } from '../messages/page-schema'
import type { FeeChoice } from '../messages/popup'
import type { Wallet } from './accounts/wallet'
import { type Activity, createActivity } from './activity/activity'
import type { NewQuestion } from './approvals/admission'
import type { Waiting } from './approvals/approval-schema'
import { createApprovalWindow } from './approvals/approval-window'
import { type Approvals, createApprovals } from './approvals/approvals'
import { createCarryOut } from './approvals/carry-out'
import { createQuestionViews, type QuestionViews } from './approvals/question-views'
import { createRelayDocuments } from './approvals/relay-documents'
import { createRevealQuestions } from './approvals/reveal-question'
import { createCheckedCodes } from './contracts/checked-codes'
import { createDealings, type Dealings } from './contracts/dealings'
import { createKnownDocuments } from './documents/known-documents'
import { createChooseFee } from './fees/choose-fee'
import { createFeeDesk } from './fees/fee-desk'
import { createFeeFacts } from './fees/fee-facts'
import type { KnownChains } from './networks/known-chains'
import type { Networks } from './networks/networks'
import { createOriginMessages } from './origins/origin-messages'
import { createOrigins, type Origins } from './origins/origins'
import { createSiteChoices, type SiteChoices } from './origins/site-choices'
import { pageError } from './page-errors'
import { createPageHandlers } from './page-handlers'
import type { ChainFacts, PageNetworks, PageTokens } from './page-ports'
import { createSignedPermits, type SignedPermits } from './permits/signed-permits'
import type { Deps } from './platform'
import { createCodeGuard } from './review/code-guard'
import { createContractBook } from './review/contract-book'
import type { Acquaintances } from './review/request-risks'
import { createReviewer } from './review/reviewer'
import type { PageSender } from './senders'
import { createSendingGuard } from './sending-guard'
import { KEYS } from './storage/keys'
import { type Store, updateStored } from './storage/stored'

export interface PageSide {
  /** A message of a page's relay. Undefined for one that needs no answer. */
  message(sender: PageSender, message: unknown): Promise<RelayAnswer | undefined>
  readonly origins: Origins
  readonly choices: SiteChoices
  readonly approvals: Approvals
  readonly questions: QuestionViews
  readonly activity: Activity
  /** The person's choice about the fee of a question. Throws SottoError. */
  chooseFee(id: string, choice: FeeChoice): Promise<void>
  readonly dealings: Dealings
  readonly permits: SignedPermits
  /** On waking up, after creating and unlocking, and at the activity alarm. */
  resume(): Promise<void>
  tabRemoved(tabId: number): Promise<void>
  windowRemoved(windowId: number): Promise<void>
}

export interface PageSideParts
  extends Pick<Deps, 'alarms' | 'windows' | 'tabs' | 'runtime' | 'clock' | 'random' | 'after'> {
  readonly store: Store
  readonly vault: Wallet
  readonly networks: PageNetworks &
    Pick<Networks, 'active' | 'addChain'> & { readonly client: (chainId: string) => Promise<Client> }
  readonly chains: KnownChains
  readonly tokens: PageTokens
  readonly facts: ChainFacts
  readonly acquaintances: Acquaintances
  readonly rename: (account: Address, name: string) => Promise<void>
  readonly changed: () => void
  /** A transaction was found on the chain: balances have changed. */
  readonly settled: () => void
}

const visit = v.pipe(v.string(), v.maxLength(64))
/** A document that went away, or came back. */
const movedSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('page-gone'), visit: v.exactOptional(visit) }),
  v.strictObject({ kind: v.literal('page-back'), visit }),
])

const ONBOARDING_PAGE = 'popup.html?tab'
const ONBOARDING_PAUSE_MS = 30_000

/** Everything that reads a request for the person, and looks once more before a signature. */
function createReading(parts: PageSideParts) {
  const sealed = { ...parts, sealer: parts.vault }
  const dealings = createDealings(sealed)
  const book = createContractBook({ ...parts, codes: createCheckedCodes(sealed) })
  const permits = createSignedPermits(sealed)
  const reviewer = createReviewer({ ...parts, book, dealings, permits })
  return { dealings, permits, book, reviewer, codeGuard: createCodeGuard({ ...parts, book }) }
}

export function createPageSide(parts: PageSideParts): PageSide {
  const { store, vault, networks, chains, tokens, clock, random, changed } = parts
  const sealed = { ...parts, sealer: vault }
  const origins = createOrigins(sealed)
  const choices = createSiteChoices(sealed)
  const reading = createReading(parts)
  const { book, reviewer, dealings, permits } = reading
  const activity = createActivity({ ...sealed, client: (chainId) => networks.client(chainId) })
  const reveals = createRevealQuestions({ vault, networks, activity })
  const messages = createOriginMessages({ txSeed: (chainId) => vault.txSeed(chainId), networks, random })
  const client = (chainId: string): Promise<Client> => networks.client(chainId)
  const mayNotSend = createSendingGuard({ activity, networks })
  const handlers = createPageHandlers({ ...parts, origins, messages, choices, client, mayNotSend })
  const documents = createRelayDocuments(parts)
  const known = createKnownDocuments({ store, vault, documents })
  const approvals = createApprovals({
    store,
    clock,
    random,
    vault,
    window: createApprovalWindow({ ...parts, opening: readAhead }),
    documents,
    decide: (call, origin) => handlers.decide(call, origin),
    carryOut: createCarryOut({ ...parts, ...reading, origins, reveals, activity, rename }),
    asked: noteAsked,
    discard: (id) => activity.discard(id),
    changed,
  })
  const feeFacts = createFeeFacts(parts)
  const desk = createFeeDesk({ facts: feeFacts, tokens, book, clock })
  const questions = createQuestionViews({ approvals, reviewer, reveals, fees: desk, tokens, vault, chains })

  async function rename(account: Address, name: string): Promise<void> {
    await parts.rename(account, name)
    void known.resume()
  }

  async function noteAsked({ origin, account, subject }: NewQuestion): Promise<void> {
    if (subject.kind !== 'sign') return
    const party = { origin, account: parseAddress(account) }
    // The transaction before this one may have changed it.
    for (const known of [book, feeFacts]) known.renewAccount(subject.chainId, party.account)
    await origins.count(party, { chainId: subject.chainId, kind: 'signatures' }, { asked: 1 })
  }

  function readAhead(): void {
    // What fails here fails again, and is said, when the window asks for it.
    questions.prepare().catch(() => undefined)
  }

  // Consent does not survive the lock, nor does anything that was decrypted to be shown.
  vault.onLocked(async () => {
    questions.forget()
    book.forget()
    feeFacts.forget()
    await approvals.rejectAll()
  })

  async function take(sender: PageSender, call: PageCall, params: string): Promise<RelayAnswer> {
    const waiting = waitingOf(sender, call, params)
    const [before] = await Promise.all([approvals.known(waiting), known.remember(sender)])
    if (before !== undefined) return before
    const decision = await handlers.decide(call, sender.origin)
    if (decision.kind === 'ask') {
      const { subject, account } = decision
      return await approvals.ask({ origin: sender.origin, subject, account, waiting })
    }
    if (isNoWallet(decision.outcome)) await showOnboarding(parts)
    return { kind: 'done', outcome: decision.outcome }
  }

  return {
    async message(sender, message) {
      const moved = v.safeParse(movedSchema, message)
      if (moved.success) {
        const { kind, visit } = moved.output
        if (kind === 'page-gone') await Promise.all([approvals.forget(sender), known.left(sender, visit)])
        else if (sender.cached !== true) await known.back(sender, visit)
        return undefined
      }
      if (sender.cached === true) return undefined
      const parsed = parsePageCall(message)
      if (parsed.kind === 'invalid') return { kind: 'done', outcome: pageError('bad-request') }
      return await take(sender, parsed.call, paramsOf(message))
    },
    origins,
    choices,
    approvals,
    questions,
    activity,
    chooseFee: createChooseFee({ approvals, reviewer, desk, vault }),
    dealings,
    permits,
    async resume() {
      await Promise.all([approvals.resume(), activity.resume(), known.resume()])
    },
    async tabRemoved(tabId) {
      await Promise.all([approvals.forget({ tabId }), known.forget(tabId)])
    },
    windowRemoved: (windowId) => approvals.windowClosed(windowId),
  }
}

function waitingOf({ tabId, documentId }: PageSender, { id, method }: PageCall, params: string): Waiting {
  return { tabId, ...(documentId === undefined ? {} : { documentId }), requestId: id, method, params }
}

/** The text as it came: it is what gets stored, and read again when the person has answered. */
function paramsOf(message: unknown): string {
  const params =
    typeof message === 'object' && message !== null && 'params' in message ? message.params : undefined
  if (typeof params !== 'string') throw new TypeError('A parsed call came with its parameters as text.')
  return params
}

function isNoWallet(outcome: PageOutcome): boolean {
  return outcome.kind === 'error' && outcome.error.code === 'no-wallet'
}

/** A page that asks in a loop must not open a tab at every call. */
async function showOnboarding({ store, clock, tabs, runtime }: PageSideParts): Promise<void> {
  const now = clock()
  let due = false
  await updateStored(store, KEYS.onboardingShown, (shown) => {
    due = shown === null || Math.abs(now - shown) >= ONBOARDING_PAUSE_MS
    return due ? now : shown
  })
  if (due) await tabs.open(runtime.url(ONBOARDING_PAGE))
}
