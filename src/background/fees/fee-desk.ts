/** Completes the review of a transaction with its fee and its outcome, and takes what the person chooses about the fee. */
import { isWrappedNative } from '../../chain/index'
import { formatAmount, SottoError } from '../../domain/index'
import type {
  AmountView,
  FeeChoice,
  PreviewRow,
  TokenView,
  TrialView,
  TxReview,
  Warning,
} from '../../messages/popup'
import type { SigningAccount } from '../accounts/account'
import type { PageTokens } from '../page-ports'
import { coinView } from '../review/coin-words'
import type { ContractBook } from '../review/contract-book'
import type { OpenedRequest } from '../review/reviewer'
import { safeText } from '../review/safe-text'
import { isTxRequest, readSignRequest, type SignCall, type TxRequest } from '../review/sign-request'
import { contentOf, feeOf } from '../review/tx-content'
import { caution, danger, short } from '../review/words'
import type { ChosenFee } from './chosen-fee'
import { isEditable } from './edit-fee'
import { amountOf, chosenAfter, type FeeSituation, feeChoices } from './fee-choices'
import type { FeeFactsBook } from './fee-facts'
import { feeWarnings, trialWarnings } from './fee-warnings'
import { usualGas } from './gas-table'
import { type AssetFacts, previewRows } from './preview'
import { type Asset, paysOwnFee, type Spending, spendingOf } from './spending'

/** A transaction that waits, with the fee as it stands. */
export interface FeeCase {
  /** The call as the page sent it. */
  readonly asked: SignCall
  readonly chosen: ChosenFee | undefined
  /** The request with the chosen fee in it. */
  readonly opened: OpenedRequest
  readonly account: SigningAccount
}

export interface FeeDesk {
  complete(review: TxReview, found: FeeCase): Promise<TxReview>
  /** What is to be stored after one more choice. Throws SottoError with a sentence for the person. */
  choose(found: FeeCase, choice: FeeChoice): ChosenFee
}

interface FeeDeskParts {
  readonly facts: FeeFactsBook
  readonly tokens: Pick<PageTokens, 'views'>
  readonly book: Pick<ContractBook, 'token'>
  readonly clock: () => number
}

export function createFeeDesk({ facts, tokens, book, clock }: FeeDeskParts): FeeDesk {
  function situationOf({ asked, chosen, opened, account }: FeeCase): FeeSituation {
    const request = txOf(opened)
    const { chain } = opened
    const { messages } = contentOf(request)
    const site = chosen === undefined ? request : txFrom(asked, account)
    return {
      chain,
      site: feeOf(site),
      fee: feeOf(request),
      chosen,
      fixed: whyFixed(asked, site),
      usualGas: usualGas(messages, opened.inputs),
      typeUrls: messages.map(({ typeUrl }) => typeUrl),
      facts: facts.about(chain, request, account),
      now: clock(),
    }
  }

  /** Every asset that moves, with its name and what the account has of it. */
  async function assetBook(
    { flows }: Spending,
    { chain, facts: { balances } }: FeeSituation,
    views: readonly TokenView[],
  ): Promise<(asset: Asset) => AssetFacts> {
    const known = new Map<string, AssetFacts>()
    for (const { asset } of flows) {
      if (asset.kind !== 'token') continue
      const words = await book.token(chain, asset.contract)
      const view = views.find(({ contract }) => contract === asset.contract)
      known.set(asset.contract, {
        symbol: words === undefined ? `base units of ${short(asset.contract)}` : safeText(words.symbol, 40),
        decimals: words?.decimals ?? 0,
        balance: tokenBalance(view?.balance),
      })
    }
    return (asset: Asset): AssetFacts => {
      if (asset.kind === 'token') return known.get(asset.contract) ?? UNKNOWN
      const { symbol, decimals } = coinView({ denom: asset.denom, amount: 0n })
      const balance =
        balances.kind === 'known'
          ? { kind: 'known' as const, amount: amountOf(balances.value, asset.denom) }
          : { kind: balances.kind === 'asking' ? ('asking' as const) : ('unknown' as const) }
      return { symbol, decimals, balance }
    }
  }

  return {
    async complete(review, found) {
      const { account, asked, opened } = found
      const situation = situationOf(found)
      const { chain, fee } = situation
      // Else somebody else adds it, and nothing of it is known.
      const isOwn = review.fee !== undefined
      const listed = await tokens.views(chain.chainId)
      const known = new Set<string>(listed.map(({ contract }) => contract))
      const { messages } = contentOf(txOf(opened))
      const tx = { messages, inputs: opened.inputs, fee }
      const spending = spendingOf(tx, {
        account: account.address,
        isKnown: (contract) => known.has(contract),
        isWrappedNative: (contract) => isWrappedNative(chain.chainId, contract),
      })
      const rows = previewRows(spending.flows, await assetBook(spending, situation, listed))
      const missing = asked.params.skipBalanceCheck === true ? [] : shortages(rows, situation, account)
      return {
        ...review,
        ...(isOwn ? { feeChoices: feeChoices(situation) } : {}),
        preview: { rows, foreseen: spending.foreseen },
        trial: trialView(situation),
        warnings: [...review.warnings, ...missing, ...(isOwn ? feeWarnings : trialWarnings)(situation)],
      }
    },

    choose: (found, choice) => chosenAfter(situationOf(found), choice),
  }
}

const UNKNOWN: AssetFacts = { symbol: '', decimals: 0, balance: { kind: 'unknown' } }

function tokenBalance(view: AmountView | undefined): AssetFacts['balance'] {
  return view?.kind === 'known' ? { kind: 'known', amount: BigInt(view.amount) } : { kind: 'unknown' }
}

function txOf({ request }: OpenedRequest): TxRequest {
  if (isTxRequest(request)) return request
  throw new SottoError('fee/fixed', 'This request has no fee. Nothing was changed.')
}

function txFrom(call: SignCall, account: SigningAccount): TxRequest {
  const reading = readSignRequest(call, account)
  if (reading.kind === 'request' && isTxRequest(reading.request)) return reading.request
  throw new TypeError('A call whose fee was chosen is a transaction.')
}

/** Why the person is not asked about the fee; undefined when they are. */
function whyFixed(asked: SignCall, site: TxRequest): string | undefined {
  if (asked.method === 'signDirectAux') return 'Somebody else pays the fee.'
  if (asked.params.keepFee === true) return 'The site asks to keep its fee as it is.'
  if (feeOf(site).amount.length > 1) return 'A fee in several coins stays as the site set it.'
  if (site.kind !== 'direct' || asked.method !== 'signDirect') return undefined
  const { authInfoBytes } = asked.params
  if (isEditable(authInfoBytes, site.auth)) return undefined
  return 'The fee is written in an unusual way, so Sotto does not change it.'
}

function trialView({ facts: { trial } }: FeeSituation): TrialView {
  if (trial === undefined) return 'impossible'
  if (trial.kind === 'known') return trial.value.kind
  return trial.kind === 'asking' ? 'asking' : 'no-answer'
}

/** Says what is missing. It does not stop anybody: a balance that a node names may be wrong. */
function shortages(
  rows: readonly PreviewRow[],
  { chain, fee }: FeeSituation,
  account: SigningAccount,
): readonly Warning[] {
  return rows.flatMap(({ symbol, decimals, private: isPrivate, balance }) => {
    if (balance.kind !== 'short') return []
    const missing = `${formatAmount(BigInt(balance.missing), decimals)} ${symbol}`
    if (isPrivate) {
      return [caution(`By the balance that Sotto saw last, ${missing} are missing for this.`)]
    }
    const isShort = BigInt(balance.before) < amountOf(fee.amount, chain.denom)
    if (symbol === chain.symbol && isShort && paysOwnFee(fee, account.address)) {
      return [danger(`Not enough ${symbol} for the fee: ${missing} are missing.`)]
    }
    const included = fee.amount.length === 0 ? '' : ', the fee included'
    return [danger(`Not enough ${symbol}: ${missing} are missing${included}.`)]
  })
}
