/** A page that asks for a signature, and a person who looks at its fee. */
import { base64 } from '@scure/base'
import { type ChainMessage, type DecodedAuth, decodeAuthInfo } from '../../chain/codec/index'
import type { JsonValue } from '../../domain/index'
import type { PageParams } from '../../messages/page-schema'
import type { FeeChoice, FeeChoices, TxReview } from '../../messages/popup'
import {
  approveOnly,
  bankSend,
  connect,
  directParams,
  type FakePage,
  fakePage,
  views,
} from '../page-side.fake'
import { BOB, CHAIN_ID, type Wallet } from '../wallet.fake'

type DirectParams = PageParams['signDirect']

/** A connected page that waits for a signDirect. */
export async function askDirect(
  wallet: Wallet,
  given: { readonly messages?: readonly ChainMessage[]; readonly change?: Partial<DirectParams> } = {},
): Promise<{ readonly page: FakePage; readonly params: DirectParams }> {
  const page = fakePage(wallet)
  await connect(wallet, page)
  const messages = given.messages ?? [await bankSend(wallet)]
  const params = { ...(await directParams(wallet, messages)), ...given.change }
  await page.call('signDirect', params)
  return { page, params }
}

/** A connected page that waits for a signAmino of a send, with this fee. */
export async function askAmino(wallet: Wallet, fee: JsonValue, keepFee = false): Promise<FakePage> {
  const page = fakePage(wallet)
  await connect(wallet, page)
  const { address } = await wallet.vault.account()
  const signDoc = JSON.stringify({
    account_number: '7',
    chain_id: CHAIN_ID,
    fee,
    memo: 'a memo',
    msgs: [
      {
        type: 'cosmos-sdk/MsgSend',
        value: { from_address: address, to_address: BOB, amount: [{ amount: '1', denom: 'uscrt' }] },
      },
    ],
    sequence: '2',
  })
  await page.call('signAmino', { chainId: CHAIN_ID, signer: address, signDoc, keepFee, keepMemo: true })
  return page
}

/** What the person sees of the transaction, once the chain has answered. */
export async function seen(wallet: Wallet): Promise<TxReview> {
  await views(wallet)
  await new Promise((resolve) => setTimeout(resolve, 30))
  const [view] = await views(wallet)
  if (view?.body.kind !== 'transaction') throw new Error(`${view?.body.kind}`)
  return view.body
}

export function openChoices({ feeChoices }: TxReview): Extract<FeeChoices, { readonly kind: 'open' }> {
  if (feeChoices?.kind !== 'open') throw new Error(JSON.stringify(feeChoices))
  return feeChoices
}

export async function choose(wallet: Wallet, choice: FeeChoice): Promise<void> {
  const [question] = await wallet.side.approvals.questions()
  await wallet.side.chooseFee(question?.id ?? '', choice)
}

/** Says yes, and gives what the page got. */
export async function signedBy(wallet: Wallet, page: FakePage): Promise<JsonValue> {
  await approveOnly(wallet)
  const [reply] = page.replies()
  if (reply?.kind !== 'result') throw new Error(JSON.stringify(reply))
  return reply.value
}

export function authOf(value: JsonValue): DecodedAuth {
  const { authInfoBytes } = value as { readonly authInfoBytes: string }
  return decodeAuthInfo(base64.decode(authInfoBytes))
}
