import { cleanup, configure, type RenderResult, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import type {
  LockedView,
  OwnAccountView,
  PopupMethod,
  PopupReply,
  SecretView,
  UnlockedView,
  View,
} from '../messages/popup'
import { createAsk } from './ask'
import { Announcer } from './parts/announcer'
import type { Passkeys } from './passkeys-port'
import type { Mode, Platform } from './platform'
import { PopupProvider } from './popup-context'
import type { ViewPort } from './popup-transport'
import type { SavedFile } from './save-file'
import { createViewStore, followView, type ViewStore } from './view-store'

// Screens are loaded when they are first shown, on machines that do other things too.
configure({ asyncUtilTimeout: 10_000 })

export const NOW = Date.UTC(2026, 10, 21, 10, 0, 0)

export interface Sent {
  readonly method: PopupMethod
  readonly params: unknown
}

/** A background that keeps what it is asked, answers from a table, and pushes what a test tells it to. */
export class FakeBackground {
  readonly sent: Sent[] = []
  readonly copied: string[] = []
  readonly opened: string[] = []
  readonly saved: SavedFile[] = []
  readonly replies = new Map<PopupMethod, unknown>()
  closed = 0
  panels = 0
  hasPanel = false
  place: string | undefined
  reloads = 0
  clock = NOW
  passkeys: Passkeys = {
    available: async () => false,
    create: async () => ({ kind: 'cancelled' }),
    get: async () => ({ kind: 'cancelled' }),
  }
  connections = 0
  readonly #ports = new Set<{ message: (message: unknown) => void; gone: () => void }>()

  platform(mode: Mode = 'popup', vanishes = false): Platform {
    return {
      mode,
      vanishes,
      place: this.place,
      version: '9.9.9',
      passkeys: this.passkeys,
      hasPanel: this.hasPanel,
      connect: () => this.#connect(),
      send: async (message) => this.#answer(message),
      copy: async (text) => {
        this.copied.push(text)
      },
      openTab: async (page) => {
        this.opened.push(page)
      },
      openPanel: async () => {
        this.panels += 1
      },
      saveFile: (file) => {
        this.saved.push(file)
      },
      closeWindow: () => {
        this.closed += 1
      },
      reload: () => {
        this.reloads += 1
      },
      now: () => this.clock,
    }
  }

  reply<M extends PopupMethod>(method: M, reply: PopupReply<M>): void {
    this.replies.set(method, reply)
  }

  refuse(method: PopupMethod, message: string, code = 'test/refused'): void {
    this.replies.set(method, { kind: 'error', error: { code, message } })
  }

  push(view: View): void {
    this.say({ kind: 'view', view })
  }

  say(message: unknown): void {
    for (const port of this.#ports) port.message(message)
  }

  /** The worker dies: every port to it closes. */
  die(): void {
    const ports = [...this.#ports]
    this.#ports.clear()
    for (const port of ports) port.gone()
  }

  #connect(): ViewPort {
    this.connections += 1
    const port = { message: (_: unknown): void => undefined, gone: (): void => undefined }
    this.#ports.add(port)
    return {
      onMessage: (listener) => {
        port.message = listener
      },
      onDisconnect: (listener) => {
        port.gone = listener
      },
      disconnect: () => {
        this.#ports.delete(port)
      },
    }
  }

  #answer(message: unknown): unknown {
    const { method, params } = message as Sent
    this.sent.push({ method, params })
    return this.replies.has(method) ? this.replies.get(method) : { kind: 'result', value: null }
  }
}

interface Shown extends RenderResult {
  readonly background: FakeBackground
  readonly store: ViewStore
}

export interface Stage {
  readonly background?: FakeBackground
  readonly mode?: Mode
  readonly vanishes?: boolean
}

const stops: (() => void)[] = []

afterEach(() => {
  cleanup()
  for (const stop of stops.splice(0)) stop()
})

/** Renders a part of the face against a fake background. */
export function show(children: ReactNode, stage: Stage = {}): Shown {
  const { background = new FakeBackground(), mode = 'popup', vanishes = false } = stage
  const platform = background.platform(mode, vanishes)
  const store = createViewStore()
  stops.push(followView(store, platform))
  const result = render(
    <PopupProvider popup={{ platform, store, ask: createAsk(platform) }}>
      <Announcer>{children}</Announcer>
    </PopupProvider>,
  )
  return { ...result, background, store }
}

export const ADDRESS = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
export const CONTRACT = 'secret1k0jntykt7e4g3y88ltc60czgjuqdy4c9e8fzek'

export const SECRET: SecretView = {
  id: '0123456789abcdef',
  name: 'Recovery phrase 1',
  kind: 'phrase',
  words: 12,
  passphrase: false,
  source: 'created',
  createdAt: NOW,
  checked: true,
}

export const ACCOUNT: OwnAccountView = {
  name: 'Main',
  address: ADDRESS,
  colour: 0,
  hidden: false,
  keys: { kind: 'phrase', secretId: SECRET.id, path: "m/44'/529'/0'/0/0" },
}

export function lockedView(parts: Partial<LockedView> = {}): LockedView {
  return { kind: 'locked', waitingSites: [], passkeys: [], mends: false, ...parts }
}

export function unlockedView(parts: Partial<UnlockedView> = {}): UnlockedView {
  return {
    kind: 'unlocked',
    account: ACCOUNT,
    accounts: [ACCOUNT],
    secrets: [SECRET],
    contacts: [],
    passkeys: [],
    network: {
      chainId: 'secretdev-1',
      name: 'Local network',
      symbol: 'SCRT',
      denom: 'uscrt',
      decimals: 6,
      testnet: true,
      health: 'online',
      height: '12',
    },
    networks: [
      {
        chainId: 'secretdev-1',
        name: 'Local network',
        testnet: true,
        endpoints: ['http://localhost:1317'],
        custom: false,
        added: false,
      },
    ],
    balance: { kind: 'known', amount: '1234567000001', asOf: NOW },
    tokens: [],
    approvals: [],
    activity: [],
    moreActivity: false,
    sites: [],
    pastSites: [],
    siteChoices: [],
    securityEvents: [],
    autoLockMinutes: 15,
    price: { kind: 'off' },
    ...parts,
  }
}
