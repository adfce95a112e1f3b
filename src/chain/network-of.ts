import * as v from 'valibot'
import { CHAIN_ID } from '../domain/index'
import { readAnswer } from './answer'
import type { Answer } from './attempt'

const schema = v.object({
  default_node_info: v.object({
    network: v.pipe(v.string(), v.regex(CHAIN_ID)),
    moniker: v.optional(v.string(), ''),
  }),
  application_version: v.optional(v.object({ version: v.optional(v.string(), '') }), {}),
})

/** Who a node says it is. */
export interface NodeInfo {
  readonly network: string
  readonly moniker: string
  readonly version: string
}

export const NODE_INFO_PATH = '/cosmos/base/tendermint/v1beta1/node_info'

/** Reads a node's description of itself. Throws `chain/bad-answer`. Protocol 4.1. */
export function readNodeInfo(answer: Answer): NodeInfo {
  const { default_node_info: info, application_version: application } = readAnswer(schema, answer)
  return { network: info.network, moniker: info.moniker, version: application.version ?? '' }
}
