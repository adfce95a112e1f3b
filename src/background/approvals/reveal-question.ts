/** The question whether a site may read messages that it did not encrypt itself, with what it would read. */
import { base64, hex, utf8 } from '@scure/base'
import { deriveTxKey, sha256, type TxSeed } from '../../crypto/index'
import { openCiphertextOffThread } from '../../crypto/tx-cipher'
import type { PageOutcome } from '../../messages/page'
import type { OwnTransaction, RevealItem } from '../../messages/popup'
import type { Wallet } from '../accounts/wallet'
import { pageError, pageResult } from '../page-errors'
import type { PageNetworks } from '../page-ports'
import { readableText } from '../review/open-input'
import { safeLines } from '../review/safe-text'
import type { Question, Waiting } from './approval-schema'
import { callOf } from './call-of'
import { type FoundMessage, findMessages, type MessagesParts } from './own-messages'
import { digestOf, type Shown } from './shown'

export interface RevealQuestions {
  show(question: Question): Promise<Shown>
  /** What each call of the question gets, and of what kind it is. Says the same as what is shown. */
  reveal(question: Question): Promise<readonly Revealed[]>
  /** Drops what was decrypted for questions that are not among these. */
  keep(ids: readonly string[]): void
}

export interface Revealed {
  readonly item: RevealItem
  readonly outcome: PageOutcome
}

interface RevealParts extends MessagesParts {
  readonly vault: Pick<Wallet, 'txSeed' | 'keplrTxSeed'>
  readonly networks: Pick<PageNetworks, 'txKey' | 'knownTxKeys'>
}

interface Asked {
  readonly chainId: string
  readonly nonce: Uint8Array
  /** Absent when the key of the message is asked for. */
  readonly ciphertext?: Uint8Array
}

/** What is shown of one text, in UTF-16 units. */
const TEXT_LIMIT = 20_000

export function createRevealQuestions(parts: RevealParts): RevealQuestions {
  const { vault, networks, activity } = parts
  /** By question and call: what is being looked at is not decrypted at every push of the view. */
  const known = new Map<string, Map<string, Revealed>>()

  async function keyOf({ chainId, nonce }: Asked, found: FoundMessage | undefined): Promise<PageOutcome> {
    if (found !== undefined) return takeKey(await activity.messageTxKey(found.entryId, found.index))
    const [newest] = await networks.knownTxKeys(chainId)
    const state =
      newest === undefined ? await networks.txKey(chainId) : { kind: 'ready' as const, key: newest }
    if (state.kind === 'blocked') return pageError('blocked')
    const key = deriveTxKey(await vault.txSeed(chainId), state.key, nonce)
    const bytes = key.bytes()
    key.wipe()
    return takeKey(bytes)
  }

  async function open({ chainId, nonce }: Asked, ciphertext: Uint8Array): Promise<Uint8Array | undefined> {
    const ioPublicKeys = await networks.knownTxKeys(chainId)
    const own = await vault.txSeed(chainId)
    const seeds: TxSeed[] = [own, own.forQuery(nonce), await vault.keplrTxSeed(chainId)]
    for (const seed of seeds) {
      for (const ioPublicKey of ioPublicKeys) {
        const key = deriveTxKey(seed, ioPublicKey, nonce)
        const bytes = key.bytes()
        const opened = await openCiphertextOffThread(bytes, ciphertext)
        key.wipe()
        bytes.fill(0)
        if (opened !== undefined) return opened
      }
    }
    return undefined
  }

  async function read(asked: Asked, found: FoundMessage | undefined): Promise<Revealed> {
    const about = { nonce: hex.encode(asked.nonce), ...transactionOf(found) }
    if (asked.ciphertext === undefined) {
      return { item: { kind: 'key', ...about }, outcome: await keyOf(asked, found) }
    }
    const opened = await open(asked, asked.ciphertext)
    if (opened === undefined) return { item: { kind: 'text', ...about }, outcome: pageError('not-yours') }
    const outcome = pageResult(base64.encode(opened))
    return { item: { kind: 'text', ...about, content: contentOf(opened) }, outcome }
  }

  async function reveal({ id, waiting }: Question): Promise<readonly Revealed[]> {
    const before = known.get(id) ?? new Map<string, Revealed>()
    known.set(id, before)
    const fresh = waiting.filter(({ method, params }) => !before.has(`${method} ${params}`))
    const asked = fresh.flatMap((call) => askedBy(call) ?? [])
    const found = await findMessages(parts, asked)
    for (const [index, call] of fresh.entries()) {
      const one = asked[index]
      if (one === undefined) throw new TypeError('A question to reveal holds calls that ask for it.')
      before.set(`${call.method} ${call.params}`, await read(one, found.get(hex.encode(one.nonce))))
    }
    return waiting.flatMap(({ method, params }) => before.get(`${method} ${params}`) ?? [])
  }

  return {
    reveal,
    async show(question) {
      const revealed = await reveal(question)
      const items = [...new Map(revealed.map(({ item }) => [JSON.stringify(item), item])).values()]
      const outcomes = revealed.map(({ outcome }) => hex.encode(sha256(utf8.decode(JSON.stringify(outcome)))))
      return { body: { kind: 'reveal', items }, digest: digestOf(['reveal', outcomes]) }
    },
    keep(ids) {
      for (const id of [...known.keys()]) if (!ids.includes(id)) known.delete(id)
    },
  }
}

function askedBy(waiting: Waiting): Asked | undefined {
  const call = callOf(waiting)
  if (call?.method !== 'getTxKey' && call?.method !== 'openCiphertext') return undefined
  const { chainId, nonce } = call.params
  return {
    chainId,
    nonce: base64.decode(nonce),
    ...(call.method === 'openCiphertext' ? { ciphertext: base64.decode(call.params.ciphertext) } : {}),
  }
}

function takeKey(bytes: Uint8Array): PageOutcome {
  const outcome = pageResult(base64.encode(bytes))
  bytes.fill(0)
  return outcome
}

/** Contracts answer in base64 of their JSON: what a person can read is what is in it. */
function contentOf(bytes: Uint8Array): { readonly text: string; readonly printable: boolean } {
  const text = readableText(bytes)
  if (text === undefined)
    return { text: safeLines(hex.encode(bytes.subarray(0, TEXT_LIMIT / 2))), printable: false }
  return { text: safeLines(innerText(text) ?? text, TEXT_LIMIT), printable: true }
}

function innerText(text: string): string | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined
  const inner = readableText(base64.decode(text))
  return inner?.startsWith('{') || inner?.startsWith('[') || inner?.startsWith('"') ? inner : undefined
}

function transactionOf(found: FoundMessage | undefined): { readonly transaction?: OwnTransaction } {
  return found === undefined ? {} : { transaction: found.transaction }
}
