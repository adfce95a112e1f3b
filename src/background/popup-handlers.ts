/** What each popup method does. Who asks was narrowed and what is asked was parsed before this. */
import { base64 } from '@scure/base'
import { SottoError } from '../domain/index'
import type { PopupReply, PopupResults } from '../messages/popup'
import type { PopupCall, PopupMethod, PopupParams } from '../messages/popup-schema'
import type { Activity } from './activity/activity'
import type { Approvals } from './approvals/approvals'
import type { Networks } from './networks/networks'
import type { PageSide } from './page-side'
import {
  type AccountHandlerParts,
  addHandlers,
  changeHandlers,
  contactHandlers,
  revealHandlers,
} from './popup-account-handlers'
import { popupError } from './popup-errors'
import type { Handlers, HandlersOf } from './popup-handler'
import { type SiteHandlerParts, siteHandlers } from './popup-site-handlers'
import { beginHandlers, lockHandlers, protectHandlers, type VaultHandlerParts } from './popup-vault-handlers'
import { updateSettings } from './settings/settings'
import type { Tokens } from './tokens/tokens'
import type { Vault } from './vault/vault'
import { VaultError } from './vault/vault-error'

export interface PopupParts extends VaultHandlerParts, AccountHandlerParts, SiteHandlerParts {
  readonly networks: Pick<Networks, 'active' | 'choose' | 'setEndpoints' | 'decide' | 'removeChain'>
  readonly tokens: Pick<Tokens, 'remove'>
  readonly approvals: SiteHandlerParts['approvals'] & Pick<Approvals, 'approve' | 'reject' | 'rejectAll'>
  readonly chooseFee: PageSide['chooseFee']
  readonly activity: Pick<Activity, 'page' | 'entry' | 'messageTxKey'>
  readonly refresh: () => Promise<void>
  /** A network is gone: what sites had of it, and what was signed for it, goes too. */
  readonly forgetChain: (chainId: string) => Promise<void>
}

/** What can be done without the password; everything else needs an open wallet. */
const BEFORE_UNLOCK: ReadonlySet<PopupMethod> = new Set<PopupMethod>([
  'createVault',
  'importVault',
  'restoreBackup',
  'forgetWallet',
  'unlock',
  'unlockWithPasskey',
  'lock',
])

/** Answers popup calls. Never rejects: every failure is an error in the person's words. */
export function createPopupHandlers(parts: PopupParts): (call: PopupCall) => Promise<PopupReply> {
  const handlers = {
    ...beginHandlers(parts),
    ...lockHandlers(parts),
    ...protectHandlers(parts),
    ...addHandlers(parts),
    ...changeHandlers(parts),
    ...revealHandlers(parts),
    ...contactHandlers(parts),
    ...approvalHandlers(parts),
    ...activityHandlers(parts),
    ...networkHandlers(parts),
    ...tokenHandlers(parts),
    ...siteHandlers(parts),
  } satisfies Record<PopupMethod, unknown>

  return async (call) => {
    try {
      await parts.vault.touch()
      if (!BEFORE_UNLOCK.has(call.method)) await requireUnlocked(parts.vault)
      return { kind: 'result', value: await run(handlers, call) }
    } catch (error) {
      return { kind: 'error', error: popupError(error) }
    }
  }
}

async function run<M extends PopupMethod>(
  handlers: Handlers,
  { method, params }: { readonly method: M; readonly params: PopupParams[M] },
): Promise<PopupResults[M]> {
  return await handlers[method](params)
}

async function requireUnlocked(vault: Vault): Promise<void> {
  const status = await vault.status()
  if (status !== 'unlocked') throw new VaultError(`vault/${status}`)
}

type ApprovalMethod = 'approve' | 'reject' | 'chooseFee'

function approvalHandlers({ approvals, chooseFee }: PopupParts): HandlersOf<ApprovalMethod> {
  return {
    async approve({ id }) {
      await approvals.approve(id)
      return null
    },
    async reject({ id }) {
      await approvals.reject(id)
      return null
    },
    async chooseFee({ id, choice }) {
      await chooseFee(id, choice)
      return null
    },
  }
}

type ActivityMethod = 'refresh' | 'getEntry' | 'revealTxKey' | 'moreActivity'

function activityHandlers({ activity, refresh }: PopupParts): HandlersOf<ActivityMethod> {
  return {
    async refresh() {
      await refresh()
      return null
    },
    async getEntry({ id }) {
      const entry = await activity.entry(id)
      if (entry === undefined) {
        throw new SottoError('activity/unknown', 'Sotto has no such transaction. Nothing was changed.')
      }
      return entry
    },
    async revealTxKey({ entryId, messageIndex }) {
      const key = await activity.messageTxKey(entryId, messageIndex)
      const txKey = base64.encode(key)
      key.fill(0)
      return { txKey }
    },
    moreActivity: ({ after }) => activity.page(after),
  }
}

type NetworkMethod =
  | 'chooseNetwork'
  | 'removeNetwork'
  | 'setEndpoints'
  | 'decideSecurityEvent'
  | 'setShowPrices'

function networkHandlers(parts: PopupParts): HandlersOf<NetworkMethod> {
  const { store, networks, forgetChain, approvals, opened, changed } = parts
  return {
    async chooseNetwork({ chainId }) {
      if ((await networks.active()).chainId === chainId) return null
      // Consent was given to what was on the screen: it does not outlive the network.
      await approvals.rejectAll()
      await networks.choose(chainId)
      opened()
      return null
    },
    async removeNetwork({ chainId }) {
      await approvals.rejectAll()
      await networks.removeChain(chainId)
      // The same name may be another network one day: what sites were granted here says nothing about it.
      await forgetChain(chainId)
      opened()
      return null
    },
    async setEndpoints({ chainId, endpoints }) {
      await networks.setEndpoints(chainId, endpoints)
      opened()
      return null
    },
    async decideSecurityEvent({ id, decision }) {
      await networks.decide(id, decision)
      opened()
      return null
    },
    async setShowPrices({ show }) {
      await updateSettings(store, { showPrices: show })
      changed()
      if (show) opened()
      return null
    },
  }
}

function tokenHandlers({ networks, tokens }: PopupParts): HandlersOf<'removeToken'> {
  return {
    async removeToken({ contract }) {
      await tokens.remove((await networks.active()).chainId, contract)
      return null
    },
  }
}
