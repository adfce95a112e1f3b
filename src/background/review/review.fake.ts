/** Requests as the person sees them, after the chain has answered. */
import type { ChainMessage } from '../../chain/codec/index'
import { adr36SignDoc, encodeAminoJson } from '../../crypto/index'
import type { JsonValue } from '../../domain/index'
import type { PageParams } from '../../messages/page-schema'
import type { TxReview } from '../../messages/popup'
import { createCheckedCodes } from '../contracts/checked-codes'
import { createDealings } from '../contracts/dealings'
import { directParams, execute, sealed } from '../page-side.fake'
import { createSignedPermits } from '../permits/signed-permits'
import { createStore } from '../storage/stored'
import { BOB, fakeAcquaintances, fakeWallet, ORIGIN, type Wallet } from '../wallet.fake'
import { createContractBook } from './contract-book'
import { createReviewer } from './reviewer'
import type { SignCall } from './sign-request'
import { reviewText } from './text-review'

const noTokens = { find: async () => undefined, list: async () => [] }

/** Reviews what the page asked for, when the chain has answered. */
export async function review(
  wallet: Wallet,
  params: PageParams['signDirect'],
  tokens = noTokens,
): Promise<TxReview> {
  return await reviewCall(wallet, { method: 'signDirect', params }, tokens)
}

export async function reviewCall(wallet: Wallet, call: SignCall, tokens = noTokens): Promise<TxReview> {
  const { vault, networks, facts, browser, chains } = wallet
  const sealed = { ...browser, store: createStore(browser.storage), sealer: vault, facts, chains }
  const codes = createCheckedCodes(sealed)
  const book = createContractBook({ ...sealed, codes, tokens, changed: () => undefined })
  const dealings = createDealings(sealed)
  const acquaintances = fakeAcquaintances(wallet)
  const permits = createSignedPermits(sealed)
  const reading = { tokens, book, dealings, permits, acquaintances }
  const reviewer = createReviewer({ ...sealed, vault, networks, ...reading })
  const account = await vault.account()
  const opened = await reviewer.open(call, account)
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened))
  await reviewer.body(opened, account, ORIGIN)
  await new Promise((resolve) => setTimeout(resolve, 0))
  const body = await reviewer.body(opened, account, ORIGIN)
  if (body.kind !== 'transaction') throw new Error(body.kind)
  return body
}

export async function reviewMessages(
  wallet: Wallet,
  messages: readonly ChainMessage[],
  memo = '',
): Promise<TxReview> {
  return await review(wallet, await directParams(wallet, messages, memo))
}

export async function reviewContract(message: JsonValue, wallet = fakeWallet()): Promise<TxReview> {
  return await reviewMessages(wallet, [await execute(wallet, sealed(wallet, message))])
}

export function dangers({ warnings }: TxReview): readonly string[] {
  return warnings.filter(({ level }) => level === 'danger').map(({ text }) => text)
}

/** A text that the account BOB is to sign. */
export function reviewedText(data: Uint8Array): ReturnType<typeof reviewText> {
  return reviewText({ data, signBytes: encodeAminoJson(adr36SignDoc(BOB, data)) })
}
