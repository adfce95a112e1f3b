import type { JsonObject, JsonValue } from '../../src/domain/index'
import { toBase64 } from '../codec/base64'
import { type Decimal, formatDecimal } from '../math/decimal'
import { allCodes, readModule, requireCode, type StoredCode } from '../modules/compute/codes'
import { historyOf } from '../modules/compute/contract-history'
import { authorizedAdmin, authorizedMigration } from '../modules/compute/governed-changes'
import { computeParams as readParams } from '../modules/compute/params'
import {
  type ContractRecord,
  contractsOfCode,
  findByLabel,
  requireContract,
} from '../modules/compute/registry'
import { rotations } from '../modules/registration/registration'
import { notFound } from './grpc-error'
import { addressPart, type LcdHandler, type LcdRequest, numberPart, pathPart, readBytes } from './lcd-request'

export const queryContract: LcdHandler = (chain, request) => {
  const address = addressPart(request)
  const wire = readBytes(request.query.get('query') ?? '', 'query')
  const context = chain.queryContext(request.store, request.block)
  return { data: toBase64(chain.compute.query(context, address, wire)) }
}

export const codeHashByAddress: LcdHandler = (_, request) => ({
  code_hash: requireContract(request.store, addressPart(request)).code.codeHash,
})

export const codeHashById: LcdHandler = (_, request) => ({
  code_hash: requireCode(request.store, numberPart(request, 'codeId')).codeHash,
})

export const contractInfo: LcdHandler = (_, request) => renderContract(recordOf(request))

export const contractsByCode: LcdHandler = (_, request) => ({
  contract_infos: contractsOfCode(request.store, numberPart(request, 'codeId')).map(renderContract),
})

export const code: LcdHandler = (_, request) => {
  const found = requireCode(request.store, numberPart(request, 'codeId'))
  return { code_info: renderCode(found), wasm: toBase64(readModule(request.store, found.codeHash)) }
}

export const codes: LcdHandler = (_, request) => ({ code_infos: allCodes(request.store).map(renderCode) })

export const labelByAddress: LcdHandler = (_, request) => ({ label: recordOf(request).label })

export const addressByLabel: LcdHandler = (_, request) => {
  const label = pathPart(request, 'label')
  const address = findByLabel(request.store, label)
  if (address === undefined) throw notFound(`${label}: unknown address`)
  return { contract_address: address }
}

export const contractHistory: LcdHandler = (_, request) => ({
  entries: historyOf(request.store, recordOf(request).address).map(
    ({ operation, codeId, height, txIndex, message }) => ({
      operation: `CONTRACT_CODE_HISTORY_OPERATION_TYPE_${operation}`,
      code_id: String(codeId),
      updated: { block_height: String(height), tx_index: String(txIndex) },
      msg: message,
    }),
  ),
})

export const computeParams: LcdHandler = (_, request) => {
  const { maxContractSize, compileCost } = readParams(request.store)
  return {
    params: {
      max_contract_size: String(maxContractSize),
      compile_cost: formatDecimal(compileCost as Decimal),
    },
  }
}

/** The keys of an epoch, the first of which is 0; none that is still to come. */
export const networkKeys: LcdHandler = (chain, request) => {
  const epoch = numberPart(request, 'epoch')
  if (epoch > rotations(request.store)) throw notFound('network pubkey not found')
  const { io, node } = chain.enclave.keysAt(epoch)
  return { node_pubkey: toBase64(node.publicKey), io_pubkey: toBase64(io.publicKey) }
}

export const pendingMigration: LcdHandler = (_, request) => {
  const codeId = authorizedMigration(request.store, recordOf(request).address)
  if (codeId === undefined) throw notFound('not found')
  return { new_code_id: String(codeId) }
}

export const pendingAdmin: LcdHandler = (_, request) => {
  const admin = authorizedAdmin(request.store, recordOf(request).address)
  if (admin === undefined) throw notFound('not found')
  return { new_admin: admin }
}

function recordOf(request: LcdRequest): ContractRecord {
  return requireContract(request.store, addressPart(request)).record
}

function renderContract(record: ContractRecord): JsonObject {
  return {
    contract_address: record.address,
    contract_info: {
      code_id: String(record.codeId),
      creator: record.creator,
      label: record.label,
      created: createdOf(record),
      ibc_port_id: '',
      admin: record.admin,
      admin_proof: null,
      require_governance: record.requireGovernance,
    },
  }
}

function createdOf({ createdHeight, createdTxIndex }: ContractRecord): JsonValue {
  return { block_height: String(createdHeight), tx_index: String(createdTxIndex) }
}

function renderCode({ codeId, creator, codeHash, source, builder }: StoredCode): JsonObject {
  return { code_id: String(codeId), creator, code_hash: codeHash, source, builder }
}
