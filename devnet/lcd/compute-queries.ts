import { base64 } from '@scure/base'
import type { JsonObject, JsonValue } from '../../src/domain/index'
import { DEV_ACCOUNTS } from '../accounts'
import { CODES, type StoredCode } from '../contracts/catalog'
import {
  type ContractRecord,
  contractsOfCode,
  findByLabel,
  requireCode,
  requireContract,
} from '../modules/compute/registry'
import { notFound } from './grpc-error'
import { addressPart, type LcdHandler, numberPart, pathPart, readBytes } from './lcd-request'

export const queryContract: LcdHandler = (chain, request) => {
  const address = addressPart(request)
  const wire = readBytes(request.query.get('query') ?? '', 'query')
  return {
    data: base64.encode(chain.compute.query(chain.queryContext(request.store, request.block), address, wire)),
  }
}

export const codeHashByAddress: LcdHandler = (_, request) => ({
  code_hash: requireContract(request.store, addressPart(request)).code.codeHash,
})

export const codeHashById: LcdHandler = (_, request) => ({
  code_hash: requireCode(numberPart(request, 'codeId')).codeHash,
})

export const contractInfo: LcdHandler = (_, request) =>
  renderContract(requireContract(request.store, addressPart(request)).record)

export const contractsByCode: LcdHandler = (_, request) => ({
  contract_infos: contractsOfCode(request.store, numberPart(request, 'codeId')).map(renderContract),
})

export const code: LcdHandler = (_, request) => {
  const found = requireCode(numberPart(request, 'codeId'))
  return { code_info: renderCode(found), wasm: base64.encode(found.wasm) }
}

export const codes: LcdHandler = () => ({ code_infos: CODES.map(renderCode) })

export const labelByAddress: LcdHandler = (_, request) => ({
  label: requireContract(request.store, addressPart(request)).record.label,
})

export const addressByLabel: LcdHandler = (_, request) => {
  const label = pathPart(request, 'label')
  const address = findByLabel(request.store, label)
  if (address === undefined) throw notFound(`${label}: unknown address`)
  return { contract_address: address }
}

export const contractHistory: LcdHandler = (_, request) => {
  const { record } = requireContract(request.store, addressPart(request))
  return {
    entries: [
      {
        operation: 'CONTRACT_CODE_HISTORY_OPERATION_TYPE_INIT',
        code_id: String(record.codeId),
        updated: createdOf(record),
        msg: record.initMessage,
      },
    ],
  }
}

export const computeParams: LcdHandler = () => ({
  params: { max_contract_size: '2097152', compile_cost: '0.800000000000000000' },
})

/** No governance here, so no migration or change of admin is ever pending. */
export const nothingAuthorized: LcdHandler = (_, request) => {
  requireContract(request.store, addressPart(request))
  throw notFound('not found')
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
      require_governance: false,
    },
  }
}

function createdOf({ createdHeight, createdTxIndex }: ContractRecord): JsonValue {
  return { block_height: String(createdHeight), tx_index: String(createdTxIndex) }
}

function renderCode({ codeId, codeHash, source }: StoredCode): JsonObject {
  const creator = DEV_ACCOUNTS[0]?.address ?? ''
  return { code_id: String(codeId), creator, code_hash: codeHash, source, builder: '' }
}
