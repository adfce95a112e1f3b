import type { Generation } from './contract-exports'
import type { ExactJson } from './exact-json'
import { invalidResult, ResultFields, readVariant } from './result-fields'
import type { VmMessage, VmVote } from './vm-message'

/** How each name of a vote is written: the older generation writes `NoWithVeto`. */
const VOTES: ReadonlyMap<string, VmVote> = new Map([
  ['yes', 'yes'],
  ['no', 'no'],
  ['abstain', 'abstain'],
  ['nowithveto', 'no_with_veto'],
])

/** Forms without a reader here, which the chain parses and then refuses. */
const UNSUPPORTED_FORMS: ReadonlySet<string> = new Set([
  'bank.burn',
  'ibc.send_packet',
  'ibc.close_channel',
  'gov.vote_weighted',
])

type Reader = (fields: ResultFields, generation: Generation) => VmMessage

/** By module and variant. */
const READERS: Readonly<Record<string, Reader>> = {
  'wasm.execute': readExecute,
  'wasm.instantiate': readInstantiate,
  'wasm.migrate': readMigrate,
  'wasm.update_admin': (fields) => ({
    kind: 'update-admin',
    contract: fields.string('contract_addr'),
    admin: fields.string('admin'),
  }),
  'wasm.clear_admin': (fields) => ({ kind: 'clear-admin', contract: fields.string('contract_addr') }),
  'bank.send': (fields) => ({
    kind: 'send',
    from: fields.optionalString('from_address'),
    to: fields.string('to_address'),
    amount: fields.coins('amount'),
  }),
  'staking.delegate': (fields) => ({ kind: 'delegate', ...readStake(fields) }),
  'staking.undelegate': (fields) => ({ kind: 'undelegate', ...readStake(fields) }),
  'staking.redelegate': (fields) => ({
    kind: 'redelegate',
    source: fields.string('src_validator'),
    destination: fields.string('dst_validator'),
    amount: fields.coin('amount'),
  }),
  'staking.withdraw': (fields) => ({
    kind: 'withdraw-reward',
    validator: fields.string('validator'),
    recipient: fields.optionalString('recipient'),
  }),
  'distribution.withdraw_delegator_reward': (fields) => ({
    kind: 'withdraw-reward',
    validator: fields.string('validator'),
    recipient: undefined,
  }),
  'distribution.set_withdraw_address': (fields) => ({
    kind: 'set-withdraw-address',
    address: fields.string('address'),
  }),
  'gov.vote': readVote,
  'ibc.transfer': readTransfer,
}

/** Reads a CosmosMsg of either generation. Throws VmError `invalid-result`. Source: Protocol 12.5. */
export function parseContractMessage(value: ExactJson, generation: Generation): VmMessage {
  const [module, body] = readVariant(value)
  if (module === 'custom') return { kind: 'unsupported', form: module }
  if (module === 'finalize_tx') return { kind: 'finalize-tx' }
  if (module === 'stargate') return readStargate(new ResultFields(body))
  const [variant, fields] = readVariant(body)
  const form = `${module}.${variant}`
  if (UNSUPPORTED_FORMS.has(form)) return { kind: 'unsupported', form }
  const reader = Object.hasOwn(READERS, form) ? READERS[form] : undefined
  if (reader === undefined) throw invalidResult()
  return reader(new ResultFields(fields), generation)
}

function readStargate(fields: ResultFields): VmMessage {
  return { kind: 'stargate', typeUrl: fields.string('type_url'), value: fields.binary('value') }
}

function readExecute(fields: ResultFields, generation: Generation): VmMessage {
  return {
    kind: 'execute',
    contract: fields.string('contract_addr'),
    codeHash: readCodeHash(fields, generation),
    message: fields.binary('msg'),
    funds: fields.coins('send'),
  }
}

function readInstantiate(fields: ResultFields, generation: Generation): VmMessage {
  return {
    kind: 'instantiate',
    codeId: fields.u64('code_id'),
    codeHash: readCodeHash(fields, generation),
    message: fields.binary('msg'),
    funds: fields.coins('send'),
    label: fields.optionalString('label') ?? '',
    admin: fields.optionalString('admin') ?? '',
  }
}

function readMigrate(fields: ResultFields, generation: Generation): VmMessage {
  return {
    kind: 'migrate',
    contract: fields.string('contract_addr'),
    codeId: fields.u64('code_id'),
    codeHash: readCodeHash(fields, generation),
    message: fields.binary('msg'),
  }
}

function readCodeHash(fields: ResultFields, generation: Generation): string {
  return fields.string(generation === 'v1' ? 'code_hash' : 'callback_code_hash')
}

function readStake(fields: ResultFields) {
  return { validator: fields.string('validator'), amount: fields.coin('amount') }
}

function readVote(fields: ResultFields, generation: Generation): VmMessage {
  const [id, vote] = generation === 'v1' ? ['proposal_id', 'vote'] : ['proposal', 'vote_option']
  const option = VOTES.get(fields.string(vote).toLowerCase().replaceAll('_', ''))
  if (option === undefined) throw invalidResult()
  return { kind: 'vote', proposalId: fields.u64(id), option }
}

function readTransfer(fields: ResultFields): VmMessage {
  const timeout = fields.fields('timeout')
  const block = timeout.optionalFields('block')
  return {
    kind: 'ibc-transfer',
    channel: fields.string('channel_id'),
    to: fields.string('to_address'),
    amount: fields.coin('amount'),
    timeout: {
      block: block && { revision: block.u64('revision'), height: block.u64('height') },
      timestamp: timeout.optionalU64Text('timestamp'),
    },
    memo: fields.optionalString('memo') ?? '',
  }
}
