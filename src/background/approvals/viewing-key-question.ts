/** The question which viewing keys a site may read: one for all the tokens that it asks for at once. */
import { type Address, parseAddress } from '../../domain/index'
import type { PageOutcome } from '../../messages/page'
import type { Origins, Party } from '../origins/origins'
import { pageError, pageResult } from '../page-errors'
import type { PageTokens } from '../page-ports'
import { safeText } from '../review/safe-text'
import type { Question, SubjectOf, Waiting } from './approval-schema'
import { callOf } from './call-of'
import { digestOf, type Shown } from './shown'

type ShareKeys = SubjectOf<'share-viewing-keys'>

/** The contracts that the calls ask for, each once, in the order in which they came. */
export function contractsOf({ waiting }: Question): readonly Address[] {
  return [...new Set(waiting.flatMap((call) => contractOf(call) ?? []))]
}

export async function showViewingKeys(
  tokens: Pick<PageTokens, 'find'>,
  question: Question,
  subject: ShareKeys,
): Promise<Shown> {
  const { chainId, always } = subject
  const asked = await Promise.all(
    contractsOf(question).map(async (contract) => {
      const symbol = (await tokens.find(chainId, contract))?.symbol ?? 'Unknown token'
      return { contract, symbol: safeText(symbol, 40), chosen: isShared(subject, contract) }
    }),
  )
  return {
    digest: digestOf([
      subject.kind,
      chainId,
      always,
      asked.map(({ contract, chosen }) => [contract, chosen]),
    ]),
    body: { kind: 'share-viewing-keys', tokens: asked, always },
  }
}

interface SharingParts {
  readonly tokens: Pick<PageTokens, 'find'>
  readonly origins: Pick<Origins, 'allowViewingKeys' | 'gave'>
}

/** Grants what was chosen, and gives each call its key or its no. */
export async function shareViewingKeys(
  { tokens, origins }: SharingParts,
  {
    question,
    subject,
    party,
  }: { readonly question: Question; readonly subject: ShareKeys; readonly party: Party },
): Promise<readonly PageOutcome[]> {
  const { chainId, always } = subject
  const shared = contractsOf(question).filter((contract) => isShared(subject, contract))
  await origins.allowViewingKeys(party, chainId, always ? 'all' : shared)
  const outcomes: PageOutcome[] = []
  for (const waiting of question.waiting) {
    const contract = contractOf(waiting)
    if (contract === undefined || !shared.includes(contract)) {
      outcomes.push(pageError('rejected'))
      continue
    }
    const key = (await tokens.find(chainId, contract))?.viewingKey
    if (key !== undefined) await origins.gave(party, { chainId, kind: 'viewing-key', contract })
    outcomes.push(key === undefined ? pageError('no-viewing-key') : pageResult(key))
  }
  return outcomes
}

function isShared({ declined, always }: ShareKeys, contract: string): boolean {
  return always || !declined.includes(contract)
}

function contractOf(waiting: Waiting): Address | undefined {
  const call = callOf(waiting)
  return call?.method === 'getViewingKey' ? parseAddress(call.params.contract) : undefined
}
