import {
  type AccountPath,
  deriveKeplrTxSeed,
  deriveTxSeed,
  SigningKey,
  seedFromMnemonic,
  type TxSeed,
} from '../../crypto/index'
import { VaultError } from './vault-error'

/** The keys of one unlocked time, made when first needed and wiped together. */
export interface UnlockedKeys {
  signingKey(path: AccountPath): Promise<SigningKey>
  txSeed(path: AccountPath, chainId: string): Promise<TxSeed>
  /** What another wallet derives from the same key; it only reads. */
  keplrTxSeed(path: AccountPath, chainId: string): Promise<TxSeed>
  wipe(): void
}

interface Wipeable {
  wipe(): void
}

/** `phrase` opens the sealed phrase; it is asked once for each account. */
export function createUnlockedKeys(phrase: () => Promise<string>): UnlockedKeys {
  const signing = new Map<string, Promise<SigningKey>>()
  const seeds = new Map<string, Promise<TxSeed>>()
  let wiped = false

  async function once<K extends Wipeable>(
    made: Map<string, Promise<K>>,
    name: string,
    make: () => Promise<K>,
  ): Promise<K> {
    if (wiped) throw new VaultError('vault/locked')
    const key = made.get(name) ?? make()
    made.set(name, key)
    try {
      const found = await key
      if (!wiped) return found
      // Locked while it was being made.
      found.wipe()
    } catch (error) {
      made.delete(name)
      throw error
    }
    throw new VaultError('vault/locked')
  }

  async function signingKey(path: AccountPath): Promise<SigningKey> {
    return await once(signing, pathName(path), async () => {
      const seed = await seedFromMnemonic(await phrase())
      const key = SigningKey.fromSeed(seed, path)
      seed.fill(0)
      return key
    })
  }

  return {
    signingKey,
    async txSeed(path, chainId) {
      const make = async (): Promise<TxSeed> => deriveTxSeed(await signingKey(path), chainId)
      return await once(seeds, `own ${pathName(path)} ${chainId}`, make)
    },
    async keplrTxSeed(path, chainId) {
      const make = async (): Promise<TxSeed> => deriveKeplrTxSeed(await signingKey(path), chainId)
      return await once(seeds, `keplr ${pathName(path)} ${chainId}`, make)
    },
    wipe() {
      wiped = true
      for (const key of [...signing.values(), ...seeds.values()]) wipeWhenMade(key)
      signing.clear()
      seeds.clear()
    },
  }
}

function wipeWhenMade(key: Promise<Wipeable>): void {
  key.then(
    (made) => made.wipe(),
    // A key that could not be made leaves nothing to wipe, and whoever asked for it had the error.
    () => undefined,
  )
}

function pathName({ coinType, index }: AccountPath): string {
  return `${coinType}/${index}`
}
