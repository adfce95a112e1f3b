/** The permits that were signed here, as far as it matters to the next one. Sealed, because it says what a person shows to whom. */
import type { PermitParams } from '../../chain/codec/index'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store, updateSealed } from '../storage/stored'
import { rememberedName } from './remembered-name'
import type { SignedPermit } from './signed-permit-schema'

export interface SignedPermits {
  /** Newest first, of every account on every network. */
  list(): Promise<readonly SignedPermit[]>
  /** Notes a permit that was signed. The same one again takes its former place. */
  note(signer: PermitSigner, params: PermitParams): Promise<void>
  /** Adds those that are not here. */
  restore(permits: readonly SignedPermit[]): Promise<void>
  forgetAccount(account: string): Promise<void>
  forgetChain(chainId: string): Promise<void>
}

export type PermitSigner = Pick<SignedPermit, 'account' | 'origin'>

interface SignedPermitsParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly clock: () => number
}

const MOST_PERMITS = 300
/** A permit for more is remembered by the first of them. */
const MOST_TOKENS = 100

export function createSignedPermits({ store, sealer, clock }: SignedPermitsParts): SignedPermits {
  async function update(
    change: (permits: readonly SignedPermit[]) => readonly SignedPermit[],
  ): Promise<void> {
    await updateSealed(store, sealer, KEYS.signedPermits, (permits) =>
      withoutRepeats(change(permits)).slice(0, MOST_PERMITS),
    )
  }

  return {
    list: () => readSealed(store, sealer, KEYS.signedPermits),
    async note(signer, { chainId, permitName, allowedTokens, permissions, expires }) {
      const signed = {
        ...signer,
        chainId,
        name: rememberedName(permitName),
        tokens: allowedTokens.slice(0, MOST_TOKENS),
        permissions: permissions.slice(0, MOST_TOKENS),
        ...(expires === undefined ? {} : { expires }),
        at: clock(),
      }
      await update((permits) => [signed, ...permits])
    },
    restore: (restored) => update((permits) => [...permits, ...restored]),
    forgetAccount: (gone) => update((permits) => permits.filter(({ account }) => account !== gone)),
    forgetChain: (gone) => update((permits) => permits.filter(({ chainId }) => chainId !== gone)),
  }
}

function withoutRepeats(permits: readonly SignedPermit[]): SignedPermit[] {
  const first = new Map<string, SignedPermit>()
  for (const permit of permits) {
    const { account, chainId, origin, name, tokens, permissions, expires } = permit
    const what = JSON.stringify([account, chainId, origin, name, tokens, permissions, expires])
    if (!first.has(what)) first.set(what, permit)
  }
  return [...first.values()]
}
