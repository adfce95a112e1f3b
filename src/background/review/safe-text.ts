/**
 * Characters that a person would not see or that move others around: controls, bidirectional and zero-width marks,
 * blanks that are not the space, halves of characters, private and unassigned ones.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu
const UNSEEN_BUT_LINES = new RegExp(`(?!\n)(?:${UNSEEN.source})`, 'gu')

/** The longest text of one line that is shown, and the longest document, in UTF-16 units. */
const LINE_LIMIT = 300
export const DOCUMENT_LIMIT = 100_000

/**
 * Makes text from a page or a contract safe to show on one line: what cannot be seen is written out as `\u{202e}`,
 * and what is too long ends with a note. Every string that is not our own passes here.
 */
export function safeText(text: string, limit = LINE_LIMIT): string {
  return capped(text, limit).replace(UNSEEN, visible)
}

/** As `safeText` for text of several lines, whose line breaks stay. */
export function safeLines(text: string, limit = DOCUMENT_LIMIT): string {
  return capped(text, limit).replace(UNSEEN_BUT_LINES, visible)
}

/** True when showing the text hides nothing. */
export function isPlainlyVisible(text: string): boolean {
  return text.search(UNSEEN_BUT_LINES) === -1
}

function capped(text: string, limit: number): string {
  if (text.length <= limit) return text
  // A character of two units is not cut in half.
  const end = /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit
  return `${text.slice(0, end)}… (${text.length - end} more characters)`
}

function visible(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
