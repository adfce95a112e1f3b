/** What became of everything that was signed. */
import { base64 } from '@scure/base'
import {
  ChainError,
  type Client,
  findTxBySignature,
  getLatestBlock,
  getTx,
  type TxResult,
} from '../../chain/index'
import { deriveTxKey, type RandomBytes } from '../../crypto/index'
import { SottoError } from '../../domain/index'
import type { ActivityEntry } from '../../messages/popup'
import type { Wallet } from '../accounts/wallet'
import type { Alarms } from '../platform'
import type { Sealer, Store } from '../storage/stored'
import { type ActivityPage, createActivityLog, summaryOf } from './activity-log'
import type { StoredEntry } from './activity-schema'
import { isSameTx, withoutTx, withTx } from './found-tx'
import { newEntry, type SignedTx } from './new-entry'

/** Wakes the worker while something is pending. */
export const ACTIVITY_ALARM = 'activity'

export interface Activity {
  /** Notes a transaction that was just signed. Doing it twice for one approval notes it once. */
  record(signed: SignedTx): Promise<void>
  /** Forgets a signature that its page never got. */
  discard(id: string): Promise<void>
  page(after?: string): Promise<ActivityPage>
  entry(id: string): Promise<ActivityEntry | undefined>
  /** The tx key (32 bytes) of one message, which opens it and its outputs and nothing else. Throws `activity/no-key`. */
  messageTxKey(entryId: string, index: number): Promise<Uint8Array>
  /** The network keys, base64, that the messages of a transaction which may still be sent are sealed to, by its signature. */
  sealedTo(signature: string): Promise<readonly string[]>
  /** Goes on looking for what is pending: on waking up, after unlocking, at the alarm. */
  resume(): Promise<void>
}

export interface ActivityParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly random: RandomBytes
  readonly clock: () => number
  readonly after: (milliseconds: number, callback: () => void) => () => void
  readonly alarms: Alarms
  readonly vault: Pick<Wallet, 'status' | 'account' | 'txSeed' | 'keplrTxSeed'>
  readonly client: (chainId: string) => Promise<Client>
  readonly changed: () => void
  /** A transaction was found on the chain: balances have changed. */
  readonly settled: () => void
}

const LONGEST_PAUSE_MS = 6000
const ALARM_MS = 30_000
/** Sites send at once; a transaction that is not on the chain by then most likely never will be. */
const GIVE_UP_MS = 10 * 60_000

export function createActivity(parts: ActivityParts): Activity {
  const { clock, after, alarms, vault, changed } = parts
  const log = createActivityLog(parts)
  let looking: Promise<void> | undefined
  let stopTimer: (() => void) | undefined

  async function look(id: string): Promise<number> {
    const entry = await log.entry(id)
    if (entry === undefined) {
      // Noted as pending, then killed before it was written: nothing was ever given to the page.
      await log.remove(id)
      return LONGEST_PAUSE_MS
    }
    const client = await parts.client(entry.chainId)
    const tx = await findTx(client, entry)
    if (tx === 'no-answer') return LONGEST_PAUSE_MS
    if (tx !== undefined || (await isTooLate(client, entry))) {
      await log.settle(tx === undefined ? withoutTx(entry) : withTx(entry, tx))
      changed()
    }
    if (tx !== undefined) parts.settled()
    return Math.min(LONGEST_PAUSE_MS, client.chain.blockMs)
  }

  /** By the clock here and by the node's: one that is behind cannot know what came after its newest block. */
  async function isTooLate(client: Client, { createdAt }: StoredEntry): Promise<boolean> {
    if (Math.abs(clock() - createdAt) <= GIVE_UP_MS) return false
    const block = await answered(getLatestBlock(client))
    return block !== 'no-answer' && block.time > createdAt + GIVE_UP_MS
  }

  async function lookAtAll(): Promise<void> {
    stopTimer?.()
    stopTimer = undefined
    if ((await vault.status()) !== 'unlocked') return
    const pending = await log.pending()
    if (pending.length === 0) {
      await alarms.clear(ACTIVITY_ALARM)
      return
    }
    // Set before asking, because the worker may die while it waits for an answer.
    await alarms.set(ACTIVITY_ALARM, clock() + ALARM_MS)
    const pauses = await Promise.all(pending.map(look))
    stopTimer = after(Math.min(...pauses), () => void resume())
  }

  async function resume(): Promise<void> {
    looking ??= lookAtAll()
      .catch((error: unknown) => {
        // Locked in between, or storage that fails for now: the alarm and the next unlocking look again.
        if (!(error instanceof SottoError)) throw error
      })
      .finally(() => {
        looking = undefined
      })
    await looking
  }

  return {
    async record(signed) {
      await log.add(newEntry(signed))
      changed()
      // The page has yet to send it: there is nothing to find for a moment.
      await alarms.set(ACTIVITY_ALARM, clock() + ALARM_MS)
      stopTimer ??= after(1000, () => void resume())
    },

    async discard(id) {
      if ((await vault.status()) !== 'unlocked') return
      await log.remove(id)
    },

    page: async (from) => await log.page((await vault.account()).address, from),

    async entry(id) {
      const entry = await log.entry(id)
      return entry === undefined ? undefined : entryView(entry)
    },

    async messageTxKey(entryId, index) {
      const entry = await log.entry(entryId)
      const { wire, sealedWith } = entry?.messages[index] ?? {}
      const own = entry?.account === (await vault.account()).address
      if (entry === undefined || wire === undefined || sealedWith === undefined || !own) {
        throw new SottoError(
          'activity/no-key',
          'This message was not encrypted with the key of this account.',
        )
      }
      const { chainId } = entry
      const nonce = base64.decode(wire).subarray(0, 32)
      const seed = await (sealedWith.seed === 'keplr' ? vault.keplrTxSeed(chainId) : vault.txSeed(chainId))
      const sealing = sealedWith.seed === 'query' ? seed.forQuery(nonce) : seed
      const key = deriveTxKey(sealing, base64.decode(sealedWith.ioPublicKey), nonce)
      const bytes = key.bytes()
      key.wipe()
      return bytes
    },

    async sealedTo(signature) {
      const entries = await Promise.all((await log.pending()).map((id) => log.entry(id)))
      return entries
        .filter((entry) => entry?.signature === signature)
        .flatMap((entry) => entry?.messages ?? [])
        .flatMap(({ sealedWith }) => (sealedWith === undefined ? [] : [sealedWith.ioPublicKey]))
    },

    resume,
  }
}

/** Undefined while the chain does not have it; a transaction that is not the one that was signed is not believed. */
async function findTx(client: Client, entry: StoredEntry): Promise<TxResult | 'no-answer' | undefined> {
  const byHash =
    entry.expectedHash === undefined ? undefined : await answered(getTx(client, entry.expectedHash))
  if (byHash === 'no-answer') return byHash
  if (byHash !== undefined) return isSameTx(entry, byHash) ? byHash : undefined
  // The bytes of a DIRECT transaction are known to the last one, and so is its hash.
  if (entry.hash !== undefined) return undefined
  const bySignature = await answered(findTxBySignature(client, base64.decode(entry.signature)))
  // Not every node can search, and the one that was asked by hash did answer.
  if (bySignature === 'no-answer') return entry.expectedHash === undefined ? bySignature : undefined
  return bySignature !== undefined && isSameTx(entry, bySignature) ? bySignature : undefined
}

async function answered<T>(asked: Promise<T>): Promise<T | 'no-answer'> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ChainError) return 'no-answer'
    throw error
  }
}

function entryView(entry: StoredEntry): ActivityEntry {
  const { account, fee, memo, gasUsed, chainError, messages } = entry
  return {
    ...summaryOf(entry),
    account,
    ...(fee === undefined ? {} : { fee }),
    memo,
    ...(gasUsed === undefined ? {} : { gasUsed }),
    messages: messages.map(({ digest: _, sealedWith: __, ...message }) => message),
    ...(chainError === undefined ? {} : { chainError }),
  }
}
