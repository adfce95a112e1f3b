import type { ReactNode } from 'react'
import { ACCOUNT_COLOURS } from '../../messages/key-facts'
import css from './colour-mark.module.css'

/** The colour a person gave an account, counted from 0; a help beside the name, never instead of it. */
export function ColourMark({ colour }: { colour: number }): ReactNode {
  return <span className={`${css['mark']} ${css[ACCOUNT_COLOURS[colour] ?? 'grey']}`} aria-hidden="true" />
}
