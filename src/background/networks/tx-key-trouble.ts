/** What can be wrong with the nodes' answer about a network's key. */
import { base64 } from '@scure/base'
import type { TxKeyAnswer } from '../../chain/index'
import type { StoredTxKeys } from './tx-key-schema'

/** What is wrong with an answer about the network's key, before it becomes an event. */
export type TxKeyTrouble =
  | {
      readonly kind: 'tx-key-changed'
      readonly known: string
      readonly offered: string
      readonly confirmed: boolean
      readonly retired: boolean
      /** Who served it. */
      readonly endpoints: readonly string[]
      /** True when it may be the network's own rotation: independent nodes say so, one of which vouched for the key before. */
      readonly adoptable: boolean
    }
  | {
      readonly kind: 'tx-key-disagreement'
      readonly answers: readonly { readonly endpoint: string; readonly key: string }[]
    }
  | { readonly kind: 'tx-key-invalid'; readonly endpoint: string; readonly reason: string }

const INDEPENDENT_SITES = 2

/** Judges an answer against what is known; undefined means that there is nothing wrong with it. */
export function troubleWith(answer: TxKeyAnswer, stored: StoredTxKeys): TxKeyTrouble | undefined {
  switch (answer.kind) {
    case 'agreed':
    case 'unconfirmed':
      return changeIn(answer, stored)
    case 'disagreed': {
      const answers = answer.keys.map(({ endpoint, key }) => ({ endpoint, key: base64.encode(key) }))
      return { kind: 'tx-key-disagreement', answers }
    }
    case 'unusable':
      return { kind: 'tx-key-invalid', endpoint: answer.endpoint, reason: answer.reason }
    default:
      return answer satisfies never
  }
}

function changeIn(
  answer: Extract<TxKeyAnswer, { kind: 'agreed' | 'unconfirmed' }>,
  { keys, confirmed }: StoredTxKeys,
): TxKeyTrouble | undefined {
  const known = keys.at(-1)?.key
  const offered = base64.encode(answer.key)
  if (known === undefined || known === offered) return undefined
  const retired = keys.some(({ key }) => key === offered)
  const endpoints = answer.kind === 'agreed' ? answer.endpoints : [answer.endpoint]
  const independent = answer.kind === 'agreed' && answer.sites >= INDEPENDENT_SITES
  const vouched = endpoints.some((endpoint) => confirmed.endpoints.includes(endpoint))
  return {
    kind: 'tx-key-changed',
    known,
    offered,
    confirmed: answer.kind === 'agreed',
    retired,
    endpoints,
    adoptable: independent && vouched && !retired,
  }
}
