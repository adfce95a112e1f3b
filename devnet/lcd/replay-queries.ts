import { hex } from '@scure/base'
import { readModule } from '../modules/compute/codes'
import { reportOnCode } from '../vm/code-report'
import { GRPC, GrpcError, invalidArgument, notFound } from './grpc-error'
import { type LcdHandler, type LcdRequest, pathPart, readBytes } from './lcd-request'

// What nodes without SGX ask of those that have it, to follow the chain (Protocol 4.6). This node records nothing for them.

/** So many blocks at once, beyond the first. */
const MAX_RANGE = 1_000

export const ecallRecord: LcdHandler = (_, request) => {
  heightPart(request)
  throw notFound('no ecall record found for the given height')
}

export const ecallRecords: LcdHandler = (_, { query }) => {
  const start = readInteger(query.get('start_height') ?? '0', 'start_height')
  const end = readInteger(query.get('end_height') ?? '0', 'end_height')
  if (start <= 0) throw invalidArgument('start_height must be positive')
  if (end < start) throw invalidArgument('end_height must be >= start_height')
  if (end - start > MAX_RANGE) throw invalidArgument(`range too large, max ${MAX_RANGE} blocks per request`)
  return { records: [] }
}

export const encryptedSeed: LcdHandler = (_, request) => {
  readInteger(request.query.get('height') ?? '0', 'height')
  hexPart(request, 'cert_hash')
  throw notFound('no encrypted seed found for the given certificate hash')
}

export const blockTraces: LcdHandler = (_, request) => {
  heightPart(request)
  return { traces: [] }
}

export const machineIdProof: LcdHandler = (_, request) => {
  heightPart(request)
  hexPart(request, 'machine_id')
  throw notFound('no machine ID proof found for the given height and machine ID')
}

/** What stored code needs of a node; `code_hash` is its 32 bytes, base64. */
export const codeReport: LcdHandler = (_, { query, store }) => {
  const codeHash = readBytes(query.get('code_hash') ?? '', 'code_hash')
  if (codeHash.length === 0) throw invalidArgument('code_hash is required')
  const { hasIbcEntryPoints, requiredFeatures } = reportOnCode(readModule(store, hex.encode(codeHash)))
  return { has_ibc_entry_points: hasIbcEntryPoints, required_features: requiredFeatures.join(',') }
}

export const blockCreateResults: LcdHandler = (_, request) => {
  heightPart(request)
  return { results: [] }
}

/** The seed that a joining node was given; none has joined this network. */
export const registeredSeed: LcdHandler = (_, request) => {
  readBytes(pathPart(request, 'publicKey'), 'type mismatch, parameter: pub_key, error')
  throw new GrpcError(GRPC.unknown, 'Node has not been authenticated yet: unknown address')
}

function heightPart(request: LcdRequest): number {
  const height = readInteger(pathPart(request, 'height'), 'height')
  if (height <= 0) throw invalidArgument('height must be positive')
  return height
}

function hexPart(request: LcdRequest, name: string): void {
  if (!/^([0-9a-fA-F]{2})+$/.test(pathPart(request, name))) {
    throw invalidArgument(`invalid ${name}: must be hex encoded`)
  }
}

/** A whole number that may be negative. */
function readInteger(text: string, name: string): number {
  if (!/^[+-]?\d{1,15}$/.test(text)) {
    throw invalidArgument(
      `type mismatch, parameter: ${name}, error: strconv.ParseInt: parsing "${text}": invalid syntax`,
    )
  }
  return Number(text)
}
