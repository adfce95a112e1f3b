import {
  type AccountPath,
  deriveKeplrTxSeed,
  deriveTxSeed,
  pathText,
  SigningKey,
  type TxSeed,
} from '../../crypto/index'
import type { Secret } from './secret'
import { VaultError } from './vault-error'

/** Which key: a path under a phrase, or a private key, which has no path. */
export interface KeyRef {
  readonly secretId: string
  readonly path?: AccountPath
}

/** The keys of one unlocked time, made when first needed and wiped together. */
export interface UnlockedKeys {
  signingKey(key: KeyRef): Promise<SigningKey>
  txSeed(key: KeyRef, chainId: string): Promise<TxSeed>
  /** What another wallet derives from the same key; it only reads. */
  keplrTxSeed(key: KeyRef, chainId: string): Promise<TxSeed>
  wipe(): void
}

interface Wipeable {
  wipe(): void
}

/** Lends the secret of that id to `work` and wipes it afterwards. */
export type LendSecret = <R>(id: string, work: (secret: Secret) => Promise<R>) => Promise<R>

/** `lend` opens the vault; it is asked once for each key. */
export function createUnlockedKeys(lend: LendSecret): UnlockedKeys {
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

  async function signingKey(key: KeyRef): Promise<SigningKey> {
    const make = async (): Promise<SigningKey> => {
      const [made] = await lend(key.secretId, (secret) => keysOf(secret, [key.path]))
      if (made === undefined) throw new VaultError('vault/no-secret')
      return made
    }
    return await once(signing, keyName(key), make)
  }

  return {
    signingKey,
    async txSeed(key, chainId) {
      const make = async (): Promise<TxSeed> => deriveTxSeed(await signingKey(key), chainId)
      return await once(seeds, `own ${keyName(key)} ${chainId}`, make)
    },
    async keplrTxSeed(key, chainId) {
      const make = async (): Promise<TxSeed> => deriveKeplrTxSeed(await signingKey(key), chainId)
      return await once(seeds, `keplr ${keyName(key)} ${chainId}`, make)
    },
    wipe() {
      wiped = true
      for (const key of [...signing.values(), ...seeds.values()]) wipeWhenMade(key)
      signing.clear()
      seeds.clear()
    },
  }
}

/** The keys at those paths; a private key is itself, whatever the path. The caller wipes them. */
export async function keysOf(
  secret: Secret,
  paths: readonly (AccountPath | undefined)[],
): Promise<readonly SigningKey[]> {
  if (secret.kind === 'private-key') return paths.map(() => secret.key.use(SigningKey.fromBytes))
  const wanted = paths.flatMap((path) => (path === undefined ? [] : [path]))
  const seed = await secret.mnemonic.seed(secret.passphrase)
  const keys = SigningKey.manyFromSeed(seed, wanted)
  seed.fill(0)
  return keys
}

function wipeWhenMade(key: Promise<Wipeable>): void {
  key.then(
    (made) => made.wipe(),
    // A key that could not be made leaves nothing to wipe, and whoever asked for it had the error.
    () => undefined,
  )
}

function keyName({ secretId, path }: KeyRef): string {
  return path === undefined ? secretId : `${secretId} ${pathText(path)}`
}
