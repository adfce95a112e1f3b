/** The whole background, built from a browser's ports. Nothing here decides anything. */
import { type PopupReply, VIEW_PORT } from '../messages/popup'
import { parsePopupCall } from '../messages/popup-schema'
import { createAccounts } from './accounts/accounts'
import { createWallet } from './accounts/wallet'
import { ACTIVITY_ALARM } from './activity/activity'
import { createBackups } from './backup/backups'
import { createContacts } from './contacts/contacts'
import { createBalance } from './networks/balance'
import { createChainFacts } from './networks/chain-facts'
import { createKnownChains } from './networks/known-chains'
import { createNetworks } from './networks/networks'
import { TX_KEY_ALARM } from './networks/tx-key-check'
import { createPageSide, type PageSide } from './page-side'
import type { Deps, Events } from './platform'
import { createPopupHandlers, type PopupParts } from './popup-handlers'
import { createPrices } from './prices/prices'
import { createRefresh } from './refresh'
import { narrowSender } from './senders'
import { readLockAfter, readSettings } from './settings/settings'
import { createStore } from './storage/stored'
import { createTokenQuestions } from './tokens/token-questions'
import { createTokens, type Tokens } from './tokens/tokens'
import { KeptVault } from './vault/vault'
import { LOCK_ALARM } from './vault/vault-session'
import { viewOf } from './view'
import { createViewPort } from './view-port'
import { readViewState } from './view-state'
import { ownWordlists } from './word-lists'

export interface Background extends Events {
  /** What every new worker does first: shuts others out, locks what is past its time, goes on with what the last one left. */
  wake(): void
}

const ONBOARDING_PAGE = 'popup.html?tab'

export function createBackground(deps: Deps): Background {
  const store = createStore(deps.storage)
  const settings = () => readSettings(store)
  const vault = new KeptVault({ ...deps, store, lockAfter: () => readLockAfter(store) })
  const changed = (): void => view.changed()
  const accounts = createAccounts({ store, sealer: vault, vault, changed })
  const wallet = createWallet({ vault, accounts })
  const contacts = createContacts({ store, sealer: vault })
  const chains = createKnownChains({ store, sealer: vault })
  const base = { ...deps, store, sealer: vault, chains, changed }
  const networks = createNetworks(base)
  const balance = createBalance({ ...base, client: networks.client })
  const askAgain = (): void => void refresh.now()
  const questions = createTokenQuestions(networks)
  const tokens = createTokens({ ...base, account: accounts.active, questions, added: askAgain })
  const prices = createPrices({ ...base, settings, networks })
  const refresh = createRefresh({ ...base, vault: wallet, networks, balance, tokens, prices })
  const facts = createChainFacts(networks)
  const people = { accounts: async () => (await accounts.book()).accounts, contacts: contacts.list }
  const reading = { networks, tokens, facts, acquaintances: people }
  const rename = (address: string, name: string) => accounts.edit(address, { name })
  const pages = createPageSide({ ...base, ...reading, vault: wallet, settled: askAgain, rename })
  const own = { vault, accounts, contacts }
  const kept = { ...own, settings, networks, balance, tokens, prices }
  const view = createViewPort(async () =>
    viewOf(await readViewState({ ...kept, ...shownOf(pages), pause: pauseOf(deps) })),
  )
  const goOn = async (): Promise<void> => {
    await Promise.all([pages.resume(), refresh.now()])
  }
  const answerPopup = createPopupHandlers({
    ...base,
    ...own,
    ...answeredBy(pages),
    backups: createBackups({ ...base, ...own, permits: pages.permits }),
    wordlists: ownWordlists(deps),
    client: async () => networks.client((await networks.active()).chainId),
    networks,
    tokens,
    opened: () => void goOn(),
    refresh: goOn,
    renamed: () => void pages.resume(),
    async switched() {
      await pages.approvals.rejectAll()
      changed()
      void goOn()
    },
    ...forgetting({ ...pages, tokens }),
  })
  vault.onLocked(async () => {
    accounts.forget()
    changed()
  })

  async function lockWhenAway(): Promise<void> {
    if ((await vault.status()) === 'unlocked') await vault.lock('away')
  }

  return {
    message(message, raw) {
      const sender = narrowSender(raw, deps.runtime)
      if (sender === undefined) return undefined
      if (sender.kind === 'page') return pages.message(sender, message)
      const call = parsePopupCall(message)
      return call === undefined ? Promise.resolve(UNREADABLE) : answerPopup(call)
    },
    connect(port) {
      if (port.name !== VIEW_PORT || narrowSender(port.sender, deps.runtime)?.kind !== 'popup') {
        port.disconnect()
        return
      }
      port.onDisconnect.addListener(view.connect({ post: (push) => port.postMessage(push) }))
      void refresh.ifStale()
    },
    installed(reason) {
      if (reason === 'install') void deps.tabs.open(deps.runtime.url(ONBOARDING_PAGE))
    },
    alarm(name) {
      // Looking at the status locks what is past its time.
      if (name === LOCK_ALARM) void vault.status()
      if (name === ACTIVITY_ALARM) void pages.resume()
      if (name === TX_KEY_ALARM) void refresh.now()
    },
    tabRemoved: (tabId) => void pages.tabRemoved(tabId),
    windowRemoved: (windowId) => void pages.windowRemoved(windowId),
    computerLocked: () => void lockWhenAway(),
    wake() {
      void deps.hideLocalStorage()
      void pages.resume()
    },
  }
}

/** What the popup changes of the pages' side. */
function answeredBy({ origins, choices, approvals, chooseFee, activity }: PageSide) {
  return { origins, choices, approvals, chooseFee, activity }
}

/** What pages asked, got and did, as the person sees it. */
function shownOf({ questions, activity, origins, choices }: PageSide) {
  return {
    waitingSites: questions.waitingSites,
    approvals: questions.views,
    activity: activity.page,
    sites: origins.views,
    siteChoices: choices.views,
  }
}

function pauseOf({ after }: Deps): (milliseconds: number) => Promise<void> {
  return (milliseconds) => new Promise((resolve) => after(milliseconds, resolve))
}

/** What goes with an account, or with a network, that the person removes. */
function forgetting({
  origins,
  dealings,
  permits,
  tokens,
}: Pick<PageSide, 'origins' | 'dealings' | 'permits'> & { readonly tokens: Tokens }): Pick<
  PopupParts,
  'forgetAccount' | 'forgetChain'
> {
  return {
    async forgetAccount(address) {
      await Promise.all([origins, dealings, permits, tokens].map((part) => part.forgetAccount(address)))
    },
    async forgetChain(chainId) {
      await Promise.all([origins, permits].map((part) => part.forgetChain(chainId)))
    },
  }
}

const UNREADABLE: PopupReply = {
  kind: 'error',
  error: {
    code: 'bad-request',
    message: 'Sotto did not understand this window. Nothing was changed. Close it and open it again.',
  },
}
