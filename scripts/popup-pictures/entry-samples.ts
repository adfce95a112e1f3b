import { base64, utf8 } from '@scure/base'
import { sealCiphertext, writeWire } from '../../src/crypto/tx-cipher'
import type { ActivityEntry, EntryMessage } from '../../src/messages/popup'
import { ACCOUNT, ACTIVITY, HOSTILE, RECIPIENT, SSCRT } from './samples'

const KEY = new Uint8Array(32).fill(9)
const CODE_HASH = 'af74387e276be8874f07bec3a87023ee49b0e7ebe08178c49d0a49c3c98ed60e'
const OTHER_KEY = new Uint8Array(32).fill(10)
export const TX_KEY = base64.encode(KEY)

const seal = (text: string, key = KEY): string => base64.encode(sealCiphertext(key, utf8.decode(text)))
const answer = (json: string): string => seal(base64.encode(utf8.decode(json.padEnd(256))))

function wire(message: string, key = KEY): string {
  return base64.encode(
    writeWire({
      nonce: new Uint8Array(32).fill(1),
      publicKey: new Uint8Array(32).fill(2),
      ciphertext: sealCiphertext(key, utf8.decode(`${CODE_HASH}${message.padEnd(192)}`)),
    }),
  )
}

const TRANSFER = JSON.stringify({ transfer: { recipient: RECIPIENT, amount: '12500000' } })

function entryMessage(parts: Partial<EntryMessage> = {}): EntryMessage {
  return {
    index: 0,
    title: 'Send sSCRT',
    sentence: 'Send 12.5 sSCRT to secret1fc3…j52zfyne',
    contract: SSCRT,
    wire: wire(TRANSFER),
    data: answer('{"transfer":{"status":"success"}}'),
    attributes: [
      { type: 'wasm', key: 'contract_address', value: SSCRT },
      { type: 'wasm', key: seal('amount'), value: seal('12500000') },
      { type: 'wasm-receipt', key: seal('to'), value: seal(RECIPIENT) },
    ],
    ...parts,
  }
}

function entry(
  id: string,
  messages: readonly EntryMessage[],
  parts: Partial<ActivityEntry> = {},
): ActivityEntry {
  const summary = ACTIVITY.find((one) => one.id === id) ?? ACTIVITY[0]
  if (summary === undefined) throw new Error('expected some activity')
  return {
    ...summary,
    account: ACCOUNT.address,
    fee: { coins: [{ denom: 'uscrt', amount: '50000', symbol: 'SCRT', decimals: 6 }], gas: '200000' },
    memo: '',
    messages,
    ...parts,
  }
}

export const CONFIRMED = entry('a2', [entryMessage()], {
  title: 'Send sSCRT',
  gasUsed: '41202',
  time: '2026-11-21T09:47:03Z',
})
export const PENDING = entry(
  'a1',
  [entryMessage({ attributes: [] })].map(({ data, ...rest }) => rest),
)
export const FAILED = entry(
  'a3',
  [
    {
      ...entryMessage({
        attributes: [],
        error: seal('{"generic_err":{"msg":"insufficient funds: balance=1204500000, required=90000000000"}}'),
      }),
    },
  ].map(({ data, ...rest }) => rest),
)
export const MIXED = entry('a4', [
  entryMessage({
    title: 'Not ours',
    wire: wire('{}', OTHER_KEY),
    data: seal('e30=', OTHER_KEY),
    attributes: [{ type: 'wasm', key: seal('k', OTHER_KEY), value: seal('v', OTHER_KEY) }],
  }),
  entryMessage({ index: 1, title: 'Broken', data: seal('***'), error: base64.encode(new Uint8Array(40)) }),
  entryMessage({
    index: 2,
    title: 'In the open',
    wire: base64.encode(utf8.decode('{"mint":{}}')),
    data: base64.encode(utf8.decode('e30=')),
  }),
  entryMessage({
    index: 3,
    title: HOSTILE,
    sentence: HOSTILE,
    data: answer(JSON.stringify({ [HOSTILE]: HOSTILE })),
  }),
])
