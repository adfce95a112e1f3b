/** Pages that ask, a person who answers, and the transactions they ask about. */
import { base64 } from '@scure/base'
import { buildDirectTx, type ChainMessage, publicKeyAny } from '../chain/codec/index'
import { deriveTxSeed, sealMessage } from '../crypto/index'
import type { Address, JsonValue, Origin } from '../domain/index'
import type { PageMethod, PageOutcome, RelayAnswer } from '../messages/page'
import type { PageParams } from '../messages/page-schema'
import type { ApprovalView } from '../messages/popup'
import type { PageSender } from './senders'
import { BOB, CHAIN_ID, CODE_HASH, ORIGIN, SSCRT, type Wallet } from './wallet.fake'

let lastRequest = 0

export interface FakePage {
  readonly sender: PageSender
  call<M extends PageMethod>(method: M, params: PageParams[M], id?: string): Promise<RelayAnswer | undefined>
  /** The outcome that came by a reply, for the request that was sent last. */
  replies(): readonly PageOutcome[]
}

export function fakePage(wallet: Wallet, { origin = ORIGIN as Origin, tabId = 1 } = {}): FakePage {
  const sender: PageSender = {
    kind: 'page',
    origin,
    tabId,
    documentId: `document-${tabId}`,
    frameId: 0,
    active: true,
  }
  return {
    sender,
    async call(method, params, id) {
      lastRequest += 1
      return await wallet.side.message(sender, {
        kind: 'page-request',
        id: id ?? `request-${lastRequest}`,
        method,
        params: JSON.stringify(params),
      })
    },
    replies: () =>
      wallet.browser.sent.flatMap(({ tabId: to, message }) => {
        const reply = message as { kind: string; outcome?: PageOutcome }
        return to === tabId && reply.kind === 'page-reply' && reply.outcome !== undefined
          ? [reply.outcome]
          : []
      }),
  }
}

/** Connects a page the way a person does it. */
export async function connect(wallet: Wallet, page: FakePage): Promise<void> {
  await page.call('connect', { chainIds: [CHAIN_ID] })
  await approveOnly(wallet)
  wallet.browser.sent.length = 0
}

/** Looks at what waits, and says yes to the only question. */
export async function approveOnly(wallet: Wallet): Promise<void> {
  const [view] = await wallet.side.questions.views()
  if (view === undefined) throw new Error('Nobody asks anything.')
  await wallet.side.approvals.approve(view.id)
}

export async function ownAddress(wallet: Wallet): Promise<Address> {
  return (await wallet.vault.account()).address
}

/** The wire of a contract message as a page gets it from the wallet. */
export function sealed(wallet: Wallet, message: JsonValue, codeHash = CODE_HASH): Uint8Array {
  const seed = deriveTxSeed(wallet.vault.key, CHAIN_ID)
  const [ioPublicKey] = wallet.networks.keys
  if (ioPublicKey === undefined) throw new Error('No network key.')
  return sealMessage({
    seed,
    ioPublicKey,
    codeHash,
    message: JSON.stringify(message),
    nonce: wallet.browser.random(32),
  }).wire
}

export async function execute(
  wallet: Wallet,
  wire: Uint8Array,
  change: Partial<Extract<ChainMessage, { kind: 'execute' }>> = {},
): Promise<ChainMessage> {
  return {
    kind: 'execute',
    typeUrl: '/secret.compute.v1beta1.MsgExecuteContract',
    sender: await ownAddress(wallet),
    contract: SSCRT,
    wire,
    funds: [],
    callbackCodeHash: '',
    callbackSig: new Uint8Array(),
    ...change,
  }
}

export async function bankSend(wallet: Wallet, amount = 1_500_000n): Promise<ChainMessage> {
  return {
    kind: 'send',
    typeUrl: '/cosmos.bank.v1beta1.MsgSend',
    from: await ownAddress(wallet),
    to: BOB,
    amount: [{ denom: 'uscrt', amount }],
  }
}

/** The parameters of a signDirect call over these messages. */
export async function directParams(
  wallet: Wallet,
  messages: readonly ChainMessage[],
  memo = '',
): Promise<PageParams['signDirect']> {
  const { address, publicKey } = await wallet.vault.account()
  const tx = buildDirectTx({
    messages,
    memo,
    publicKey,
    sequence: 2n,
    gas: 150_000n,
    fee: { amount: [{ denom: 'uscrt', amount: 15_000n }] },
  })
  return {
    chainId: CHAIN_ID,
    signer: address,
    bodyBytes: base64.encode(tx.bodyBytes),
    authInfoBytes: base64.encode(tx.authInfoBytes),
    docChainId: CHAIN_ID,
    accountNumber: '7',
  }
}

/** The parameters of a signDirectAux call over these messages. */
export async function auxParams(
  wallet: Wallet,
  messages: readonly ChainMessage[],
  memo = '',
): Promise<PageParams['signDirectAux']> {
  const { authInfoBytes: _, ...params } = await directParams(wallet, messages, memo)
  const { typeUrl, value } = publicKeyAny(wallet.vault.signing.publicKey)
  return { ...params, sequence: '2', keyType: typeUrl, key: base64.encode(value) }
}

/** The code of an answer that is an error. */
export function errorCode(answer: RelayAnswer | PageOutcome | undefined): string | undefined {
  const outcome = answer?.kind === 'done' ? answer.outcome : answer
  return outcome?.kind === 'error' ? outcome.error.code : undefined
}

/** The value of an answer that came at once. */
export function value(answer: RelayAnswer | undefined): unknown {
  return answer?.kind === 'done' && answer.outcome.kind === 'result' ? answer.outcome.value : undefined
}

/** What the person is shown. */
export async function views(wallet: Wallet): Promise<readonly ApprovalView[]> {
  return await wallet.side.questions.views()
}
