/** A transaction that was signed here, and what a node tells of it. */
import { base64, hex, utf8 } from '@scure/base'
import { encodeTxMsgData } from '../../chain/codec/index'
import { deriveTxKey } from '../../crypto/index'
import { readWire, sealCiphertext } from '../../crypto/tx-cipher'
import type { JsonValue } from '../../domain/index'
import type { ActivitySummary } from '../../messages/popup'
import { approveOnly, connect, directParams, execute, fakePage, ownAddress, sealed } from '../page-side.fake'
import { BOB, ENCLAVE, fakeWallet, SSCRT, type Wallet } from '../wallet.fake'

interface SignedTx {
  readonly wallet: Wallet
  readonly wire: Uint8Array
  readonly signature: string
  readonly summary: ActivitySummary
}

export async function only(wallet: Wallet): Promise<ActivitySummary> {
  const { items } = await wallet.side.activity.page()
  const [summary] = items
  if (summary === undefined || items.length !== 1) throw new Error(`${items.length} entries`)
  return summary
}

/** A contract message that was approved. */
export async function signed(
  message: JsonValue = { transfer: { recipient: BOB, amount: '5' } },
): Promise<SignedTx> {
  const wallet = fakeWallet()
  const page = fakePage(wallet)
  await connect(wallet, page)
  const wire = sealed(wallet, message)
  await page.call('signDirect', await directParams(wallet, [await execute(wallet, wire)], 'memo'))
  await approveOnly(wallet)
  const [reply] = page.replies()
  const value = reply?.kind === 'result' ? (reply.value as { signature: string }) : undefined
  return { wallet, wire, signature: value?.signature ?? '', summary: await only(wallet) }
}

interface OnChain {
  readonly code?: number
  readonly rawLog?: string
  readonly data?: Uint8Array
  readonly attributes?: readonly { key: string; value: string }[]
  readonly wire?: Uint8Array
  readonly signature?: string
}

/** The transaction as a node tells it. */
export async function onChain(
  { wallet, wire, signature, summary }: SignedTx,
  change: OnChain = {},
): Promise<JsonValue> {
  const { code = 0, rawLog = '', data = new Uint8Array(), attributes = [] } = change
  const typeUrl = '/secret.compute.v1beta1.MsgExecuteContractResponse'
  return {
    tx: {
      body: {
        messages: [
          {
            '@type': '/secret.compute.v1beta1.MsgExecuteContract',
            sender: await ownAddress(wallet),
            contract: SSCRT,
            msg: base64.encode(change.wire ?? wire),
            callback_code_hash: '',
            sent_funds: [],
            callback_sig: null,
          },
        ],
        memo: 'memo',
      },
      auth_info: { fee: { amount: [{ denom: 'uscrt', amount: '15000' }] } },
      signatures: [change.signature ?? signature],
    },
    tx_response: {
      txhash: summary.hash ?? '',
      height: '12',
      timestamp: '2026-01-02T03:05:00Z',
      code,
      codespace: code === 0 ? '' : 'compute',
      raw_log: rawLog,
      data: code === 0 ? hex.encode(encodeTxMsgData([{ typeUrl, data }])) : '',
      gas_wanted: '150000',
      gas_used: '99000',
      events: [
        {
          type: 'wasm',
          attributes: [
            { key: 'contract_address', value: SSCRT },
            ...attributes,
            { key: 'msg_index', value: '0' },
          ],
        },
      ],
    },
  }
}

/** Seals as the chain does for the sender of that message. */
export function sealedBy(wire: Uint8Array, text: string): Uint8Array {
  const parts = readWire(wire)
  if (parts === undefined) throw new Error('not a wire')
  return sealCiphertext(deriveTxKey(ENCLAVE, parts.publicKey, parts.nonce).bytes(), utf8.decode(text))
}
