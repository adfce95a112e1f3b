import { bech32 } from '@scure/base'
import { MsgSend, MsgTransfer } from 'secretjs'
import { approvalTests, type Row, short } from './approval-rows'
import type { Scene } from './approval-scene'
import { rawMessage, withMore } from './pages/raw-message'

// Coins for other chains with each form of memo, and messages that nobody can read whole.

const uscrt = (amount: number) => ({ denom: 'uscrt', amount: String(amount) })
const NEXT_YEAR = Math.floor(Date.now() / 1000) + 31_536_000
const account = (prefix: string, length: number): string =>
  bech32.encode(prefix, bech32.toWords(new Uint8Array(length).fill(7)))
const OSMO = account('osmo', 20)
const OSMO_CONTRACT = account('osmo', 32)
const JUNO = account('juno', 20)
const ACTS = 'The memo can make the other chain act on its own.'

function transfer({ me }: Pick<Scene, 'me'>, receiver: string, memo: unknown): MsgTransfer {
  return new MsgTransfer({
    source_port: 'transfer',
    source_channel: 'channel-1',
    token: uscrt(10_000_000),
    sender: me,
    receiver,
    timeout_timestamp: String(NEXT_YEAR),
    memo: typeof memo === 'string' ? memo : JSON.stringify(memo),
  })
}

/** A transfer whose sentence goes on with what the memo asks for. */
function transferRow(
  name: string,
  memo: (scene: Scene) => unknown,
  told: { readonly receiver?: string; readonly goesOn: (scene: Scene) => string } & Pick<
    Row,
    'says' | 'answer'
  >,
): Row {
  const { receiver = OSMO, goesOn, ...rest } = told
  return {
    name,
    message: (scene) => transfer(scene, receiver, memo(scene)),
    heading: 'Send to another chain',
    sentence: (scene) =>
      `Send 10 SCRT to ${short(receiver)} on another chain, over channel-1${goesOn(scene)}`,
    says: (scene) => [receiver, 'transfer/channel-1', 'Leaves your account', ...(rest.says?.(scene) ?? [])],
    raw: '/ibc.applications.transfer.v1.MsgTransfer',
    ...(rest.answer === undefined ? {} : { answer: rest.answer }),
  }
}

const forward = { receiver: JUNO, port: 'transfer', channel: 'channel-42', timeout: '10m', retries: 2 }
const next = { wasm: { contract: OSMO_CONTRACT, msg: { stake: {} } } }

approvalTests([
  transferRow('send to another chain', () => 'For 4711, with thanks', {
    goesOn: () => '',
    says: () => ['For 4711, with thanks', ACTS],
  }),
  transferRow(
    'call a contract of another chain',
    () => ({ wasm: { contract: OSMO_CONTRACT, msg: { osmosis_swap: { output_denom: 'uosmo' } } } }),
    {
      receiver: OSMO_CONTRACT,
      goesOn: () => `; there send “osmosis_swap” to the contract ${short(OSMO_CONTRACT)}, for all to read`,
      says: () => [ACTS],
    },
  ),
  transferRow(
    'wrap on arrival',
    ({ sscrt, me }) => ({
      wasm: {
        contract: OSMO_CONTRACT,
        msg: {
          wrap_deposit: {
            snip20_address: sscrt.address,
            snip20_code_hash: sscrt.codeHash,
            recipient_address: me,
          },
        },
      },
    }),
    {
      receiver: OSMO_CONTRACT,
      goesOn: ({ sscrt, me }) =>
        `; there turn it into the private token ${short(sscrt.address)} for ${short(me)}`,
      says: () => ['Who gets the private tokens, and how many, is public.'],
    },
  ),
  transferRow('send on from there', () => ({ forward: { ...forward, next } }), {
    goesOn: () =>
      `; there send it on to ${short(JUNO)} over channel-42, and there send “stake” to the contract ${short(OSMO_CONTRACT)}, for all to read`,
    says: () => ['The memo names another contract than the receiver'],
  }),
  transferRow('tell a contract', ({ receiver }) => ({ ibc_callback: receiver.address }), {
    goesOn: ({ receiver }) => `; tell the contract ${short(receiver.address)} what became of it`,
    says: () => ['this transfer will probably be refused'],
    answer: 'sign',
  }),
  transferRow('a memo of no known form', () => ({ wasm: { contract: OSMO_CONTRACT, msg: {}, more: 1 } }), {
    goesOn: () => '',
    says: () => ['The memo asks for something that Sotto cannot put into words. Read all of it.'],
    answer: 'sign',
  }),
  {
    name: 'an unknown action',
    message: () => rawMessage('/cosmos.nft.v1beta1.MsgSend', Uint8Array.of(0x0a, 3, 0x61, 0x62, 0x63)),
    heading: 'Unknown action',
    sentence: () => 'Sotto cannot read this message and does not know what it does',
    says: () => ['/cosmos.nft.v1beta1.MsgSend', 'It may do anything that your account can do.'],
    raw: 'CgNhYmM=',
    amino: false,
    answer: 'sign',
  },
  {
    name: 'a part that is not known',
    // Field 99, a number.
    message: ({ me, other }) =>
      withMore(
        new MsgSend({ from_address: me, to_address: other, amount: [uscrt(5)] }),
        Uint8Array.of(0x98, 6, 1),
      ),
    heading: 'Send in public',
    sentence: ({ other }) => `Send 0.000005 SCRT to ${short(other)}`,
    says: () => ['This transaction has parts that Sotto does not know and cannot show.'],
    raw: 'unknownFields',
    amino: false,
    answer: 'reject',
  },
])
