import type { PopupMethod, PopupReply, View } from '../../src/messages/popup'

/** Something done to a page before its picture is taken, by accessible names alone. */
export type Act =
  | { readonly click: string; readonly role?: 'button' | 'radio' | 'switch' | 'link' }
  | { readonly fill: string; readonly with: string }
  | { readonly open: string }
  | { readonly unfold: string }
  | { readonly choose: string; readonly file: string; readonly text: string }
  | { readonly press: string }
  | { readonly scroll: 'end' | 'middle' }
  | { readonly wait: number }

/** One picture: a page in a state. */
export interface Scene {
  readonly name: string
  readonly view: View | undefined
  /** The view once a wallet has begun. */
  readonly after?: View
  readonly page?: 'popup' | 'tab' | 'panel' | 'approval'
  /** Set for the popup that hangs from the toolbar. */
  readonly vanishes?: boolean
  /** What the browser's passkeys do; without it, whatever the browser that takes the picture does. */
  readonly passkeys?: 'none' | 'made' | 'cancelled' | 'without-secret' | 'waiting'
  readonly replies?: { readonly [M in PopupMethod]?: PopupReply<M> | 'never' }
  readonly acts?: readonly Act[]
  /** The person's own text size, as a factor. */
  readonly textScale?: number
}
