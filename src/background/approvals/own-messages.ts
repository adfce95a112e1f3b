/** Which of the account's own transactions a nonce belongs to. */
import { base64, hex } from '@scure/base'
import { SottoError } from '../../domain/index'
import type { ActivityEntry, OwnTransaction } from '../../messages/popup'
import type { Activity } from '../activity/activity'

export interface FoundMessage {
  readonly entryId: string
  readonly index: number
  readonly transaction: OwnTransaction
}

export interface MessagesParts {
  readonly activity: Pick<Activity, 'page' | 'entry' | 'messageTxKey'>
}

/** Older transactions are not searched: each is a record of its own to open, and the person waits. */
const MOST_SEARCHED = 100

/** The messages with these nonces among the newest transactions, by nonce in hex. Only those whose key the account has. */
export async function findMessages(
  { activity }: MessagesParts,
  asked: readonly { readonly chainId: string; readonly nonce: Uint8Array }[],
): Promise<ReadonlyMap<string, FoundMessage>> {
  const wanted = new Set(asked.map(({ nonce }) => hex.encode(nonce)))
  const chainIds = new Set(asked.map(({ chainId }) => chainId))
  const found = new Map<string, FoundMessage>()
  for (const { id, chainId } of await newest(activity, wanted.size)) {
    if (found.size === wanted.size) break
    const entry = chainIds.has(chainId) ? await activity.entry(id) : undefined
    if (entry === undefined) continue
    for (const { index, nonce } of noncesOf(entry)) {
      if (wanted.has(nonce) && (await hasKey(activity, id, index))) found.set(nonce, foundIn(entry, index))
    }
  }
  return found
}

async function newest(
  activity: MessagesParts['activity'],
  wanted: number,
): Promise<readonly { readonly id: string; readonly chainId: string }[]> {
  if (wanted === 0) return []
  const first = await activity.page()
  const last = first.items.at(-1)
  if (!first.more || last === undefined) return first.items
  return [...first.items, ...(await activity.page(last.id)).items].slice(0, MOST_SEARCHED)
}

function noncesOf({
  messages,
}: ActivityEntry): readonly { readonly index: number; readonly nonce: string }[] {
  return messages.flatMap(({ wire }, index) =>
    wire === undefined ? [] : [{ index, nonce: hex.encode(base64.decode(wire).subarray(0, 32)) }],
  )
}

/** False for a message that was encrypted with a key of the site's own. */
async function hasKey(activity: MessagesParts['activity'], id: string, index: number): Promise<boolean> {
  try {
    const key = await activity.messageTxKey(id, index)
    key.fill(0)
    return true
  } catch (error) {
    if (error instanceof SottoError && error.code === 'activity/no-key') return false
    throw error
  }
}

function foundIn({ id, title, sentence, createdAt, messages }: ActivityEntry, index: number): FoundMessage {
  const message = messages[index]
  return {
    entryId: id,
    index,
    transaction: {
      title: message?.title ?? title,
      sentence: message?.sentence ?? sentence,
      createdAt,
      ...(message?.contract === undefined ? {} : { contract: message.contract }),
    },
  }
}
