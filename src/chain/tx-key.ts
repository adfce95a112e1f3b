import { base64 } from '@scure/base'
import * as v from 'valibot'
import { CryptoError, checkIoPublicKey } from '../crypto/index'
import { readAnswer } from './answer'
import { ChainError, transportError } from './chain-error'
import { type Client, outcome } from './client'
import { askWitnesses, countSites } from './witnesses'

export interface ServedKey {
  readonly endpoint: string
  readonly key: Uint8Array
}

/** What the nodes say the network's transaction key is. Only `agreed`, or a key already known, may be encrypted to. */
export type TxKeyAnswer =
  | {
      readonly kind: 'agreed'
      readonly key: Uint8Array
      readonly endpoints: readonly string[]
      /** How many independent sites said so; one only where no second one is set. */
      readonly sites: number
    }
  /** Nodes of several sites are set but only one site answered. */
  | { readonly kind: 'unconfirmed'; readonly key: Uint8Array; readonly endpoint: string }
  | { readonly kind: 'disagreed'; readonly keys: readonly ServedKey[] }
  /** A node served something that is no key, or one under which anybody could read. */
  | { readonly kind: 'unusable'; readonly endpoint: string; readonly reason: string }

type Reply = ServedKey | { readonly endpoint: string; readonly reason: string } | ChainError

const PATH = '/registration/v1beta1/tx-key'
const WITNESSES = 3
const schema = v.object({ key: v.string() })

/**
 * Asks up to three nodes at once for the network's transaction key, of different sites where there are, and more while
 * only one site has answered. Throws ChainError when none did. Protocol 1.6.
 */
export async function getTxKey(client: Client, signal?: AbortSignal): Promise<TxKeyAnswer> {
  const replies = await askWitnesses(client.endpoints, {
    atOnce: WITNESSES,
    ask: (endpoint) => askForKey(client, endpoint, signal),
    isAnswer: (reply) => !(reply instanceof ChainError),
  })
  const keys: ServedKey[] = []
  let failure: ChainError | undefined
  for (const reply of replies) {
    if (reply instanceof ChainError) failure = reply
    else if ('reason' in reply) return { kind: 'unusable', ...reply }
    else keys.push(reply)
  }
  const [first, ...others] = keys
  if (first === undefined) throw failure ?? transportError('chain/offline')
  if (others.some(({ key }) => base64.encode(key) !== base64.encode(first.key)))
    return { kind: 'disagreed', keys }
  const endpoints = keys.map(({ endpoint }) => endpoint)
  const sites = countSites(endpoints)
  if (sites === 1 && countSites(client.endpoints) > 1) return { kind: 'unconfirmed', ...first }
  return { kind: 'agreed', key: first.key, endpoints, sites }
}

async function askForKey(client: Client, endpoint: string, signal?: AbortSignal): Promise<Reply> {
  const request = { path: PATH, maxBytes: 10_000, signal }
  const reply = await outcome(
    client.requestFrom(endpoint, request).then((answer) => readAnswer(schema, answer).key),
  )
  return reply instanceof ChainError ? reply : checkKey(endpoint, reply)
}

function checkKey(endpoint: string, written: string): Reply {
  try {
    return { endpoint, key: checkIoPublicKey(base64.decode(written)) }
  } catch (error) {
    const reason =
      error instanceof CryptoError ? error.message : 'The transaction key that the node served is not base64.'
    return { endpoint, reason }
  }
}
