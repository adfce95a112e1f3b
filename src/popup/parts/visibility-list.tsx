import type { ReactNode } from 'react'
import type { Visibility } from '../../messages/popup'
import { PlainText } from './plain-text'
import { Veil } from './veil'
import css from './visibility-list.module.css'

const WHO: Record<Visibility['who'], string> = {
  public: 'Everyone',
  contract: 'The contract',
  recipient: 'The recipient',
  'only-you': 'Only you',
}

interface VisibilityListProps {
  /** `name` says who it is when the screen knows better than the kind of eyes. */
  readonly items: readonly (Visibility & { readonly name?: string })[]
}

/** Who will be able to see what, from everybody down to one. */
export function VisibilityList({ items }: VisibilityListProps): ReactNode {
  return (
    <ul className={css['list']}>
      {items.map(({ who, text, name }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one statement never move
        <li key={index} className={css['item']}>
          <Veil eyes={who} size={16} />
          <div className={css['words']}>
            <p className={who === 'public' ? css['public'] : css['private']}>{name ?? WHO[who]}</p>
            <p>
              <PlainText text={text} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
