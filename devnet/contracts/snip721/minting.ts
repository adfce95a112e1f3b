import type { ExecuteCall } from '../contract'
import { encrypted, type Handled } from '../handlers'
import { momentOf } from '../last-block'
import type { MessageFields } from '../message-fields'
import { type Metadata, readMetadata } from '../nft-metadata'
import { genericError } from '../std-error'
import { recordEntry } from '../token-history'
import { readConfig, writeConfig } from './config'
import { defaultRoyalties, readRoyalties } from './royalties'
import { addToken, findToken, type MintRun } from './tokens'

type Serial = Pick<MintRun, 'run' | 'serial' | 'quantity'>

export function mintNft(call: ExecuteCall, fields: MessageFields): Handled {
  requireMinter(call)
  const id = mintOne(call, fields, readSerial(fields))
  return { answer: { mint_nft: { token_id: id } }, log: [encrypted('minted', id)] }
}

export function batchMintNft(call: ExecuteCall, fields: MessageFields): Handled {
  requireMinter(call)
  const ids = fields.items('mints').map((mint) => mintOne(call, mint, readSerial(mint)))
  const listed = `[${ids.map((id) => JSON.stringify(id)).join(', ')}]`
  return { answer: { batch_mint_nft: { token_ids: ids } }, log: [encrypted('minted', listed)] }
}

/** mint_nft_clones: the same token many times, each with its number in this run. */
export function mintNftClones(call: ExecuteCall, fields: MessageFields): Handled {
  requireMinter(call)
  const quantity = fields.uint32('quantity')
  if (quantity === 0) throw genericError('Quantity can not be zero')
  const run = nextRun(call, fields.optionalString('mint_run_id'))
  const clone = fields.without('token_id', 'transferable')
  const ids: string[] = []
  for (let serial = 1; serial <= quantity; serial++) ids.push(mintOne(call, clone, { run, serial, quantity }))
  const [first = '', last = first] = [ids[0], ids.at(-1)]
  return {
    answer: { mint_nft_clones: { first_minted: first, last_minted: last } },
    log: [encrypted('first_minted', first), encrypted('last_minted', last)],
  }
}

/** Throws where metadata says two things at once. */
export function readExclusiveMetadata(fields: MessageFields, name: string): Metadata | undefined {
  const metadata = readMetadata(fields, name)
  if (metadata !== undefined && metadata.token_uri !== null && metadata.extension !== null) {
    throw genericError('Metadata can not have BOTH token_uri AND extension')
  }
  return metadata
}

function requireMinter(call: ExecuteCall): void {
  if (!readConfig(call.storage).minters.includes(call.sender)) {
    throw genericError('Only designated minters are allowed to mint')
  }
}

function mintOne(call: ExecuteCall, fields: MessageFields, serial: Serial): string {
  const { storage, sender } = call
  const config = readConfig(storage)
  const id = fields.optionalString('token_id') ?? String(config.minted)
  if (findToken(storage, id) !== undefined) throw genericError(`Token ID ${id} is already in use`)
  const owner = fields.optionalAddress('owner') ?? sender
  const transferable = fields.optionalBoolean('transferable') ?? true
  const royalties = readRoyalties(fields, 'royalty_info') ?? defaultRoyalties(storage)
  addToken(storage, {
    id,
    index: config.minted,
    owner,
    permissions: [],
    unwrapped: !config.sealedMetadata,
    transferable,
    mintRun: { creator: sender, time: momentOf(call.env).time, ...serial },
    publicMetadata: readExclusiveMetadata(fields, 'public_metadata'),
    privateMetadata: readExclusiveMetadata(fields, 'private_metadata'),
    royalties: transferable ? royalties : undefined,
  })
  writeConfig(storage, { ...config, minted: config.minted + 1, tokens: config.tokens + 1 })
  recordEntry(call, {
    tokenId: id,
    action: { mint: { minter: sender, recipient: owner } },
    memo: fields.optionalString('memo'),
    seenBy: [sender, owner],
  })
  return id
}

function readSerial(fields: MessageFields): Serial {
  const serial = fields.optionalFields('serial_number')
  return {
    run: serial?.optionalInteger('mint_run') ?? null,
    serial: serial?.integer('serial_number') ?? null,
    quantity: serial?.optionalInteger('quantity_minted_this_run') ?? null,
  }
}

/** The number of this run among those of the same name, from 1. */
function nextRun(call: ExecuteCall, name: string | undefined): number | null {
  if (name === undefined) return null
  const run = Number(call.storage.get(`mint-run/${name}`) ?? '0') + 1
  call.storage.set(`mint-run/${name}`, String(run))
  return run
}
