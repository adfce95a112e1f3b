import type { PopupMethod, PopupReply, View } from '../../src/messages/popup'

/** Something done to a page before its picture is taken, by accessible names alone. */
export type Act =
  | { readonly click: string; readonly role?: 'button' | 'radio' | 'link' }
  | { readonly fill: string; readonly with: string }
  | { readonly open: string }
  | { readonly press: string }
  | { readonly scroll: 'end' | 'middle' }
  | { readonly wait: number }

/** One picture: a page in a state. */
export interface Scene {
  readonly name: string
  readonly view: View | undefined
  readonly page?: 'popup' | 'tab' | 'approval'
  readonly replies?: { readonly [M in PopupMethod]?: PopupReply<M> | 'never' }
  readonly acts?: readonly Act[]
  /** The person's own text size, as a factor. */
  readonly textScale?: number
}
