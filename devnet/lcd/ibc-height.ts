import type { JsonObject } from '../../src/domain/index'
import { type Height, heightOn } from '../modules/ibc/height'
import type { LcdRequest } from './lcd-request'

export function heightToJson({ revisionNumber, revisionHeight }: Height): JsonObject {
  return { revision_number: String(revisionNumber), revision_height: String(revisionHeight) }
}

/** What follows every answer that could be proven: no proof, since none is given over REST, and the height it is of. */
export function proven({ block }: LcdRequest): { proof: null; proof_height: JsonObject } {
  return { proof: null, proof_height: heightToJson(heightOn(block.chainId, block)) }
}
