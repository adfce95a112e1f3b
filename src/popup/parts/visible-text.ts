/** A piece of text from outside: plain, or a character that shows nothing and could change how the rest reads. */
export interface VisiblePart {
  readonly kind: 'plain' | 'hidden'
  readonly text: string
}

/** Controls, direction marks, lone surrogates and everything that takes no room; new line and tab may stay. */
const TAKES_NO_ROOM = '(?!\\n|\\t|\\ufe0f|\\u200d)[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{DI}]'
/** The joiner and the selector that make emoji are hidden only where they make none. */
const STRAY_JOINER = '(?<![\\p{ExtPict}\\p{EMod}]\\ufe0f?)\\u200d|(?<!\\p{Emoji})\\ufe0f'
const HIDDEN = new RegExp(`${TAKES_NO_ROOM}|${STRAY_JOINER}`, 'gu')

/** Splits a text so that every character of it can be seen: hidden ones come as their code points, such as `U+202E`. */
export function visibleParts(text: string): readonly VisiblePart[] {
  const parts: VisiblePart[] = []
  let from = 0
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > from) parts.push({ kind: 'plain', text: text.slice(from, match.index) })
    parts.push({ kind: 'hidden', text: codePointName(match[0]) })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ kind: 'plain', text: text.slice(from) })
  return parts
}

function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
