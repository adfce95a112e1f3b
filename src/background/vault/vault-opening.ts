/** Which of a vault's copies counts: the one that the password opens, and the one that was written last. */
import { base64 } from '@scure/base'
import {
  CryptoError,
  type DataKey,
  isWeakKdf,
  type KdfParams,
  openVault,
  openVaultContent,
} from '../../crypto/index'
import { decodeVaultContent, type VaultContent, wipeContent } from './vault-content'
import { sameVault } from './vault-copies'
import { VaultError } from './vault-error'
import type { StoredVault } from './vault-schema'

export type Vaults = readonly [StoredVault, ...StoredVault[]]

export interface OpenedCopy {
  readonly dataKey: DataKey
  readonly vault: StoredVault
  /** What this copy holds is written in an earlier way, or under a cheaper password key than now. */
  readonly outdated: boolean
}

export interface FoundContent {
  readonly content: VaultContent
  readonly vault: StoredVault
}

/**
 * Opens the first copy that the password opens. Copies that differ may have different passwords, when a change of it
 * was cut short, so a wrong one is only known after the last.
 */
export async function openFirst(vaults: Vaults, password: string, kdf: KdfParams): Promise<OpenedCopy> {
  let failure = new VaultError('vault/damaged')
  for (const vault of different(vaults)) {
    const opened = await openOne(vault, password, kdf)
    if (!(opened instanceof VaultError)) return opened
    if (opened.code === 'vault/wrong-password') failure = opened
  }
  throw failure
}

async function openOne(
  vault: StoredVault,
  password: string,
  wanted: KdfParams,
): Promise<OpenedCopy | VaultError> {
  return await asDamage(async () => {
    const { dataKey, content: bytes, kdf } = await openVault(base64.decode(vault.sealed), password)
    const content = decodedAndWiped(bytes)
    wipeContent(content)
    return { dataKey, vault, outdated: content.revision === 0 || isWeakKdf(kdf, wanted) }
  })
}

/** What the copies say last, whatever their passwords. Throws `vault/damaged` when the key opens none of them. */
export async function newestContent(vaults: Vaults, dataKey: DataKey): Promise<FoundContent> {
  let newest: FoundContent | undefined
  for (const vault of different(vaults)) {
    const content = await asDamage(async () =>
      decodedAndWiped(await openVaultContent(base64.decode(vault.sealed), dataKey)),
    )
    if (content instanceof VaultError) {
      if (content.code === 'vault/locked') throw content
      continue
    }
    if (newest !== undefined && newest.content.revision >= content.revision) wipeContent(content)
    else {
      if (newest !== undefined) wipeContent(newest.content)
      newest = { content, vault }
    }
  }
  if (newest === undefined) throw new VaultError('vault/damaged')
  return newest
}

function decodedAndWiped(bytes: Uint8Array): VaultContent {
  const content = decodeVaultContent(bytes)
  bytes.fill(0)
  return content
}

function different(vaults: Vaults): readonly StoredVault[] {
  return vaults.filter((vault, at) => vaults.findIndex((other) => sameVault(other, vault)) === at)
}

/** Every refusal of the seal, other than a wrong password, means that this copy is of no use. */
async function asDamage<T>(open: () => Promise<T>): Promise<T | VaultError> {
  try {
    return await open()
  } catch (cause) {
    if (cause instanceof VaultError) return cause
    if (!(cause instanceof CryptoError)) throw cause
    if (cause.code === 'key/wiped') throw new VaultError('vault/locked', { cause })
    const code = cause.code === 'vault/wrong-password' ? cause.code : 'vault/damaged'
    return new VaultError(code, { cause })
  }
}
