import { base64 } from '@scure/base'
import { CryptoError, type DataKey, type RandomBytes, unwrapDataKey, wrapDataKey } from '../../crypto/index'
import type { PasskeyRequestView, PasskeyView } from '../../messages/popup'
import { KEYS } from '../storage/keys'
import {
  readSealed,
  readStored,
  type Sealer,
  type Store,
  updateSealed,
  updateStored,
} from '../storage/stored'
import { VaultError } from './vault-error'

/** What a passkey gave when it was asked with its salt. */
export interface PasskeyAnswer {
  readonly credentialId: string
  /** 32 bytes in base64. */
  readonly output: string
}

export interface NewPasskey extends PasskeyAnswer {
  readonly name: string
  /** 32 bytes in base64. */
  readonly salt: string
}

/** Further ways to the data key. The password is always one; without it no passkey can be added. */
export interface Passkeys {
  /** Known while the wallet is locked. */
  requests(): Promise<readonly PasskeyRequestView[]>
  views(): Promise<readonly PasskeyView[]>
  add(dataKey: DataKey, passkey: NewPasskey): Promise<void>
  remove(credentialId: string): Promise<void>
  /** Throws `vault/other-passkey`. */
  open(answer: PasskeyAnswer): Promise<DataKey>
}

interface PasskeysParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly random: RandomBytes
  readonly clock: () => number
}

const MOST_PASSKEYS = 10

export function createPasskeys({ store, sealer, random, clock }: PasskeysParts): Passkeys {
  return {
    async requests() {
      const stored = await readStored(store, KEYS.passkeys)
      return stored.map(({ credentialId, salt }) => ({ credentialId, salt }))
    },
    async views() {
      const [stored, names] = await Promise.all([
        readStored(store, KEYS.passkeys),
        readSealed(store, sealer, KEYS.passkeyNames),
      ])
      return stored.map(({ credentialId }) => {
        const { name, createdAt } = names[credentialId] ?? { name: 'Passkey', createdAt: 0 }
        return { credentialId, name, createdAt }
      })
    },
    async add(dataKey, { credentialId, salt, output, name }) {
      const bytes = base64.decode(output)
      const parts = { dataKey, output: bytes, salt: base64.decode(salt), credentialId }
      const wrapped = base64.encode(await wrapDataKey(parts, random))
      bytes.fill(0)
      const label = { name: name.trim() === '' ? 'Passkey' : name.trim(), createdAt: clock() }
      // The name first: a kill in between leaves a name of nothing, which nobody sees.
      await updateSealed(store, sealer, KEYS.passkeyNames, (names) => ({ ...names, [credentialId]: label }))
      await updateStored(store, KEYS.passkeys, (stored) => {
        const others = stored.filter((known) => known.credentialId !== credentialId)
        if (others.length >= MOST_PASSKEYS) throw new VaultError('vault/too-many-passkeys')
        return [...others, { credentialId, salt, wrapped }]
      })
    },
    async remove(credentialId) {
      await updateStored(store, KEYS.passkeys, (stored) =>
        stored.filter((known) => known.credentialId !== credentialId),
      )
      await updateSealed(store, sealer, KEYS.passkeyNames, ({ [credentialId]: _gone, ...others }) => others)
    },
    async open({ credentialId, output }) {
      const stored = await readStored(store, KEYS.passkeys)
      const found = stored.find((known) => known.credentialId === credentialId)
      if (found === undefined) throw new VaultError('vault/other-passkey')
      const dataKey = await unwrapped(found, output)
      if (dataKey === undefined) throw new VaultError('vault/other-passkey')
      return dataKey
    },
  }
}

async function unwrapped(
  stored: { readonly credentialId: string; readonly salt: string; readonly wrapped: string },
  output: string,
): Promise<DataKey | undefined> {
  const bytes = base64.decode(output)
  try {
    return await unwrapDataKey({
      wrapped: base64.decode(stored.wrapped),
      output: bytes,
      salt: base64.decode(stored.salt),
      credentialId: stored.credentialId,
    })
  } catch (cause) {
    if (cause instanceof CryptoError) throw new VaultError('vault/other-passkey', { cause })
    throw cause
  } finally {
    bytes.fill(0)
  }
}
