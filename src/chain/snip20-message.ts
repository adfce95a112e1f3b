import * as v from 'valibot'
import type { Address, JsonValue } from '../domain/index'
import type { MovementKind, Snip20Action, Snip20Movement } from './snip20-action'
import { address, addresses, amount, base64Text, memo, NEUTRAL, text, unixSeconds } from './snip20-schema'

type Reader = (body: unknown) => Snip20Action | undefined

/** Reads an execute message of a SNIP-20 contract (SNIP-21 to 26 included) when it has exactly that shape; undefined otherwise. Protocol 6.1. */
export function parseSnip20Message(json: JsonValue): Snip20Action | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined
  const entries = Object.entries(json)
  const [name, body] = entries[0] ?? []
  // valibot takes a list for an object without required members.
  if (entries.length !== 1 || name === undefined || Array.isArray(body)) return undefined
  return READERS.get(name)?.(body)
}

/** True for the name of a message that SNIP-20 contracts know, whatever it holds. */
export function isSnip20Name(name: string): boolean {
  return READERS.has(name)
}

const { entropy: _, decoys: __, ...PLAIN } = NEUTRAL
const contractPart = { recipient_code_hash: v.nullish(text), msg: v.nullish(base64Text) }
const to = { recipient: address, amount, memo }
const from = { owner: address, amount, memo }
const own = { amount, memo }

function movement<E extends v.ObjectEntries>(
  kind: MovementKind,
  name: string,
  entries: E,
): [string, Reader][] {
  const single = v.strictObject({ ...entries, ...NEUTRAL })
  const batch = v.strictObject({
    actions: v.pipe(
      v.array(v.strictObject({ ...entries, decoys: NEUTRAL.decoys })),
      v.minLength(1),
      v.maxLength(200),
    ),
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

function allowance(kind: 'increase-allowance' | 'decrease-allowance', name: string): [string, Reader] {
  const schema = v.strictObject({ spender: address, amount, expiration: unixSeconds, ...PLAIN })
  return [
    name,
    reader(schema, ({ spender, amount, expiration }) => ({
      kind,
      spender,
      amount,
      expiration: expiration ?? undefined,
    })),
  ]
}

function reader<S extends v.GenericSchema>(
  schema: S,
  action: (body: v.InferOutput<S>) => Snip20Action,
): Reader {
  return (body) => {
    const result = v.safeParse(schema, body)
    return result.success ? action(result.output) : undefined
  }
}

/** Entropy is the content here, so it is asked for by name. */
function simple<E extends v.ObjectEntries>(
  name: string,
  entries: E,
  action: (body: v.InferOutput<v.StrictObjectSchema<E, undefined>>) => Snip20Action,
): [string, Reader] {
  const schema = v.strictObject({ ...entries, ...PLAIN })
  return [name, reader(schema, (body) => action(body as v.InferOutput<v.StrictObjectSchema<E, undefined>>))]
}

const minters = { minters: addresses }
const denoms = { denoms: v.array(text) }
const interval = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value)),
  v.strictObject({ created_before: v.nullish(text), created_after: v.nullish(text) }),
)
const status = v.picklist(['normal_run', 'stop_all_but_redeems', 'stop_all'])

const READERS: ReadonlyMap<string, Reader> = new Map([
  ...movement('transfer', 'transfer', to),
  ...movement('send', 'send', { ...to, ...contractPart }),
  ...movement('transfer-from', 'transfer_from', { ...to, ...from }),
  ...movement('send-from', 'send_from', { ...to, ...from, ...contractPart }),
  ...movement('burn', 'burn', own).slice(0, 1),
  ...movement('burn-from', 'burn_from', from),
  ...movement('mint', 'mint', to),
  allowance('increase-allowance', 'increase_allowance'),
  allowance('decrease-allowance', 'decrease_allowance'),
  simple('redeem', { amount, denom: v.nullish(text) }, ({ amount, denom }) => ({
    kind: 'redeem',
    amount,
    denom: denom ?? undefined,
  })),
  simple('deposit', {}, () => ({ kind: 'deposit' })),
  simple('create_viewing_key', { entropy: text }, ({ entropy }) => ({ kind: 'create-viewing-key', entropy })),
  simple('set_viewing_key', { key: text }, ({ key }) => ({ kind: 'set-viewing-key', key })),
  simple('revoke_permit', { permit_name: text }, (body) => ({
    kind: 'revoke-permit',
    permitName: body.permit_name,
  })),
  simple('revoke_all_permits', { interval }, ({ interval }) => ({
    kind: 'revoke-all-permits',
    interval: {
      createdBefore: interval.created_before ?? undefined,
      createdAfter: interval.created_after ?? undefined,
    },
  })),
  simple('delete_permit_revocation', { revocation_id: text }, (body) => ({
    kind: 'delete-permit-revocation',
    revocationId: body.revocation_id,
  })),
  simple('register_receive', { code_hash: text }, (body) => ({
    kind: 'register-receive',
    codeHash: body.code_hash,
  })),
  simple('change_admin', { address }, ({ address }) => ({ kind: 'change-admin', address })),
  simple('set_contract_status', { level: status }, ({ level }) => ({ kind: 'set-contract-status', level })),
  simple('add_minters', minters, ({ minters }) => ({ kind: 'add-minters', minters })),
  simple('remove_minters', minters, ({ minters }) => ({ kind: 'remove-minters', minters })),
  simple('set_minters', minters, ({ minters }) => ({ kind: 'set-minters', minters })),
  simple('add_supported_denoms', denoms, ({ denoms }) => ({ kind: 'add-supported-denoms', denoms })),
  simple('remove_supported_denoms', denoms, ({ denoms }) => ({ kind: 'remove-supported-denoms', denoms })),
  simple('set_notification_status', { enabled: v.boolean() }, ({ enabled }) => ({
    kind: 'set-notification-status',
    enabled,
  })),
])
