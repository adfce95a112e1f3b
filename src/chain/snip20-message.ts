import * as v from 'valibot'
import type { Address, JsonValue } from '../domain/index'
import {
  address,
  addresses,
  amount,
  base64Text,
  memo,
  NEUTRAL,
  padded,
  type Reader,
  reader,
  readMember,
  some,
  text,
  unixSeconds,
} from './snip-schema'
import type { MovementKind, Snip20Action, Snip20Movement } from './snip20-action'

/** Reads an execute message of a SNIP-20 contract (SNIP-21 to 26 and 50 included) when it has exactly that shape; undefined otherwise. Protocol 6.1. */
export function parseSnip20Message(json: JsonValue): Snip20Action | undefined {
  return readMember(json, READERS)
}

/** True for the name of a message that SNIP-20 contracts know, whatever it holds. */
export function isSnip20Name(name: string): boolean {
  return READERS.has(name)
}

const contractPart = { recipient_code_hash: v.nullish(text), msg: v.nullish(base64Text) }
const to = { recipient: address, amount, memo }
const from = { owner: address, amount, memo }
const own = { amount, memo }

function movement<E extends v.ObjectEntries>(
  kind: MovementKind,
  name: string,
  entries: E,
): [string, Reader<Snip20Action>][] {
  const single = v.strictObject({ ...entries, ...NEUTRAL })
  const batch = v.strictObject({
    actions: some(v.strictObject({ ...entries, decoys: NEUTRAL.decoys })),
    ...NEUTRAL,
  })
  return [
    [name, reader(single, (body) => ({ kind, batch: false, movements: [readMovement(body)] }))],
    [
      `batch_${name}`,
      reader(batch, ({ actions }) => ({ kind, batch: true, movements: actions.map(readMovement) })),
    ],
  ]
}

function readMovement(entry: unknown): Snip20Movement {
  // Checked by the strict schema of its kind just before; members that the kind lacks are absent.
  const body = entry as {
    readonly owner?: Address
    readonly recipient?: Address
    readonly recipient_code_hash?: string | null
    readonly amount: bigint
    readonly msg?: string | null
    readonly memo?: string | null
  }
  return {
    owner: body.owner,
    recipient: body.recipient,
    recipientCodeHash: body.recipient_code_hash ?? undefined,
    amount: body.amount,
    message: body.msg ?? undefined,
    memo: body.memo ?? undefined,
  }
}

function allowance(
  kind: 'increase-allowance' | 'decrease-allowance',
  name: string,
): [string, Reader<Snip20Action>] {
  return padded(name, { spender: address, amount, expiration: unixSeconds }, (body) => ({
    kind,
    spender: body.spender,
    amount: body.amount,
    expiration: body.expiration ?? undefined,
  }))
}

const minters = { minters: addresses }
const denoms = { denoms: v.array(text) }
const interval = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value)),
  v.strictObject({ created_before: v.nullish(text), created_after: v.nullish(text) }),
)
const status = v.picklist(['normal_run', 'stop_all_but_redeems', 'stop_all'])

const READERS: ReadonlyMap<string, Reader<Snip20Action>> = new Map<string, Reader<Snip20Action>>([
  ...movement('transfer', 'transfer', to),
  ...movement('send', 'send', { ...to, ...contractPart }),
  ...movement('transfer-from', 'transfer_from', { ...to, ...from }),
  ...movement('send-from', 'send_from', { ...to, ...from, ...contractPart }),
  ...movement('burn', 'burn', own).slice(0, 1),
  ...movement('burn-from', 'burn_from', from),
  ...movement('mint', 'mint', to),
  allowance('increase-allowance', 'increase_allowance'),
  allowance('decrease-allowance', 'decrease_allowance'),
  padded('redeem', { amount, denom: v.nullish(text) }, ({ amount, denom }) => ({
    kind: 'redeem',
    amount,
    denom: denom ?? undefined,
  })),
  padded('deposit', {}, () => ({ kind: 'deposit' })),
  padded('create_viewing_key', { entropy: text }, ({ entropy }) => ({ kind: 'create-viewing-key', entropy })),
  padded('set_viewing_key', { key: text }, ({ key }) => ({ kind: 'set-viewing-key', key })),
  padded('revoke_permit', { permit_name: text }, (body) => ({
    kind: 'revoke-permit',
    permitName: body.permit_name,
  })),
  padded('revoke_all_permits', { interval }, ({ interval }) => ({
    kind: 'revoke-all-permits',
    interval: {
      createdBefore: interval.created_before ?? undefined,
      createdAfter: interval.created_after ?? undefined,
    },
  })),
  padded('delete_permit_revocation', { revocation_id: text }, (body) => ({
    kind: 'delete-permit-revocation',
    revocationId: body.revocation_id,
  })),
  padded('register_receive', { code_hash: text }, (body) => ({
    kind: 'register-receive',
    codeHash: body.code_hash,
  })),
  padded('change_admin', { address }, ({ address }) => ({ kind: 'change-admin', address })),
  padded('set_contract_status', { level: status }, ({ level }) => ({ kind: 'set-contract-status', level })),
  padded('add_minters', minters, ({ minters }) => ({ kind: 'add-minters', minters })),
  padded('remove_minters', minters, ({ minters }) => ({ kind: 'remove-minters', minters })),
  padded('set_minters', minters, ({ minters }) => ({ kind: 'set-minters', minters })),
  padded('add_supported_denoms', denoms, ({ denoms }) => ({ kind: 'add-supported-denoms', denoms })),
  padded('remove_supported_denoms', denoms, ({ denoms }) => ({ kind: 'remove-supported-denoms', denoms })),
  padded('set_notification_status', { enabled: v.boolean() }, ({ enabled }) => ({
    kind: 'set-notification-status',
    enabled,
  })),
])
