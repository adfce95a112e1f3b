/** What the person is shown of everything that waits. */
import { SottoError } from '../../domain/index'
import type { ApprovalBody, ApprovalView } from '../../messages/popup'
import { canSign, type SigningAccount } from '../accounts/account'
import type { Wallet } from '../accounts/wallet'
import type { FeeDesk } from '../fees/fee-desk'
import type { KnownChains } from '../networks/known-chains'
import type { PageTokens } from '../page-ports'
import { addChainReview } from '../review/add-chain-review'
import type { OpenedRequest, Reviewer } from '../review/reviewer'
import { safeText } from '../review/safe-text'
import type { Question } from './approval-schema'
import type { Approvals } from './approvals'
import type { RevealQuestions } from './reveal-question'
import type { Shown } from './shown'
import { askedCallOf, signCallOf } from './sign-call'
import { showToken } from './token-question'
import { showViewingKeys } from './viewing-key-question'

export interface QuestionViews {
  /** Every question of the selected account, oldest first. Noting what was shown is part of showing it. */
  views(): Promise<readonly ApprovalView[]>
  /** Opens and reads what is asked to be signed, while the window in which it will be shown is still being made. */
  prepare(): Promise<void>
  /** The origins that wait for the wallet to be opened. */
  waitingSites(): Promise<readonly string[]>
  /** Drops what was decrypted for showing. */
  forget(): void
}

interface QuestionViewsParts {
  readonly approvals: Pick<Approvals, 'questions' | 'reviewed'>
  readonly reviewer: Reviewer
  readonly fees: Pick<FeeDesk, 'complete'>
  readonly reveals: Pick<RevealQuestions, 'show' | 'keep'>
  readonly tokens: Pick<PageTokens, 'find' | 'list'>
  readonly vault: Pick<Wallet, 'account'>
  readonly chains: Pick<KnownChains, 'list'>
}

interface OpenedOnce {
  /** The chosen fee as JSON. */
  readonly fee: string
  readonly request: OpenedRequest
}

export function createQuestionViews({
  approvals,
  reviewer,
  fees,
  reveals,
  tokens,
  vault,
  chains,
}: QuestionViewsParts): QuestionViews {
  async function networkName(chainId: string): Promise<string> {
    const known = (await chains.list()).find((chain) => chain.chainId === chainId)
    return safeText(known?.name ?? chainId, 60)
  }

  /** Opened requests by question: the bytes change only with the fee that was chosen. */
  const opened = new Map<string, OpenedOnce>()

  /** Undefined when it can no longer be read. */
  async function openedSign(question: Question, account: SigningAccount): Promise<Shown | undefined> {
    const asked = askedCallOf(question)
    const call = signCallOf(question)
    if (asked === undefined || call === undefined) return undefined
    const { fee } = question
    const name = JSON.stringify(fee ?? null)
    const before = opened.get(question.id)
    const known =
      before !== undefined && before.fee === name ? before.request : await reviewer.open(call, account)
    if (known.kind === 'refused') return undefined
    opened.set(question.id, { fee: name, request: known })
    const { digest } = known
    const body = await reviewer.body(known, account, question.origin)
    if (body.kind !== 'transaction') return { body, digest }
    return {
      body: { ...body, ...(await fees.complete(body, { asked, chosen: fee, opened: known, account })) },
      digest,
    }
  }

  async function noted(question: Question, { body, digest }: Shown): Promise<ApprovalBody> {
    if (question.reviewed !== digest) await approvals.reviewed(question.id, digest)
    return body
  }

  async function bodyOf(question: Question, account: SigningAccount): Promise<ApprovalBody> {
    const { subject } = question
    switch (subject.kind) {
      case 'resume':
        return { kind: 'preparing' }
      case 'connect':
        return {
          kind: 'connect',
          chains: await Promise.all(
            subject.chainIds.map(async (chainId) => ({ chainId, name: await networkName(chainId) })),
          ),
          capabilities: subject.capabilities,
        }
      case 'sign': {
        const shown = await openedSign(question, account)
        return shown === undefined ? cannotContinue() : await noted(question, shown)
      }
      case 'add-token':
        return await noted(question, await showToken(tokens, subject))
      case 'rename':
        return { kind: 'rename', name: subject.name, editable: subject.editable }
      case 'add-chain':
        return addChainReview(subject.chain, await chains.list())
      case 'share-viewing-keys':
        return await noted(question, await showViewingKeys(tokens, question, subject))
      case 'reveal':
        return await noted(question, await reveals.show(question))
      default:
        return subject satisfies never
    }
  }

  async function view(question: Question, account: SigningAccount): Promise<ApprovalView> {
    const chainId = chainIdOf(question)
    return {
      id: question.id,
      origin: question.origin,
      chainId,
      networkName: await networkName(chainId),
      account: { name: account.name, address: account.address },
      createdAt: question.createdAt,
      body: await bodyOrStop(question, account),
    }
  }

  /** What a page sent must not keep the person from everything else: what cannot be put into words can only be rejected. */
  async function bodyOrStop(question: Question, account: SigningAccount): Promise<ApprovalBody> {
    try {
      return await bodyOf(question, account)
    } catch (error) {
      // Sotto's own refusals, such as a lock in between or storage that cannot be read, concern more than this question.
      if (error instanceof SottoError) throw error
      return cannotContinue()
    }
  }

  async function questionsOf(account: SigningAccount): Promise<readonly Question[]> {
    return (await approvals.questions()).filter(
      (question) => question.subject.kind !== 'resume' && question.account === account.address,
    )
  }

  return {
    async views() {
      const account = await vault.account()
      // Sites are told of no account that cannot sign, so none of them asks it anything.
      if (!canSign(account)) return []
      const questions = await questionsOf(account)
      for (const id of [...opened.keys()]) {
        if (!questions.some((question) => question.id === id)) opened.delete(id)
      }
      reveals.keep(questions.map(({ id }) => id))
      return await Promise.all(questions.map((question) => view(question, account)))
    },
    async prepare() {
      const account = await vault.account()
      if (!canSign(account)) return
      const signs = (await questionsOf(account)).filter(({ subject }) => subject.kind === 'sign')
      await Promise.all(signs.map((question) => openedSign(question, account)))
    },
    waitingSites: async () => [...new Set((await approvals.questions()).map(({ origin }) => origin))],
    forget() {
      opened.clear()
      reveals.keep([])
    },
  }
}

function cannotContinue(): ApprovalBody {
  return {
    kind: 'cannot-continue',
    title: 'This request cannot be signed',
    message: 'Sotto can no longer read what the site asked for. Nothing was signed. Reject it and try again.',
  }
}

function chainIdOf({ subject }: Question): string {
  switch (subject.kind) {
    case 'resume':
      return ''
    case 'connect':
      return subject.chainIds[0] ?? ''
    case 'add-chain':
      return subject.chain.chainId
    case 'sign':
    case 'add-token':
    case 'rename':
    case 'share-viewing-keys':
    case 'reveal':
      return subject.chainId
    default:
      return subject satisfies never
  }
}
