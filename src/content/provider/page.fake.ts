import type { Sotto } from '../../../types/index.d.ts'
import {
  EVENT_CHANNEL,
  type PageErrorCode,
  type PageMethod,
  type PageOutcome,
  REPLY_CHANNEL,
  REQUEST_CHANNEL,
} from '../../messages/page'
import { type PageCall, parsePageCall } from '../../messages/page-schema'
import type { KeplrSurface } from './keplr-surface'
import { startProvider } from './provider'

export const ORIGIN = 'https://app.example'
export const ADDRESS = 'secret1gkle2qetd47g4qlruxu8kx4m97875t66qsgr0p'
// Kept, because a test replaces what the page can replace.
const clone = structuredClone
const PlainEvent = Event
const { assign } = Object
const soon = queueMicrotask
const { parse } = JSON

/** A window that clones what is posted to it, like a real one, with a wallet behind it that answers every call. */
export class FakePage extends EventTarget {
  readonly location = { origin: ORIGIN }
  readonly crypto = { randomUUID: () => `request-${this.calls.length + this.refused.length}` }
  /** What the page asked for, as the background reads it. */
  readonly calls: PageCall[] = []
  readonly refused: string[] = []
  answer: (call: PageCall) => PageOutcome | undefined = (call) => result(ANSWERS[call.method])

  /** The wallet does not live in the page's world: a test that changes that world puts it right in here. */
  outside: (run: () => void) => void = (run) => run()

  postMessage(data: unknown, origin: string): void {
    if (origin === ORIGIN) this.outside(() => this.#deliver(clone(data)))
  }

  /** What is no request to the relay is heard by the page itself, as every message is. */
  #deliver(data: unknown): void {
    if (Reflect.get(Object(data), 'channel') === REQUEST_CHANNEL) this.#handle(data)
    else soon(() => this.arrive(data))
  }

  #handle(data: unknown): void {
    const { id, method, params } = data as Record<string, string>
    const parsed = parsePageCall({ kind: 'page-request', id, method, params })
    if (parsed.kind === 'invalid') {
      this.refused.push(parsed.field)
      this.reply(id, failure('bad-request', 'This request cannot be read.'))
      return
    }
    this.calls.push(parsed.call)
    const outcome = this.answer(parsed.call)
    if (outcome !== undefined) this.reply(id, outcome)
  }

  reply(id: string | undefined, outcome: PageOutcome): void {
    soon(() => this.arrive({ channel: REPLY_CHANNEL, id, outcome: clone(outcome) }))
  }

  /** A message from anywhere: `from` stands for the window and the origin it came from. */
  arrive(data: unknown, from: { source?: unknown; origin?: string } = {}): void {
    this.dispatchEvent(assign(new PlainEvent('message'), { data, source: this, origin: ORIGIN, ...from }))
  }

  changeAccount(): void {
    this.arrive({ channel: EVENT_CHANNEL, name: 'account-change' })
  }
}

/** A page on which the provider has started; `prepare` is what was there before it. */
export function openPage(prepare?: (page: FakePage) => void) {
  const page = new FakePage()
  prepare?.(page)
  startProvider(page as unknown as Window)
  const globals = page as unknown as { readonly sotto: Sotto; readonly keplr: KeplrSurface }
  return { page, sotto: globals.sotto, keplr: globals.keplr }
}

export function result(value: Extract<PageOutcome, { kind: 'result' }>['value']): PageOutcome {
  return { kind: 'result', value }
}

export function failure(code: PageErrorCode, message: string): PageOutcome {
  return { kind: 'error', error: { code, message } }
}

export function unknownChain(chainId: string): PageOutcome {
  return { kind: 'error', error: { code: 'unknown-chain', message: 'Our own sentence.', chainId } }
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

export const PUBLIC_KEY = new Uint8Array(33).fill(2)
export const SIGNATURE = new Uint8Array(64).fill(7)
export const AMINO_DOC = {
  chain_id: 'secret-4',
  account_number: '7',
  sequence: '0',
  fee: { amount: [{ denom: 'uscrt', amount: '1' }], gas: '1' },
  msgs: [],
  memo: '',
}

const signature = { publicKey: base64(PUBLIC_KEY), signature: base64(SIGNATURE) }
const ANSWERS: Record<PageMethod, Extract<PageOutcome, { kind: 'result' }>['value']> = {
  connect: null,
  disconnect: null,
  getAccount: {
    name: 'Main',
    algorithm: 'secp256k1',
    publicKey: base64(PUBLIC_KEY),
    address: ADDRESS,
    addressBytes: base64(new Uint8Array(20).fill(3)),
  },
  signAmino: { signed: AMINO_DOC, ...signature },
  signDirect: { bodyBytes: base64(Uint8Array.of(1)), authInfoBytes: base64(Uint8Array.of(2)), ...signature },
  signDirectAux: { bodyBytes: base64(Uint8Array.of(1)), ...signature },
  getTxPublicKey: base64(new Uint8Array(32).fill(4)),
  getTxKey: base64(new Uint8Array(32).fill(5)),
  sealMessage: base64(new Uint8Array(96).fill(6)),
  openCiphertext: base64(Uint8Array.of(8, 9)),
  addToken: null,
  getViewingKey: 'api_key_1',
  suggestChain: null,
  renameAccount: 'Savings',
  isConnected: true,
  getNetworks: [
    {
      chainId: 'secret-4',
      name: 'Secret Network',
      bech32Prefix: 'secret',
      coinType: 529,
      denom: 'uscrt',
      decimals: 6,
      symbol: 'SCRT',
      gasPrices: { low: '0.05', average: '0.1', high: '0.25' },
      testnet: false,
    },
  ],
  sendTx: base64(new Uint8Array(32).fill(0xab)),
  waitForTx: { code: 0, log: '' },
  verifyText: true,
  getStanding: 'ask',
}

/** Reads a call's parameters where a test knows what they are. */
export function paramsOf(call: PageCall | undefined): Record<string, unknown> {
  return parse(JSON.stringify(call?.params ?? {}))
}
