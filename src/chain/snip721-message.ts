import * as v from 'valibot'
import type { Address, JsonObject, JsonValue } from '../domain/index'
import {
  address,
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
import type { NftExpiry, NftMint, NftMovement, Snip721Action } from './snip721-action'

/** Reads an execute message that only SNIP-721 and 722 contracts know, when it has exactly that shape; undefined otherwise. Protocol 6.8. */
export function parseSnip721Message(json: JsonValue): Snip721Action | undefined {
  return readMember(json, READERS)
}

/** True for the name of a message that only SNIP-721 contracts know, whatever it holds. */
export function isSnip721Name(name: string): boolean {
  return READERS.has(name)
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** Protocol 6.8: `"never"`, a block or a moment in Unix seconds. */
export const expiry = v.nullish(
  v.union([
    v.literal('never'),
    v.pipe(
      v.strictObject({ at_height: whole }),
      v.transform((end): NftExpiry => ({ atHeight: end.at_height })),
    ),
    v.pipe(
      v.strictObject({ at_time: whole }),
      v.transform((end): NftExpiry => ({ atTime: end.at_time })),
    ),
  ]),
)
const access = v.nullish(v.picklist(['approve_token', 'all', 'revoke_token', 'none']))
const tokenIds = some(text, 1000)
const one = { token_id: text }
const several = { token_ids: tokenIds }
const receiver = {
  contract: address,
  receiver_info: v.nullish(
    v.strictObject({ recipient_code_hash: text, also_implements_batch_receive_nft: flag }),
  ),
  msg: v.nullish(base64Text),
  memo,
}
const mint = {
  owner: v.nullish(address),
  public_metadata: v.nullish(anyObject),
  private_metadata: v.nullish(anyObject),
  royalty_info: v.nullish(anyObject),
  transferable: flag,
  memo,
}
const singleMint = { ...mint, token_id: v.nullish(text), serial_number: v.nullish(anyObject) }

interface MovementBody {
  readonly recipient?: Address
  readonly contract?: Address
  readonly receiver_info?: { readonly recipient_code_hash: string } | null | undefined
  readonly token_id?: string
  readonly token_ids?: readonly string[]
  readonly msg?: string | null | undefined
  readonly memo?: string | null | undefined
}

function movement(body: MovementBody): NftMovement {
  return {
    recipient: body.recipient ?? body.contract,
    recipientCodeHash: body.receiver_info?.recipient_code_hash,
    tokenIds: body.token_ids ?? (body.token_id === undefined ? [] : [body.token_id]),
    message: body.msg ?? undefined,
    memo: body.memo ?? undefined,
  }
}

interface MintBody {
  readonly token_id?: string | null | undefined
  readonly owner?: Address | null | undefined
  readonly public_metadata?: JsonObject | null | undefined
  readonly private_metadata?: JsonObject | null | undefined
  readonly serial_number?: JsonObject | null | undefined
  readonly royalty_info?: JsonObject | null | undefined
  readonly transferable?: boolean | null | undefined
  readonly memo?: string | null | undefined
}

function minted(body: MintBody): NftMint {
  return {
    tokenId: body.token_id ?? undefined,
    owner: body.owner ?? undefined,
    publicMetadata: body.public_metadata ?? undefined,
    privateMetadata: body.private_metadata ?? undefined,
    serialNumber: body.serial_number ?? undefined,
    royalty: body.royalty_info ?? undefined,
    transferable: body.transferable ?? undefined,
    memo: body.memo ?? undefined,
  }
}

function approval(kind: 'nft-approve' | 'nft-revoke', name: string): [string, Reader<Snip721Action>] {
  return padded(name, { spender: address, ...one, expires: expiry }, (body) => ({
    kind,
    spender: body.spender,
    tokenId: body.token_id,
    expires: body.expires ?? undefined,
  }))
}

function operator(kind: 'nft-approve-all' | 'nft-revoke-all', name: string): [string, Reader<Snip721Action>] {
  return padded(name, { operator: address, expires: expiry }, (body) => ({
    kind,
    operator: body.operator,
    expires: body.expires ?? undefined,
  }))
}

const rights = {
  token_id: v.nullish(text),
  view_owner: access,
  view_private_metadata: access,
  expires: expiry,
}

function accessTo(
  who: Address | undefined,
  body: {
    readonly token_id?: string | null | undefined
    readonly view_owner?: v.InferOutput<typeof access>
    readonly view_private_metadata?: v.InferOutput<typeof access>
    readonly transfer?: v.InferOutput<typeof access>
    readonly expires?: v.InferOutput<typeof expiry>
  },
): Snip721Action {
  return {
    kind: 'nft-access',
    address: who,
    tokenId: body.token_id ?? undefined,
    viewOwner: body.view_owner ?? undefined,
    viewPrivateMetadata: body.view_private_metadata ?? undefined,
    transfer: body.transfer ?? undefined,
    expires: body.expires ?? undefined,
  }
}

function moving(
  kind: 'nft-transfer' | 'nft-send' | 'nft-burn',
  bodies: readonly MovementBody[],
): Snip721Action {
  return { kind, nftMovements: bodies.map(movement) }
}

const READERS: ReadonlyMap<string, Reader<Snip721Action>> = new Map<string, Reader<Snip721Action>>([
  padded('transfer_nft', { recipient: address, ...one, memo }, (body) => moving('nft-transfer', [body])),
  padded(
    'batch_transfer_nft',
    { transfers: some(v.strictObject({ recipient: address, ...several, memo })) },
    ({ transfers }) => moving('nft-transfer', transfers),
  ),
  padded('send_nft', { ...receiver, ...one }, (body) => moving('nft-send', [body])),
  padded('batch_send_nft', { sends: some(v.strictObject({ ...receiver, ...several })) }, ({ sends }) =>
    moving('nft-send', sends),
  ),
  padded('burn_nft', { ...one, memo }, (body) => moving('nft-burn', [body])),
  padded('batch_burn_nft', { burns: some(v.strictObject({ ...several, memo })) }, ({ burns }) =>
    moving('nft-burn', burns),
  ),
  approval('nft-approve', 'approve'),
  approval('nft-revoke', 'revoke'),
  operator('nft-approve-all', 'approve_all'),
  operator('nft-revoke-all', 'revoke_all'),
  padded('set_whitelisted_approval', { address, transfer: access, ...rights }, (body) =>
    accessTo(body.address, body),
  ),
  padded('set_global_approval', rights, (body) => accessTo(undefined, body)),
  padded('make_ownership_private', {}, () => ({ kind: 'nft-make-private' })),
  padded('reveal', one, (body) => ({ kind: 'nft-reveal', tokenId: body.token_id })),
  padded('mint_nft', singleMint, (body) => ({ kind: 'nft-mint', mints: [minted(body)] })),
  padded('batch_mint_nft', { mints: some(v.strictObject(singleMint)) }, ({ mints }) => ({
    kind: 'nft-mint',
    mints: mints.map(minted),
  })),
  padded('mint_nft_clones', { ...mint, mint_run_id: v.nullish(text), quantity: whole }, (body) => ({
    kind: 'nft-mint-clones',
    quantity: body.quantity,
    runId: body.mint_run_id ?? undefined,
    mint: minted(body),
  })),
  padded(
    'set_metadata',
    { ...one, public_metadata: mint.public_metadata, private_metadata: mint.private_metadata },
    (body) => ({
      kind: 'nft-set-metadata',
      tokenId: body.token_id,
      publicMetadata: body.public_metadata ?? undefined,
      privateMetadata: body.private_metadata ?? undefined,
    }),
  ),
  padded('set_royalty_info', { token_id: v.nullish(text), royalty_info: mint.royalty_info }, (body) => ({
    kind: 'nft-set-royalty',
    tokenId: body.token_id ?? undefined,
    royalty: body.royalty_info ?? undefined,
  })),
  padded(
    'register_receive_nft',
    { code_hash: text, also_implements_batch_receive_nft: flag },
    (body): Snip721Action => ({
      kind: 'nft-register-receive',
      codeHash: body.code_hash,
      batch: body.also_implements_batch_receive_nft ?? undefined,
    }),
  ),
  // The other levels are those of SNIP-20.
  padded('set_contract_status', { level: v.literal('stop_transactions') }, () => ({
    kind: 'nft-stop-transactions',
  })),
])
