import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from './button'
import { LockButton } from './lock-button'
import css from './screen.module.css'

interface ScreenProps {
  readonly title: ReactNode
  /** A quiet line over the title. */
  readonly over?: ReactNode
  readonly onBack?: (() => void) | undefined
  readonly children: ReactNode
  readonly footer?: ReactNode
  /** Set when the first field takes the focus itself. */
  readonly keepFocus?: boolean
  readonly risk?: boolean
  /** Set when there is more to read than to press: the text can then be reached and scrolled by keyboard. */
  readonly reading?: boolean
}

/** One screen: a title that says where one is, a part that scrolls, and a footer that never does. */
export function Screen(props: ScreenProps): ReactNode {
  const { title, over, onBack, children, footer, keepFocus = false, risk = false, reading = false } = props
  return (
    <div className={risk ? `${css['screen']} ${css['risk']}` : css['screen']}>
      <main className={css['scroll']} tabIndex={reading ? 0 : undefined}>
        <header className={css['header']}>
          {(onBack || over) && (
            <div className={css['way']}>
              {onBack && (
                <IconButton label="Back" onClick={onBack}>
                  <ArrowLeft size={20} strokeWidth={1.6} />
                </IconButton>
              )}
              {over && <p className={css['over']}>{over}</p>}
            </div>
          )}
          <span className={css['lock']}>
            <LockButton />
          </span>
          <Title keepFocus={keepFocus}>{title}</Title>
        </header>
        <div className={css['content']}>{children}</div>
      </main>
      {footer && <footer className={css['footer']}>{footer}</footer>}
    </div>
  )
}

/** The heading takes the focus when its screen opens, so that a screen reader starts there. */
function Title({ keepFocus, children }: { keepFocus: boolean; children: ReactNode }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!keepFocus) heading.current?.focus({ preventScroll: true })
  }, [keepFocus])
  return (
    <h1 ref={heading} tabIndex={-1} className={css['title']}>
      {children}
    </h1>
  )
}
