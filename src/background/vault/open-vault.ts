/** The wallet while it is unlocked: its data key, the keys made from it, and the seal of its records. */
import { CryptoError, type DataKey, openRecord, type RandomBytes, sealRecord } from '../../crypto/index'
import type { Sealer, Store } from '../storage/stored'
import { createUnlockedKeys, type UnlockedKeys } from './unlocked-keys'
import { VaultError } from './vault-error'
import { withVaultContent } from './vault-file'

export interface OpenVault {
  readonly dataKey: DataKey
  readonly keys: UnlockedKeys
  readonly sealer: Sealer
}

export function createOpenVault(
  dataKey: DataKey,
  { store, random }: { readonly store: Store; readonly random: RandomBytes },
): OpenVault {
  const keys = createUnlockedKeys((id, work) =>
    withVaultContent(store, dataKey, async ({ secrets }) => {
      const secret = secrets.find((candidate) => candidate.id === id)
      if (secret === undefined) throw new VaultError('vault/no-secret')
      return await work(secret)
    }),
  )
  return { dataKey, keys, sealer: sealerOf(dataKey, random) }
}

/** Seals and opens records under the wallet's data key. Throws `vault/locked`, also when that happens on the way. */
function sealerOf(dataKey: DataKey, random: RandomBytes): Sealer {
  return {
    name: (identity) => whileHeld(async () => dataKey.recordName(identity)),
    seal: (identity, plaintext) => whileHeld(() => sealRecord(dataKey, identity, plaintext, random)),
    open: (identity, sealed) => whileHeld(() => openRecord(dataKey, identity, sealed)),
  }
}

async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof CryptoError && cause.code === 'key/wiped')
      throw new VaultError('vault/locked', { cause })
    throw cause
  }
}
