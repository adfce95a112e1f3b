import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import type { BlockInfo } from '../../node/context'
import { formatHeight, type Height, heightOn, isAtLeast, isNoHeight } from './height'

/** What travels between two chains. */
export interface Packet {
  readonly sequence: bigint
  readonly sourcePort: string
  readonly sourceChannel: string
  readonly destinationPort: string
  readonly destinationChannel: string
  /** JSON text of a TransferData. */
  readonly data: string
  readonly timeoutHeight: Height
  /** Nanoseconds since 1970; 0 for never. */
  readonly timeoutTimestamp: bigint
}

/** A packet that was sent from here and is not settled. */
export interface PendingPacket extends Packet {
  /** The height of the block that sent it. */
  readonly sentAt: number
}

/** A transfer as both chains read it (ICS-20, version 1). */
export interface TransferData {
  readonly amount: string
  /** The denom with its whole path, as the sending chain sees it. */
  readonly denom: string
  readonly memo: string
  readonly receiver: string
  readonly sender: string
}

const NANOSECONDS = 1_000_000n
const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** Transfer data as the chain writes it: members sorted, an empty memo left out. */
export function encodeTransferData({ amount, denom, memo, receiver, sender }: TransferData): string {
  const members = { amount, denom, ...(memo !== '' && { memo }), receiver, sender }
  return JSON.stringify(members).replace(/[<>&\u2028\u2029]/g, (found) => ESCAPES[found] ?? found)
}

/** Mirrors encodeTransferData: only for data that this chain wrote. */
export function decodeTransferData({ data }: Packet): TransferData {
  return { memo: '', ...JSON.parse(data) }
}

/** What the chain keeps of a packet until it is settled: SHA-256 over its timeouts and the hash of its data. */
export function commitPacket({ timeoutTimestamp, timeoutHeight, data }: Packet): Uint8Array {
  const numbers = [timeoutTimestamp, timeoutHeight.revisionNumber, timeoutHeight.revisionHeight]
  return sha256(concatBytes(...numbers.map(bigEndian), sha256(new TextEncoder().encode(data))))
}

/** Why a packet can no longer arrive on a chain, in the chain's words; undefined while it can. */
export function whyElapsed(packet: Packet, chainId: string, block: BlockInfo): string | undefined {
  const { timeoutHeight, timeoutTimestamp } = packet
  const height = heightOn(chainId, block)
  if (!isNoHeight(timeoutHeight) && isAtLeast(height, timeoutHeight)) {
    return `current height: ${formatHeight(height)}, timeout height ${formatHeight(timeoutHeight)}`
  }
  const now = BigInt(Math.floor(block.timeMs)) * NANOSECONDS
  if (timeoutTimestamp !== 0n && now >= timeoutTimestamp) {
    return `current timestamp: ${now}, timeout timestamp ${timeoutTimestamp}`
  }
  return undefined
}

function bigEndian(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, value)
  return bytes
}
