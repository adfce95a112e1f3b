import { Braces, Clock, Coins, KeyRound, type LucideIcon, MoreHorizontal, User } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import type { JsonRemark } from '../../messages/popup'
import { COLOUR_LIMIT, CodeBlock, CodeToken } from './code-block'
import block from './code-block.module.css'
import { type JsonToken, layJson } from './json-tokens'
import css from './marked-code.module.css'
import { PlainText } from './plain-text'

interface MarkedCodeProps {
  readonly text: string
  readonly remarks: readonly JsonRemark[]
  readonly label: string
}

/** JSON text for exact reading, with remarks under the lines that deserve a look. */
export function MarkedCode({ text, remarks, label }: MarkedCodeProps): ReactNode {
  if (remarks.length === 0) return <CodeBlock text={text} label={label} />
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of text is no fieldset
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className={`${block['block']} ${css['block']}`} role="group" aria-label={label} tabIndex={0}>
      <MarkedLines text={text} remarks={remarks} />
    </div>
  )
}

function MarkedLines({ text, remarks }: Omit<MarkedCodeProps, 'label'>): ReactNode {
  const runs = useMemo(() => runsOf(text, remarks), [text, remarks])
  return runs.map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never move
    <div key={index} className={run.remarks.length > 0 ? css['marked'] : undefined}>
      <pre className={block['code']}>
        {run.tokens.map((token, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
          <CodeToken key={place} token={token} />
        ))}
      </pre>
      {run.remarks.map((remark, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the remarks on one line never move
        <Remark key={place} remark={remark} />
      ))}
    </div>
  ))
}

const SIGNS = {
  address: User,
  amount: Coins,
  power: KeyRound,
  time: Clock,
  nested: Braces,
  more: MoreHorizontal,
} as const satisfies Record<JsonRemark['mark'], LucideIcon>

function Remark({ remark: { mark, text, inner } }: { remark: JsonRemark }): ReactNode {
  const Sign = SIGNS[mark]
  return (
    <>
      <p className={css['remark']}>
        <Sign size={13} strokeWidth={1.6} aria-hidden />
        <span>
          <PlainText text={text} />
        </span>
      </p>
      {inner && (
        <div className={css['inner']}>
          <MarkedLines text={inner.json} remarks={inner.remarks} />
        </div>
      )}
    </>
  )
}

interface Run {
  readonly tokens: readonly JsonToken[]
  readonly remarks: readonly JsonRemark[]
}

/** Every line with a remark by itself, and what lies between them in one piece each. */
function runsOf(text: string, remarks: readonly JsonRemark[]): readonly Run[] {
  const runs: Run[] = []
  let quiet: JsonToken[] = []
  const rest = (): void => {
    if (quiet.length > 0) runs.push({ tokens: quiet, remarks: [] })
    quiet = []
  }
  linesOf(text).forEach((line, index) => {
    const found = remarks.filter((remark) => remark.line === index)
    if (found.length === 0) {
      quiet.push(...(quiet.length === 0 ? line : [{ kind: 'space', text: '\n' } as const, ...line]))
      return
    }
    rest()
    runs.push({ tokens: line, remarks: found })
  })
  rest()
  return runs
}

function linesOf(text: string): readonly (readonly JsonToken[])[] {
  const tokens = text.length > COLOUR_LIMIT ? undefined : layJson(text)
  if (tokens === undefined) return text.split('\n').map((line) => [{ kind: 'string', text: line }])
  const lines: JsonToken[][] = [[]]
  for (const token of tokens) {
    // A line begins with the white space that sets it in.
    if (token.kind === 'space' && token.text.startsWith('\n')) {
      lines.push([{ kind: 'space', text: token.text.slice(1) }])
    } else lines.at(-1)?.push(token)
  }
  return lines
}
