/** What the person's yes does. The only place that says something was reviewed. */
import { type Address, parseAddress } from '../../domain/index'
import type { PageOutcome } from '../../messages/page'
import { BASIC_CAPABILITIES } from '../../messages/site-facts'
import { canSign, type SigningAccount } from '../accounts/account'
import type { Wallet } from '../accounts/wallet'
import type { Activity } from '../activity/activity'
import type { Dealings } from '../contracts/dealings'
import type { Networks } from '../networks/networks'
import type { Origins, Party } from '../origins/origins'
import { pageResult } from '../page-errors'
import type { PageNetworks, PageTokens } from '../page-ports'
import type { SignedPermits } from '../permits/signed-permits'
import { approvedOf } from '../review/approved'
import type { CodeGuard } from '../review/code-guard'
import type { ContractBook } from '../review/contract-book'
import type { OpenedRequest, Reviewer } from '../review/reviewer'
import { isTxRequest } from '../review/sign-request'
import { ReviewedTx } from '../signing/reviewed-tx'
import { signedValue } from '../signing/signed-value'
import type { Signature } from '../vault/vault'
import { ApprovalError } from './approval-error'
import type { Question, Subject, SubjectOf } from './approval-schema'
import { stopRetiredKey } from './retired-key'
import type { RevealQuestions } from './reveal-question'
import type { Shown } from './shown'
import { signCallOf } from './sign-call'
import { showToken } from './token-question'
import { shareViewingKeys, showViewingKeys } from './viewing-key-question'

/** Without it a question is void. */
const NEEDED = {
  'share-viewing-keys': 'see-address',
  'add-token': 'see-address',
  rename: 'see-address',
  reveal: 'decrypt',
  sign: 'request-signatures',
} as const

interface CarryOutParts {
  readonly vault: Pick<Wallet, 'account' | 'sign'>
  readonly origins: Pick<Origins, 'connect' | 'missing' | 'allowViewingKeys' | 'gave' | 'count'>
  readonly tokens: Pick<PageTokens, 'add' | 'find' | 'list'>
  readonly networks: Pick<PageNetworks, 'currentTxKey'> & Pick<Networks, 'addChain'>
  readonly reveals: Pick<RevealQuestions, 'show' | 'reveal'>
  readonly reviewer: Reviewer
  readonly codeGuard: CodeGuard
  readonly book: Pick<ContractBook, 'contract'>
  readonly dealings: Pick<Dealings, 'note'>
  readonly permits: Pick<SignedPermits, 'note'>
  readonly activity: Pick<Activity, 'record'>
  readonly rename: (account: Address, name: string) => Promise<void>
  readonly clock: () => number
}

/** Throws ApprovalError when it cannot be done; nothing is signed then. Doing it twice does it once. */
export function createCarryOut(
  parts: CarryOutParts,
): (question: Question) => Promise<readonly PageOutcome[] | 'decide-again'> {
  const { networks, origins, vault } = parts
  return async (question) => {
    const account = await vault.account()
    // Another one may have been chosen since the yes was given.
    if (!canSign(account) || account.address !== question.account)
      throw new ApprovalError('approval/other-account')
    const party = { origin: question.origin, account: account.address }
    const { subject } = question
    await requireGrant(origins, party, subject)
    switch (subject.kind) {
      case 'resume':
        throw new ApprovalError('approval/gone')
      case 'connect':
        await origins.connect(party, subject)
        return 'decide-again'
      case 'share-viewing-keys':
        requireShown(question, await showViewingKeys(parts.tokens, question, subject))
        return await shareViewingKeys(parts, { question, subject, party })
      case 'reveal':
        requireShown(question, await parts.reveals.show(question))
        return await reveal(parts, { question, subject, party })
      case 'add-token':
        requireShown(question, await showToken(parts.tokens, subject))
        await addToken(parts, subject)
        return 'decide-again'
      case 'rename':
        await parts.rename(account.address, subject.name)
        return [pageResult(subject.name)]
      case 'add-chain':
        await networks.addChain(subject.chain)
        await origins.connect(party, {
          chainIds: [subject.chain.chainId],
          capabilities: BASIC_CAPABILITIES,
        })
        return 'decide-again'
      case 'sign':
        return [await signReviewed(parts, { question, subject, account })]
      default:
        return subject satisfies never
    }
  }
}

/** A grant may have been taken back while the question was open. */
async function requireGrant(
  origins: CarryOutParts['origins'],
  party: Party,
  subject: Subject,
): Promise<void> {
  // A network that is added is connected by the same yes.
  if (subject.kind === 'resume' || subject.kind === 'connect' || subject.kind === 'add-chain') return
  const needed = NEEDED[subject.kind]
  if ((await origins.missing(party, [subject.chainId], needed)) !== undefined) {
    throw new ApprovalError('approval/not-connected')
  }
}

/** What would happen now must be what was on the screen. */
function requireShown({ reviewed }: Question, { digest }: Shown): void {
  if (reviewed === undefined) throw new ApprovalError('approval/not-shown')
  if (reviewed !== digest) throw new ApprovalError('approval/changed')
}

async function addToken({ tokens }: CarryOutParts, subject: SubjectOf<'add-token'>): Promise<void> {
  const { chainId, contract, codeHash, name, symbol, decimals, viewingKey } = subject
  const token = { contract: parseAddress(contract), codeHash, name, symbol, decimals }
  await tokens.add(chainId, { ...token, ...(viewingKey === undefined ? {} : { viewingKey }) })
}

interface RevealQuestion {
  readonly question: Question
  readonly subject: SubjectOf<'reveal'>
  readonly party: Party
}

async function reveal(
  { reveals, origins }: CarryOutParts,
  { question, subject, party }: RevealQuestion,
): Promise<readonly PageOutcome[]> {
  const revealed = await reveals.reveal(question)
  const given = revealed.filter(({ outcome }) => outcome.kind === 'result')
  for (const [kind, item] of [
    ['message-keys', 'key'],
    ['message-texts', 'text'],
  ] as const) {
    const count = given.filter((each) => each.item.kind === item).length
    if (count > 0)
      await origins.count(party, { chainId: subject.chainId, kind }, { asked: count, given: count })
  }
  return revealed.map(({ outcome }) => outcome)
}

interface SignQuestion {
  readonly question: Question
  readonly subject: SubjectOf<'sign'>
  readonly account: SigningAccount
}

async function signReviewed(
  parts: CarryOutParts,
  { question, subject, account }: SignQuestion,
): Promise<PageOutcome> {
  const { networks, origins, reviewer, vault } = parts
  const call = signCallOf(question)
  if (call === undefined || question.reviewed === undefined) throw new ApprovalError('approval/not-shown')
  const opened = await reviewer.open(call, account)
  if (opened.kind === 'refused') return opened.outcome
  await stopRetiredKey(networks, subject.chainId, opened.inputs)
  if (opened.digest !== question.reviewed) throw new ApprovalError('approval/changed')
  const code = await parts.codeGuard.check(opened)
  if (code === 'changed') throw new ApprovalError('approval/code-changed')
  if (code === 'disputed') throw new ApprovalError('approval/code-in-question')
  const { signBytes } = opened.request
  const reviewed = ReviewedTx.mint({ approvalId: question.id, account: account.address, signBytes })
  const signature = await vault.sign(reviewed)
  // Before the page can send it, so that nothing that was sent is missing from activity.
  await record(parts, { question, account, opened, signature })
  const party = { origin: question.origin, account: account.address }
  await origins.count(party, { chainId: subject.chainId, kind: 'signatures' }, { given: 1 })
  return pageResult(signedValue(opened.request, signature))
}

interface Signed {
  readonly question: Question
  readonly account: SigningAccount
  readonly opened: OpenedRequest
  readonly signature: Signature
}

/** Permits and texts change nothing on the chain, so there is nothing to follow. A permit's name matters to the next one. */
async function record(parts: CarryOutParts, { question, account, opened, signature }: Signed): Promise<void> {
  const { request, inputs } = opened
  if (request.kind === 'permit') {
    const signer = { account: account.address, origin: question.origin }
    await parts.permits.note(signer, request.params)
  }
  if (!isTxRequest(request)) return
  const review = await parts.reviewer.body(opened, account, question.origin)
  if (review.kind !== 'transaction') throw new TypeError('A transaction is reviewed as one.')
  await parts.activity.record({
    id: question.id,
    origin: question.origin,
    account: account.address,
    createdAt: parts.clock(),
    request,
    review,
    inputs,
    ...signature,
  })
  const party = { chainId: request.chainId, account: account.address }
  await parts.dealings.note(party, approvedOf(opened, parts.book))
}
