import type { Wallet } from './accounts/wallet'
import type { Balance } from './networks/balance'
import type { Networks } from './networks/networks'
import type { Prices } from './prices/prices'
import type { Tokens } from './tokens/tokens'
import { VaultError } from './vault/vault-error'

/** Asks the network for what the first screen shows. */
export interface Refresh {
  /** Calls while one is running share the one after it. Does nothing while locked. */
  now(): Promise<void>
  /** As `now`, unless that was done a moment ago. */
  ifStale(): Promise<void>
}

export interface RefreshParts {
  readonly vault: Pick<Wallet, 'status' | 'account'>
  readonly networks: Pick<Networks, 'active' | 'checkHealth' | 'crossCheck'>
  readonly balance: Pick<Balance, 'refresh'>
  readonly tokens: Pick<Tokens, 'refresh'>
  readonly prices: Pick<Prices, 'refresh'>
  readonly clock: () => number
}

const STALE_MS = 5_000

export function createRefresh({ vault, networks, balance, tokens, prices, clock }: RefreshParts): Refresh {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  let lastAt = Number.NEGATIVE_INFINITY

  async function refresh(): Promise<void> {
    if ((await vault.status()) !== 'unlocked') return
    const chain = await networks.active()
    const { chainId } = chain
    const { address } = await vault.account()
    lastAt = clock()
    await Promise.all([
      networks.checkHealth(chainId),
      networks.crossCheck(chainId),
      balance.refresh(chainId, address),
      tokens.refresh(chainId),
      prices.refresh(chain),
    ])
  }

  function start(): Promise<void> {
    running = refresh()
      .catch((error: unknown) => {
        // Locked meanwhile: the answers have nowhere to go, and the next unlock asks again.
        if (!(error instanceof VaultError)) throw error
      })
      .finally(() => {
        running = undefined
      })
    return running
  }

  function now(): Promise<void> {
    if (running === undefined) return start()
    // What runs may have asked before the change that this call is about.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return start()
      })
    return next
  }

  return {
    now,
    async ifStale() {
      if (Math.abs(clock() - lastAt) >= STALE_MS) await (running ?? start())
    },
  }
}
