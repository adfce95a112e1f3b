/** The popup's side of its protocol with the background: what it may ask, and what it is told. Types only. */
export type { FeeChoice, PopupMethod, PopupParams } from './popup-schema'
export type * from './view'

import type { PopupMethod, PopupParams } from './popup-schema'
import type { ActivityEntry, ActivitySummary, FoundAccount, RestoredView, View } from './view'

/** The name of the port over which the background pushes the whole view after every change. */
export const VIEW_PORT = 'sotto:view'

export interface PopupRequest<M extends PopupMethod = PopupMethod> {
  readonly kind: 'popup-request'
  readonly method: M
  readonly params: PopupParams[M]
}

export interface PopupResults {
  createVault: { readonly secretId: string }
  importVault: { readonly secretId: string }
  unlock: null
  unlockWithPasskey: null
  lock: null
  forgetWallet: null
  addSecret: { readonly secretId: string; readonly address: string }
  addAccount: { readonly address: string }
  watchAddress: null
  findAccounts: { readonly found: readonly FoundAccount[] }
  selectAccount: null
  editAccount: null
  moveAccount: null
  removeAccount: null
  renameSecret: null
  revealPhrase: { readonly phrase: string; readonly passphrase: string }
  revealPrivateKey: { readonly privateKey: string }
  confirmBackup: { readonly wrongPlaces: readonly number[] }
  changePassword: null
  addPasskey: null
  removePasskey: null
  makeBackup: { readonly fileName: string; readonly text: string }
  restoreBackup: RestoredView
  saveContact: null
  removeContact: null
  approve: null
  reject: null
  chooseFee: null
  refresh: null
  getEntry: ActivityEntry
  revealTxKey: { readonly txKey: string }
  moreActivity: { readonly items: readonly ActivitySummary[]; readonly more: boolean }
  chooseNetwork: null
  removeNetwork: null
  setEndpoints: null
  removeSite: null
  revokeGrant: null
  forgetPastSites: null
  chooseViewingKeys: null
  allowAlways: null
  chooseName: null
  setSiteProvider: null
  removeToken: null
  decideSecurityEvent: null
  setAutoLock: null
  setShowPrices: null
}

export interface PopupError {
  readonly code: string
  /** A sentence for the person: what happened, that nothing was lost, what to do next. */
  readonly message: string
}

export type PopupReply<M extends PopupMethod = PopupMethod> =
  | { readonly kind: 'result'; readonly value: PopupResults[M] }
  | { readonly kind: 'error'; readonly error: PopupError }

/** Background to popup, over the view port. */
export interface ViewPush {
  readonly kind: 'view'
  readonly view: View
}
