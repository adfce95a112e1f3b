import { EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { PlainText } from '../parts/plain-text'
import { Veil } from '../parts/veil'
import css from './entry-screen.module.css'
import type { OpenedAttribute, Part } from './open-message'

/** The contract's log, line by line; the veil says which lines everybody can read. */
export function LogPart({ attributes }: { attributes: readonly OpenedAttribute[] }): ReactNode {
  return (
    <ul className={css['log']} aria-label="Decrypted log">
      {attributes.map(({ type, key, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one log never move
        <li key={index} className={css['attribute']}>
          <Sign part={value} />
          <div className={css['pair']}>
            <p className={css['key']}>
              <Word part={key} />
              {type !== 'wasm' && (
                <>
                  {' in '}
                  <PlainText text={type} />
                </>
              )}
              {value.kind === 'plaintext' && ', in the open'}
            </p>
            <p className={css['value']}>
              <Word part={value} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Sign({ part }: { part: Part }): ReactNode {
  if (part.kind === 'plaintext') return <Veil eyes="public" />
  if (part.kind === 'decrypted') return <Veil eyes="only-you" />
  return <EyeOff size={14} strokeWidth={1.8} aria-hidden />
}

function Word({ part }: { part: Part }): ReactNode {
  switch (part.kind) {
    case 'decrypted':
    case 'plaintext':
      return <PlainText text={part.text} />
    case 'not-ours':
      return <span className={css['unread']}>Not readable by this account</span>
    case 'malformed':
      return (
        <span className={css['unread']}>
          Broken: <PlainText text={part.reason} />
        </span>
      )
    default:
      return part satisfies never
  }
}
