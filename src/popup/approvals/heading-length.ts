const LONGEST_HEADING = 80

/** True when a text is too long to be the heading of a screen whose next line has to be in sight. */
export function isHeadingLong(text: string): boolean {
  return text.length > LONGEST_HEADING
}
