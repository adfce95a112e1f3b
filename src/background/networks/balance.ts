import { ChainError, type Client, getBalance } from '../../chain/index'
import type { Address } from '../../domain/index'
import type { AmountView } from '../../messages/popup'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store, writeSealed } from '../storage/stored'
import type { KnownAmount } from './amount-schema'

/** The public balance of accounts, kept sealed so that the last one seen is there at once and offline. */
export interface Balance {
  view(chainId: string, account: Address): Promise<AmountView>
  refresh(chainId: string, account: Address): Promise<void>
}

interface BalanceParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly client: (chainId: string) => Promise<Client>
  readonly clock: () => number
  readonly changed: () => void
}

export function createBalance({ store, sealer, client, clock, changed }: BalanceParts): Balance {
  /** Why the last question failed, by record; forgotten with the worker. */
  const failures = new Map<string, string>()

  return {
    async view(chainId, account) {
      const id = recordId(chainId, account)
      return amountView(await readSealed(store, sealer, KEYS.balance, id), failures.get(id))
    },
    async refresh(chainId, account) {
      const id = recordId(chainId, account)
      try {
        const asked = await client(chainId)
        const amount = await getBalance(asked, account, asked.chain.denom)
        await writeSealed(store, sealer, KEYS.balance, { amount: amount.toString(), asOf: clock() }, id)
        failures.delete(id)
      } catch (error) {
        if (!(error instanceof ChainError)) throw error
        failures.set(id, error.message)
      }
      changed()
    },
  }
}

/** An amount as the popup sees it: what is known, why the last question failed, or that nothing was asked yet. */
export function amountView(known: KnownAmount | null | undefined, failure: string | undefined): AmountView {
  const last = known ?? undefined
  if (failure !== undefined)
    return { kind: 'failed', message: failure, ...(last === undefined ? {} : { last }) }
  return last === undefined ? { kind: 'loading' } : { kind: 'known', ...last }
}

function recordId(chainId: string, account: Address): string {
  return `${chainId}/${account}`
}
