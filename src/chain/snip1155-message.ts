import * as v from 'valibot'
import type { Address, JsonValue } from '../domain/index'
import { uintText } from './answer'
import {
  address,
  addresses,
  anyObject,
  base64Text,
  flag,
  memo,
  padded,
  type Reader,
  readMember,
  some,
  text,
} from './snip-schema'
import { expiry } from './snip721-message'
import type { ItemBalances, ItemMovement, Snip1155Action } from './snip1155-action'

/** Reads an execute message that only SNIP-1155 contracts know, when it has exactly that shape; undefined otherwise. Protocol 6.9. */
export function parseSnip1155Message(json: JsonValue): Snip1155Action | undefined {
  return readMember(json, READERS)
}

/** True for the name of a message that only SNIP-1155 contracts know, whatever it holds. */
export function isSnip1155Name(name: string): boolean {
  return READERS.has(name)
}

/** Newer contracts count in 256 bits. */
const amount = uintText(256)
const id = { token_id: text }
const move = { ...id, from: address, recipient: address, amount, memo }
const send = { ...move, recipient_code_hash: v.nullish(text), msg: v.nullish(base64Text) }
const held = some(v.strictObject({ address, amount }), 1000)
const metadata = { public_metadata: v.nullish(anyObject), private_metadata: v.nullish(anyObject) }
const curated = v.strictObject({
  token_info: v.strictObject({ ...id, name: text, symbol: text, token_config: anyObject, ...metadata }),
  balances: v.array(v.strictObject({ address, amount })),
})

interface MoveBody {
  readonly token_id: string
  readonly from: Address
  readonly recipient: Address
  readonly amount: bigint
  readonly recipient_code_hash?: string | null | undefined
  readonly msg?: string | null | undefined
  readonly memo?: string | null | undefined
}

function movement(body: MoveBody): ItemMovement {
  return {
    tokenId: body.token_id,
    from: body.from,
    recipient: body.recipient,
    recipientCodeHash: body.recipient_code_hash ?? undefined,
    amount: body.amount,
    message: body.msg ?? undefined,
    memo: body.memo ?? undefined,
  }
}

function moving(kind: 'item-transfer' | 'item-send', bodies: readonly MoveBody[]): Snip1155Action {
  return { kind, itemMovements: bodies.map(movement) }
}

const counts = some(v.strictObject({ ...id, balances: held }))

function counted(
  kind: 'item-mint' | 'item-burn',
  items: v.InferOutput<typeof counts>,
  memo: string | null | undefined,
): Snip1155Action {
  const list = items.map(({ token_id, balances }): ItemBalances => ({ tokenId: token_id, balances }))
  return { kind, items: list, memo: memo ?? undefined }
}

const permission = {
  allowed_address: address,
  ...id,
  view_balance: flag,
  view_balance_expiry: expiry,
  view_private_metadata: flag,
  view_private_metadata_expiry: expiry,
  transfer: v.nullish(amount),
  transfer_expiry: expiry,
}

const READERS: ReadonlyMap<string, Reader<Snip1155Action>> = new Map<string, Reader<Snip1155Action>>([
  padded('transfer', move, (body) => moving('item-transfer', [body])),
  padded('batch_transfer', { actions: some(v.strictObject(move)) }, (body) =>
    moving('item-transfer', body.actions),
  ),
  padded('send', send, (body) => moving('item-send', [body])),
  padded('batch_send', { actions: some(v.strictObject(send)) }, (body) => moving('item-send', body.actions)),
  padded('give_permission', permission, (body) => ({
    kind: 'item-give-permission',
    allowed: body.allowed_address,
    tokenId: body.token_id,
    viewBalance: body.view_balance ?? undefined,
    viewBalanceExpiry: body.view_balance_expiry ?? undefined,
    viewPrivateMetadata: body.view_private_metadata ?? undefined,
    viewPrivateMetadataExpiry: body.view_private_metadata_expiry ?? undefined,
    transfer: body.transfer ?? undefined,
    transferExpiry: body.transfer_expiry ?? undefined,
  })),
  padded('revoke_permission', { ...id, owner: address, allowed_address: address }, (body) => ({
    kind: 'item-revoke-permission',
    tokenId: body.token_id,
    owner: body.owner,
    allowed: body.allowed_address,
  })),
  padded('curate_token_ids', { initial_tokens: some(curated), memo }, (body) => ({
    kind: 'item-curate',
    items: body.initial_tokens.map(({ token_info: info, balances }) => ({
      tokenId: info.token_id,
      name: info.name,
      symbol: info.symbol,
      config: info.token_config,
      publicMetadata: info.public_metadata ?? undefined,
      privateMetadata: info.private_metadata ?? undefined,
      balances,
    })),
    memo: body.memo ?? undefined,
  })),
  padded('mint_tokens', { mint_tokens: counts, memo }, (body) =>
    counted('item-mint', body.mint_tokens, body.memo),
  ),
  padded('burn_tokens', { burn_tokens: counts, memo }, (body) =>
    counted('item-burn', body.burn_tokens, body.memo),
  ),
  padded('change_metadata', { ...id, ...metadata }, (body) => ({
    kind: 'item-change-metadata',
    tokenId: body.token_id,
    publicMetadata: body.public_metadata ?? undefined,
    privateMetadata: body.private_metadata ?? undefined,
  })),
  padded('add_curators', { add_curators: addresses }, (body) => ({
    kind: 'item-add-curators',
    curators: body.add_curators,
  })),
  padded('remove_curators', { remove_curators: addresses }, (body) => ({
    kind: 'item-remove-curators',
    curators: body.remove_curators,
  })),
  padded('add_minters', { ...id, add_minters: addresses }, (body) => ({
    kind: 'item-add-minters',
    tokenId: body.token_id,
    minters: body.add_minters,
  })),
  padded('remove_minters', { ...id, remove_minters: addresses }, (body) => ({
    kind: 'item-remove-minters',
    tokenId: body.token_id,
    minters: body.remove_minters,
  })),
  padded('change_admin', { new_admin: address }, (body) => ({
    kind: 'item-change-admin',
    newAdmin: body.new_admin,
  })),
  padded('remove_admin', { current_admin: address, contract_address: address }, (body) => ({
    kind: 'item-remove-admin',
    currentAdmin: body.current_admin,
    contract: body.contract_address,
  })),
])
