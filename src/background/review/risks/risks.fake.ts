/** Requests for the risk rules, each message as short as it can be written. */
import { bech32, bech32m } from '@scure/base'
import type { ChainMessage, Fee } from '../../../chain/codec/index'
import {
  type Address,
  addressBytes,
  addressFromBytes,
  type JsonValue,
  parseAddress,
} from '../../../domain/index'
import type { ContractFacts } from '../../../messages/popup'
import { BOB, CODE_HASH, SSCRT } from '../../wallet.fake'
import type { Learned } from '../learned'
import { peopleOf } from './people'
import { riskMessage } from './risk-message'
import type { RequestContext } from './risk-rule'
import { risksOf } from './risks'

export const ME = addressFromBytes(new Uint8Array(20).fill(1))
export const SAVINGS = addressFromBytes(new Uint8Array(20).fill(2))
export const ADA = addressFromBytes(new Uint8Array(20).fill(5))
export const OWNER = addressFromBytes(new Uint8Array(20).fill(9))
export const VALIDATOR = bech32.encode('secretvaloper', bech32.toWords(new Uint8Array(20).fill(3)))
export const BECH32M = bech32m.encode('secret', bech32m.toWords(new Uint8Array(20).fill(7)))
export const NOW = Date.UTC(2026, 10, 27)
export const DAY = 24 * 60 * 60_000
export const FEE: Fee = {
  amount: [{ denom: 'uscrt', amount: 15_000n }],
  gas: 150_000n,
  payer: '',
  granter: '',
}
const FACTS: ContractFacts = {
  address: SSCRT,
  codeHash: 'matches',
  use: 'earlier',
  control: { kind: 'fixed' },
}

export interface Given extends Partial<Omit<RequestContext, 'messages' | 'people' | 'account'>> {
  readonly messages?: readonly RequestContext['messages'][number][]
  readonly contracts?: readonly string[]
  readonly earlier?: readonly string[]
}

export function context({
  messages = [],
  contracts = [SSCRT],
  earlier = [BOB],
  ...given
}: Given): RequestContext {
  return {
    origin: 'https://dapp.example',
    account: ME,
    now: NOW,
    networkKeyChangedAt: undefined,
    memo: '',
    fee: FEE,
    usualGas: 400_000n,
    messages,
    unasked: 0,
    people: peopleOf({
      own: [
        { name: 'Main', address: ME },
        { name: 'Savings', address: SAVINGS },
      ],
      contacts: [{ name: 'Ada', address: ADA }],
      earlier,
      contracts: new Set(contracts),
    }),
    ...given,
  }
}

const OPENED = {
  kind: 'opened',
  codeHash: CODE_HASH,
  message: '{}',
  seed: 'own',
  ioPublicKey: new Uint8Array(32),
  current: true,
} as const

/** The rules that have something to say. */
export function names(given: Given): readonly (string | undefined)[] {
  return risksOf(context(given)).map(({ rule }) => rule)
}

export function execute(
  json: JsonValue,
  facts: Partial<ContractFacts> = {},
  funds: readonly { denom: string; amount: bigint }[] = [],
): RequestContext['messages'][number] {
  return riskMessage({
    message: {
      kind: 'execute',
      typeUrl: '/secret.compute.v1beta1.MsgExecuteContract',
      sender: ME,
      contract: SSCRT,
      wire: new Uint8Array(),
      funds,
      callbackCodeHash: '',
      callbackSig: new Uint8Array(),
    },
    input: { ...OPENED, message: JSON.stringify(json) },
    contract: { ...FACTS, ...facts },
    asking: false,
  })
}

/** A contract that is made of code 5, by a message for the code with this hash. */
export function fromCode(codeHash: string, named: Learned<string>): RequestContext['messages'][number] {
  const message = {
    kind: 'instantiate',
    typeUrl: '/secret.compute.v1beta1.MsgInstantiateContract',
    sender: ME,
    codeId: 5n,
    label: 'mine',
    wire: new Uint8Array(),
    funds: [],
    callbackCodeHash: '',
    callbackSig: new Uint8Array(),
    admin: undefined,
  } as const
  return riskMessage({ message, input: { ...OPENED, codeHash }, contract: undefined, asking: false, named })
}

export function native(message: ChainMessage): RequestContext['messages'][number] {
  return riskMessage({ message, input: undefined, contract: undefined, asking: false })
}

export function coins(to: string): RequestContext['messages'][number] {
  return native({
    kind: 'send',
    typeUrl: '/cosmos.bank.v1beta1.MsgSend',
    from: ME,
    to: parseAddress(to),
    amount: [{ denom: 'uscrt', amount: 1n }],
  })
}

export function inExec(...messages: readonly ChainMessage[]): ChainMessage {
  return { kind: 'authz-exec', typeUrl: '/cosmos.authz.v1beta1.MsgExec', grantee: ME, messages }
}

export function exec(from: Address, to: Address): RequestContext['messages'][number] {
  const amount = [{ denom: 'uscrt', amount: 1n }]
  return native(inExec({ kind: 'send', typeUrl: '/cosmos.bank.v1beta1.MsgSend', from, to, amount }))
}

export const transfer = (recipient: string): JsonValue => ({ transfer: { recipient, amount: '1' } })
export const allow = (amount: string, expiration?: number): JsonValue => ({
  increase_allowance: { spender: BOB, amount, ...(expiration === undefined ? {} : { expiration }) },
})
export const feeGrant = (
  expiration: { seconds: bigint; nanos: number } | undefined,
  limit: bigint[],
): ChainMessage => ({
  kind: 'fee-grant',
  typeUrl: '/cosmos.feegrant.v1beta1.MsgGrantAllowance',
  granter: ME,
  grantee: BOB,
  allowance: {
    kind: 'basic',
    typeUrl: '/cosmos.feegrant.v1beta1.BasicAllowance',
    spendLimit: limit.map((amount) => ({ denom: 'uscrt', amount })),
    expiration,
  },
})
export const authz = (
  expiration: { seconds: bigint; nanos: number } | undefined,
  limit: bigint[],
  allowList: string[] = [],
): ChainMessage => ({
  kind: 'authz-grant',
  typeUrl: '/cosmos.authz.v1beta1.MsgGrant',
  granter: ME,
  grantee: BOB,
  grant: {
    authorization: {
      kind: 'send',
      typeUrl: '/cosmos.bank.v1beta1.SendAuthorization',
      spendLimit: limit.map((amount) => ({ denom: 'uscrt', amount })),
      allowList: allowList.map(parseAddress),
    },
    expiration,
  },
})
export const ibc = (receiver: string, memo: JsonValue = ''): ChainMessage => ({
  kind: 'ibc-transfer',
  typeUrl: '/ibc.applications.transfer.v1.MsgTransfer',
  sourcePort: 'transfer',
  sourceChannel: 'channel-1',
  token: { denom: 'uscrt', amount: 1n },
  sender: ME,
  receiver,
  timeoutHeight: undefined,
  timeoutTimestamp: 0n,
  memo: typeof memo === 'string' ? memo : JSON.stringify(memo),
})
export const instantiate = (admin: string): ChainMessage => ({
  kind: 'instantiate',
  typeUrl: '/secret.compute.v1beta1.MsgInstantiateContract',
  sender: ME,
  codeId: 1n,
  label: 'l',
  wire: new Uint8Array(),
  funds: [],
  admin: parseAddress(admin),
  callbackCodeHash: '',
  callbackSig: new Uint8Array(),
})
export const ENDS = { seconds: BigInt(NOW / 1000), nanos: 0 }
export const rest = (address: string): string => address.slice(0, -1)

/** Another address that begins in the same letters. */
export function alike(address: Address): string {
  const bytes = addressBytes(address)
  return addressFromBytes(bytes.map((byte, at) => (at < 8 ? byte : byte ^ 0xff)))
}
