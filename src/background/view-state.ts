import type { ActivitySummary, ApprovalView, SiteChoiceView, SiteView } from '../messages/popup'
import { findAccount } from './accounts/account-book'
import type { Accounts } from './accounts/accounts'
import type { Contacts } from './contacts/contacts'
import type { Balance } from './networks/balance'
import type { Networks } from './networks/networks'
import { popupError } from './popup-errors'
import type { Prices } from './prices/prices'
import type { Settings } from './settings/settings-schema'
import { isPassing } from './storage/storage-error'
import type { Tokens } from './tokens/tokens'
import type { Vault } from './vault/vault'
import { VaultError } from './vault/vault-error'
import type { ViewState } from './view'

export interface ViewParts {
  readonly settings: () => Promise<Settings>
  readonly vault: Pick<Vault, 'status' | 'lockedFacts' | 'passkeyViews'>
  readonly accounts: Pick<Accounts, 'book'>
  readonly contacts: Pick<Contacts, 'list'>
  readonly networks: Pick<Networks, 'active' | 'health' | 'choices' | 'securityEvents'>
  readonly balance: Pick<Balance, 'view'>
  readonly tokens: Pick<Tokens, 'views'>
  readonly prices: Pick<Prices, 'view'>
  /** The origins whose requests wait for the wallet to be opened. */
  readonly waitingSites: () => Promise<readonly string[]>
  readonly approvals: () => Promise<readonly ApprovalView[]>
  readonly activity: () => Promise<{ readonly items: readonly ActivitySummary[]; readonly more: boolean }>
  readonly sites: () => Promise<readonly SiteView[]>
  readonly siteChoices: () => Promise<readonly SiteChoiceView[]>
  readonly pause: (milliseconds: number) => Promise<void>
}

const ATTEMPTS = 3
const PAUSE_MS = 200

/** Gathers what the popup may see. Never rejects: what cannot be read is a state to show, never a fresh start. */
export async function readViewState(parts: ViewParts): Promise<ViewState> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readState(parts)
    } catch (error) {
      const lockedMeanwhile = error instanceof VaultError && error.code === 'vault/locked'
      if ((!lockedMeanwhile && !isPassing(error)) || attempt === ATTEMPTS)
        return { kind: 'damaged', message: popupError(error).message }
      // A worker that is being ended shows nothing any more: its pages ask the next one.
      if (!lockedMeanwhile) await parts.pause(PAUSE_MS)
    }
  }
}

async function readState(parts: ViewParts): Promise<ViewState> {
  const status = await parts.vault.status()
  switch (status) {
    case 'empty':
      return { kind: 'empty' }
    case 'damaged':
      return { kind: 'damaged', message: new VaultError('vault/damaged').message }
    case 'locked':
      return {
        kind: 'locked',
        waitingSites: await parts.waitingSites(),
        ...(await parts.vault.lockedFacts()),
      }
    case 'unlocked':
      return await readUnlocked(parts)
    default:
      return status satisfies never
  }
}

async function readUnlocked(parts: ViewParts): Promise<ViewState> {
  const { vault, networks } = parts
  const [book, chain] = await Promise.all([parts.accounts.book(), networks.active()])
  const { address } = findAccount(book, book.active)
  const { chainId } = chain
  const [
    networkChoices,
    balance,
    tokens,
    approvals,
    activity,
    sites,
    siteChoices,
    events,
    settings,
    contacts,
    passkeys,
    price,
  ] = await Promise.all([
    networks.choices(),
    parts.balance.view(chainId, address),
    parts.tokens.views(chainId),
    parts.approvals(),
    parts.activity(),
    parts.sites(),
    parts.siteChoices(),
    networks.securityEvents(),
    parts.settings(),
    parts.contacts.list(),
    vault.passkeyViews(),
    parts.prices.view(chain),
  ])
  return {
    kind: 'unlocked',
    book,
    contacts,
    passkeys,
    chain,
    health: networks.health(chainId),
    networks: networkChoices,
    balance,
    tokens,
    approvals,
    activity,
    sites,
    siteChoices,
    events,
    autoLockMinutes: settings.autoLockMinutes,
    price,
  }
}
