import type { PopupResults } from '../messages/popup'

/** A recovery phrase as the background shows it, once, after the password. */
export type ShownPhrase = PopupResults['revealPhrase']

/** Where one lands in a wallet that has just begun. It outlives the steps that began it, which end with the first view. */
export type Landing =
  /** The background makes the wallet; the step that asked for it stays until it knows where to land. */
  | { readonly kind: 'beginning' }
  /** With `phrase`, the password was just typed and need not be asked for again. */
  | { readonly kind: 'write-down'; readonly secretId: string; readonly phrase?: ShownPhrase }
  | { readonly kind: 'found'; readonly secretId: string }
  | { readonly kind: 'ready' }
