import type { ReactNode } from 'react'
import css from './origin-text.module.css'
import { PlainText } from './plain-text'

/** A site's origin, whole: it wraps anywhere and is never cut. */
export function OriginText({ origin, large = false }: { origin: string; large?: boolean }): ReactNode {
  const [, scheme = '', rest = origin] = /^([a-z]{2,10}:\/\/)(.*)$/s.exec(origin) ?? []
  return (
    <span className={large ? css['large'] : css['origin']}>
      <span className={css['scheme']}>{scheme}</span>
      <PlainText text={rest} />
    </span>
  )
}

/** What a person should know about the spelling of an origin; undefined when there is nothing to say. */
export function originRemark(origin: string): string | undefined {
  if (/(^|[./])xn--/.test(origin)) {
    return 'This name holds letters of other alphabets, written here as xn--. It may imitate another site.'
  }
  if (/^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(origin)) return 'A page served by this computer.'
  return undefined
}
